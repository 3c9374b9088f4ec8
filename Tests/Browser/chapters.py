"""The chapters of the story, each what a person does in one sitting and what must be seen then."""

import csv
import io
import re
import shutil
import subprocess

from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from people import expect_title, go, look, open_risk, risk_path
from register_file import FIRST_ROW, IMPACT_COLUMN, SCORE_COLUMN, Row

COMPUTING = "Bilişim Hizmetleri Birimi"
MARKET = "Pazar Yerleri Birimi"
REGISTER = {
    COMPUTING: [
        Row("BHB.RA.0001", "Yedeklerin alınmaması nedeniyle verilerin kaybolması sonucunda hizmetin durması",
            "Kontrol etmek: günlük yedek", 5, 3),
        Row("BHB.RA.0002", "Yetkilerin gözden geçirilmemesi nedeniyle yetkisiz erişim sonucunda verilerin sızması",
            "Kontrol etmek: parola", 4, 4),
        Row("BHB.RA.0003", "Lisans süresinin izlenmemesi nedeniyle yazılımın kapanması sonucunda işin aksaması",
            "Kabul etmek: liste", 2, 2, score=12),
        Row("BHB.RA.0004", "Sunucu odasının soğutulmaması nedeniyle arıza sonucunda kesinti", "Kontrol etmek: klima",
            None, None, score=20),
    ],
    MARKET: [
        Row("PYB.RA.0001", "Denetim yapılmaması nedeniyle haksız işgal sonucunda gelir kaybı", "Kontrol etmek: denetim",
            3, 3),
    ],
}
BROKEN = {MARKET: [Row("PYB.RA.0009", "Tarifenin ilan edilmemesi nedeniyle şikâyet", "Kabul etmek", "çok büyük", 3)]}
FIRST = REGISTER[COMPUTING][0]
DISAGREEING, DISAGREEING_LINE = REGISTER[COMPUTING][2], FIRST_ROW + 2
UNJUDGED = REGISTER[COMPUTING][3]
NEW_STATEMENT = "Yedeklerin geri yüklenmesinin denenmemesi nedeniyle verilerin kaybolması sonucunda hizmetin durması"


def upload(page: Page, file) -> None:
    go(page, "İçe aktarma")
    page.get_by_label("Dosya").set_input_files(file)
    page.get_by_role("button", name="Yükle ve önizle").click()


def broken_file_is_refused(page: Page, file) -> None:
    go(page, "İçe aktarma")
    look(page, "ice-aktarma")
    upload(page, file)
    expect_title(page, "Önizleme")
    expect(page.get_by_text(f"{MARKET}!{IMPACT_COLUMN}{FIRST_ROW}").first).to_be_visible()
    expect(page.get_by_role("button", name="Onayla ve aktar")).to_have_count(0)
    look(page, "ice-aktarma-hatali")
    page.get_by_role("button", name="Vazgeç").click()
    expect_title(page, "İçe aktarma")


def import_register(page: Page, file) -> None:
    upload(page, file)
    expect_title(page, "Önizleme")
    main = page.get_by_role("main")
    expect(main).to_contain_text("5 yeni risk")
    expect(main).to_contain_text("2 yeni birim")
    for unit in REGISTER:
        expect(page.get_by_label(re.compile(re.escape(unit)))).to_have_count(1)
    problem = page.get_by_role("row").filter(has_text=f"{COMPUTING}!{SCORE_COLUMN}{DISAGREEING_LINE}").first
    expect(problem).to_contain_text("12")
    expect(problem).to_contain_text("4")
    unjudged = page.get_by_role("row").filter(has_text=UNJUDGED.reference).last
    expect(unjudged).to_contain_text("Değerlendirilmedi")
    expect(unjudged).to_contain_text("20")
    look(page, "ice-aktarma-onizleme")
    page.get_by_role("button", name="Onayla ve aktar").click()
    expect_title(page, "İçe aktarma tamamlandı")
    look(page, "ice-aktarma-sonuc")


def import_again_changes_nothing(page: Page, file) -> None:
    """References are known: the corrected risk would go back to the file's words, nothing is doubled."""
    upload(page, file)
    expect_title(page, "Önizleme")
    expect(page.get_by_role("main")).to_contain_text("0 yeni risk")
    page.get_by_role("button", name="Vazgeç").click()
    expect_title(page, "İçe aktarma")


