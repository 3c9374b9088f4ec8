"""Writes an Excel register as a unit keeps it: the 14-column form with its title, signatures and uncached formulas."""

from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

COLUMNS = (
    "Sıra No", "Referans No", "Stratejik Hedef", "Birim / Alt Birim Hedefi", "Tespit Edilen Risk / Sebepler",
    "Riske Verilen Cevaplar: Mevcut Kontroller", "Etki", "Olasılık", "Risk Puanı (R)", "Değişim (Riskin Yönü)",
    "Riske Verilen Cevaplar: Yeni / Ek / Kaldırılan Kontroller", "Başlangıç Tarihi", "Riskin Sahibi", "Açıklama")
FIRST_ROW = 6
SCORE_COLUMN = "I"
IMPACT_COLUMN = "G"


@dataclass(frozen=True)
class Row:
    """One risk; `score` is what the file claims, `None` leaves the form's own formula there."""
    reference: str
    risk: str
    controls: str
    impact: int | str | None
    likelihood: int | None
    score: int | None = None

    @property
    def product(self) -> int | None:
        return self.impact * self.likelihood if self.likelihood else None


def write_form(path: Path, sheets: dict[str, list[Row]]) -> Path:
    """One sheet per unit; the scores are formulas that nobody has calculated, as some programs leave them."""
    book = Workbook()
    book.remove(book.active)
    for unit, rows in sheets.items():
        fill(book.create_sheet(unit[:31]), unit, rows)
    book.save(path)
    return path


def fill(sheet: Worksheet, unit: str, rows: list[Row]) -> None:
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
            row.score or f"=G{line}*H{line}", "Yeni", None, "15.06.2026", "Birim Müdürü", None])
    sheet.append([])
    sheet.append([None, "Hazırlayan", None, None, None, "Kontrol Eden"])
