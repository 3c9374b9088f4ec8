"""The same workbook by openpyxl.   usage: plain_workbook.py write FILE ROWS | read FILE"""

import datetime
import json
import random
import sys
import time

import openpyxl

HEADS = ["Kod", "Birim", "Yıl", "Amaç", "Süreç", "Risk", "Kontroller", "Olasılık", "Etki", "Puan", "Sınıf", "Durum",
         "Sahip", "Tutar", "Tarih"]
WORDS = ("bütçe ödenek ihale sözleşme taşınmaz tahakkuk tahsilat personel işçi yedekleme sunucu deprem heyelan çevre "
         "atık şebeke arıza ulaşım köprü bakım onarım imar ruhsat denetim").split()
# Rows made beforehand and repeated, so that making texts is not part of the time; the code differs in every row.
DISTINCT = 1000


def main() -> None:
    task, path = sys.argv[1], sys.argv[2]
    rows = [row(random.Random(number)) for number in range(DISTINCT)] if task == "write" else []
    wall, cpu = time.perf_counter(), time.process_time()
    found = write(path, int(sys.argv[3]), rows) if task == "write" else read(path)
    found["time"] = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
    print(json.dumps(found))


def write(path: str, count: int, rows: list[list]) -> dict:
    workbook = openpyxl.Workbook(write_only=True)
    sheet = workbook.create_sheet("Riskler")
    sheet.append(HEADS)
    for number in range(count):
        cells = rows[number % DISTINCT]
        cells[0] = f"R-{100_000_000 + number}"
        sheet.append(cells)
    workbook.save(path)
    return {"rows": count}


def read(path: str) -> dict:
    rows = cells = size = 0
    workbook = openpyxl.load_workbook(path, read_only=True)
    for sheet in workbook.worksheets:
        for values in sheet.iter_rows(values_only=True):
            rows += 1
            for value in values:
                cells += value is not None
                if isinstance(value, str):
                    size += len(value.encode())
    return {"rows": rows, "cells": cells, "bytes": size}


def row(seed: random.Random) -> list:
    day = datetime.date(2006, 1, 1) + datetime.timedelta(days=seed.randrange(7300))
    return ["", seed.randrange(120), 2006 + seed.randrange(20), seed.randrange(60), seed.randrange(400),
            " ".join(seed.choices(WORDS, k=5)), " ".join(seed.choices(WORDS, k=20)), 1 + seed.randrange(5),
            1 + seed.randrange(5), 1 + seed.randrange(25), seed.choice(WORDS), "Açık", seed.randrange(800),
            seed.randrange(100_000_000) / 100, day]


if __name__ == "__main__":
    main()
