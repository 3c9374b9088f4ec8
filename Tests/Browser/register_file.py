"""Writes an Excel register as a unit keeps it: the 14-column form with its title, signatures and uncached formulas."""

from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook

COLUMNS = (
    "Sıra No", "Referans No", "Stratejik Hedef", "Birim / Alt Birim Hedefi", "Tespit Edilen Risk / Sebepler",
    "Riske Verilen Cevaplar: Mevcut Kontroller", "Etki", "Olasılık", "Risk Puanı (R)", "Değişim (Riskin Yönü)",
    "Riske Verilen Cevaplar: Yeni / Ek / Kaldırılan Kontroller", "Başlangıç Tarihi", "Riskin Sahibi", "Açıklama")


@dataclass(frozen=True)
class Row:
    reference: str
    risk: str
    controls: str
    impact: int
    likelihood: int


def write_form(path: Path, unit: str, rows: list[Row]) -> Path:
    """One sheet for `unit`; the score is a formula that nobody has calculated, as some programs leave it."""
    book = Workbook()
    sheet = book.active
    sheet.title = unit[:31]
    sheet["A1"] = "ÖRNEK BELEDİYESİ — RİSK KAYIT FORMU"
    sheet.merge_cells("A1:N1")
    sheet.append(["İdare", "Örnek Belediyesi"])
    sheet.append(["Birim", unit])
    sheet.append([])
    sheet.append(list(COLUMNS))
    for number, row in enumerate(rows, start=1):
        line = sheet.max_row + 1
        sheet.append([
            number, row.reference, "H1.1", None, row.risk, row.controls, row.impact, row.likelihood,
            f"=G{line}*H{line}", "Yeni", None, "15.06.2026", "Birim Müdürü", None])
    sheet.append([])
    sheet.append([None, "Hazırlayan", None, None, None, "Kontrol Eden"])
    book.save(path)
    return path
