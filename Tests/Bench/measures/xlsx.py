"""A workbook of 100,000 rows × 15 columns written and read, against openpyxl in its faster modes."""

from pathlib import Path

from outcome import Outcome, middle
from processes import Finished, product, script

COUNT = 100_000
ROUNDS = 2
NOTES = [
    "İşlemci süresi: açılıştan kapanışa, programların başlaması hariç; iki turun ortancası. Bellek: sürecin tepe "
    "değeri (wait4). İki taraf da openpyxl'in yazdığı dosyayı okur ve bütün değerleri alır.",
    "Baseline (Tests/Bench/plain_workbook.py): openpyxl write_only=True for writing, read_only=True with "
    "iter_rows(values_only=True) for reading, with lxml where installed.",
]


def measure(folder: Path) -> list[Outcome]:
    theirs = folder / "theirs.xlsx"
    runs: dict[str, list[Finished]] = {"write": [], "write-plain": [], "read": [], "read-plain": []}
    for _ in range(ROUNDS):
        runs["write"].append(product("workbook-write", folder / "ours.xlsx", str(COUNT)))
        runs["write-plain"].append(script("plain_workbook.py", "write", theirs, str(COUNT)))
        runs["read"].append(product("workbook-read", theirs))
        runs["read-plain"].append(script("plain_workbook.py", "read", theirs))
    compare(runs["read"][0].answer, runs["read-plain"][0].answer)
    outcomes = []
    for task, title in (("write", "yazma (write)"), ("read", "okuma (read)")):
        ours, plain = runs[task], runs[f"{task}-plain"]
        outcomes.append(Outcome(
            "xlsx", f"{title}, işlemci süresi (CPU), kaç kat az", "s", cpu(ours), cpu(plain), 10, more_is_better=True,
            is_speedup=True))
        outcomes.append(Outcome(
            "xlsx", f"{title}, tepe bellek (peak RSS)", "MB", peak(ours), peak(plain), 150, "ours", decimals=0))
    outcomes[-1].notes = NOTES
    return outcomes


def compare(ours: dict, theirs: dict) -> None:
    if any(ours[key] != theirs[key] for key in ("rows", "cells", "bytes")):
        raise SystemExit(f"the readers disagree: {ours} and {theirs}")


def cpu(runs: list[Finished]) -> float:
    return middle([run.answer["time"]["cpu"] for run in runs])


def peak(runs: list[Finished]) -> float:
    return max(run.peak for run in runs)