def see_every_score(page: Page) -> None:
    go(page, "Riskler")
    expect_title(page, "Risk kaydı")
    for row in (row for rows in REGISTER.values() for row in rows):
        line = page.get_by_role("row").filter(has=page.get_by_role("link", name=row.reference))
        expect(line).to_contain_text(str(row.product) if row.product else "Değerlendirilmedi")
    look(page, "riskler")
    page.get_by_role("searchbox").first.fill("YEDEKLERİN alınmaması")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name=FIRST.reference)).to_be_visible()
    expect(page.get_by_role("link", name=DISAGREEING.reference)).to_have_count(0)


def see_reasons(page: Page) -> None:
    open_risk(page, FIRST.reference)
    reasons = page.get_by_text(f"Neden {FIRST.product}?").first
    reasons.click()
    steps = page.get_by_role("group").filter(has=reasons).get_by_role("list").first
    expect(steps).to_contain_text(str(FIRST.product))
    expect(steps).to_contain_text("doğrulanmadı")
    expect(steps).to_contain_text(re.compile("yürürlük.*Rehberi", re.DOTALL))
    look(page, "risk")
    open_risk(page, DISAGREEING.reference)
    expect(page.get_by_role("main")).to_contain_text("Dosyada bildirilen")
    open_risk(page, UNJUDGED.reference)
    expect(page.get_by_role("main")).to_contain_text("Bu risk henüz değerlendirilmedi")


def correct_text_and_judgement(page: Page) -> None:
    open_risk(page, FIRST.reference)
    page.get_by_role("main").get_by_role("link", name="Düzenle").click()
    page.get_by_label("Tespit edilen risk").fill(NEW_STATEMENT)
    look(page, "risk-duzenleme")
    page.get_by_role("button", name="Kaydet", exact=True).click()
    expect(page.get_by_role("status").first).to_contain_text("kaydedildi")
    page.get_by_role("main").get_by_role("link", name="Değerlendir").click()
    choose(page, "Doğal risk", "Olasılık", 2)
    live = page.locator("[aria-live]").first
    expect(live).to_contain_text("10")
    expect(live).to_contain_text("Neden 10?")
    look(page, "degerlendirme")
    page.get_by_label("Değerlendirme gerekçesi").fill("Yedek geri yükleme denendi")
    page.get_by_role("button", name="Değerlendirmeyi kaydet").click()
    expect_title(page, FIRST.reference)
    expect(page.get_by_text("Neden 10?").first).to_be_visible()


def choose(page: Page, pair: str, scale: str, value: int) -> None:
    """Chooses a step of a scale by its number, as a pointer or a finger would."""
    group = page.get_by_role("group", name=re.compile(pair)).get_by_role("group", name=scale)
    group.get_by_role("radio", name=re.compile(rf"^{value}\b")).check()


def see_history_and_journal(page: Page) -> None:
    open_risk(page, FIRST.reference)
    history = page.get_by_role("table", name="Değerlendirme geçmişi")
    expect(history).to_contain_text("3 × 5 = 15")
    expect(history).to_contain_text("2 × 5 = 10")
    expect(history).to_contain_text("Yedek geri yükleme denendi")
    expect(page.get_by_role("img", name=re.compile("Puanın seyri"))).to_be_visible()
    page.get_by_text(re.compile("Bu riskin günlüğü")).click()
    expect(page.get_by_role("main")).to_contain_text("denenmemesi")
    look(page, "risk-gecmis")
    page.goto("/journal")
    expect(page.get_by_role("main")).to_contain_text(FIRST.reference)
    look(page, "gunluk")


def two_editors(page: Page, other: Page) -> None:
    """Both open the same form; the second to save sees both versions and loses nothing."""
    for editor in (page, other):
        open_risk(editor, FIRST.reference)
        editor.get_by_role("main").get_by_role("link", name="Düzenle").click()
    page.get_by_label("Riskin sahibi").fill("Bilişim Sorumlusu")
    page.get_by_role("button", name="Kaydet", exact=True).click()
    expect_title(page, FIRST.reference)
    other.get_by_label("Riskin sahibi").fill("Yedekleme Sorumlusu")
    other.get_by_role("button", name="Kaydet", exact=True).click()
    expect_title(other, "Kayıt siz düzenlerken değişti")
    both = other.get_by_role("row").filter(has_text="Bilişim Sorumlusu")
    expect(both).to_contain_text("Yedekleme Sorumlusu")
    look(other, "iki-surum")
    other.get_by_role("button", name="Benim sürümümü kaydet").click()
    expect_title(other, FIRST.reference)
    expect(other.get_by_role("main")).to_contain_text("Yedekleme Sorumlusu")
    page.goto("/journal")
    expect(page.get_by_role("main")).to_contain_text("Bilişim Sorumlusu")


def follow_heat_map(page: Page) -> None:
    go(page, "Isı haritası")
    expect_title(page, "Isı haritası")
    look(page, "isi-haritasi")
    cell = page.get_by_role("link", name=re.compile("olasılık 2, etki 5")).first
    number = int(re.search(r"\d+", cell.inner_text()).group())
    cell.click()
    expect(page.get_by_role("main")).to_contain_text("Doğal risk 2 × 5")
    rows = page.get_by_role("main").get_by_role("table").locator("tbody tr")
    expect(rows).to_have_count(number)
    expect(page.get_by_role("link", name=FIRST.reference)).to_be_visible()


def export_register(page: Page, sheets: dict[str, list[Row]], word: str = NEW_STATEMENT) -> None:
    """Both files hold every reference, and the present words of the first risk."""
    go(page, "Riskler")
    book = load_workbook(download(page, "Excel (XLSX)"))
    cells = {str(value) for sheet in book for row in sheet.iter_rows(values_only=True) for value in row}
    text = download(page, "CSV").read_text(encoding="utf-8-sig")
    lines = list(csv.reader(io.StringIO(text), delimiter=";"))
    for row in (row for rows in sheets.values() for row in rows):
        assert row.reference in cells, f"{row.reference} is not in the workbook"
        assert any(row.reference in line for line in lines), f"{row.reference} is not in the CSV file"
    assert word in cells and word in text


def download(page: Page, name: str):
    with page.expect_download() as waiting:
        page.get_by_role("main").get_by_role("link", name=name).click()
    return renamed(waiting.value)


def renamed(found):
    """The file under its own name: openpyxl goes by the ending."""
    target = found.path().with_name(found.suggested_filename)
    found.save_as(target)
    return target


def read_report(page: Page) -> None:
    go(page, "Raporlar")
    page.get_by_role("button", name="Raporu göster").click()
    expect_title(page, re.compile("konsolide risk raporu", re.IGNORECASE))
    for title in ("Düzeylere göre riskler", "En yüksek riskler", "Risk haritası", "Birimlere göre"):
        expect(page.get_by_role("heading", name=re.compile(title))).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text(FIRST.reference)


def print_report(page: Page, folder) -> None:
    read_report(page)
    look(page, "konsolide-rapor")
    page.emulate_media(media="print")
    assert_printed(page.pdf(format="A4", landscape=True), folder)
    page.emulate_media(media="screen")
    book = load_workbook(download(page, "Excel (XLSX) indir"))
    cells = {str(value) for sheet in book for row in sheet.iter_rows(values_only=True) for value in row}
    assert FIRST.reference in cells


def assert_printed(pdf: bytes, folder) -> None:
    assert pdf.startswith(b"%PDF")
    file = folder / "rapor.pdf"
    file.write_bytes(pdf)
    if not shutil.which("pdftotext"):
        assert len(re.findall(rb"/Type\s*/Page\b", pdf)) >= 2
        return
    text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, timeout=60).stdout
    assert "En yüksek riskler" in text and FIRST.reference in text
    assert "Oturumu kapat" not in text and "Menü" not in text


def assess_by_button(page: Page) -> None:
    """Without a script the score is worked out by a button before it is saved."""
    page.goto(risk_path(UNJUDGED.reference))
    page.get_by_role("main").get_by_role("link", name="Değerlendir").first.click()
    choose(page, "Doğal risk", "Olasılık", 4)
    choose(page, "Doğal risk", "Etki", 5)
    page.get_by_role("button", name="Puanı hesapla").click()
    expect(page.get_by_text("Neden 20?").first).to_be_visible()
    page.get_by_role("button", name="Değerlendirmeyi kaydet").click()
    expect_title(page, UNJUDGED.reference)
    expect(page.get_by_text("Neden 20?").first).to_be_visible()
