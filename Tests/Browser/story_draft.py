"""The whole story: sign in, import the unit's register, see every score with its reasons, correct one, print the report.

A draft until the pages exist; becomes test_story.py then.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from people import look, set_up, sign_in
from register_file import Row, write_form

UNIT = "Bilgi İşlem Müdürlüğü"
ROWS = [
    Row("BI.RA.0101", "yedek alınmaz → veri kaybolur → hizmet durur", "Kontrol etmek: günlük yedek", 5, 3),
    Row("BI.RA.0102", "yetkiler gözden geçirilmez → yetkisiz erişim → kişisel veri sızar", "Kontrol etmek: parola", 4, 4),
    Row("BI.RA.0103", "lisans süresi izlenmez → yazılım kapanır → iş aksar", "Kabul etmek: liste", 2, 2),
]


@pytest.fixture
def form(tmp_path):
    return write_form(tmp_path / "bilgi-islem.xlsx", UNIT, ROWS)


def test_story_with_javascript(page, server, form):
    set_up(page, server)
    tell(page, form, pictures=True)


def test_story_without_javascript(plain_page, form):
    sign_in(plain_page)
    tell(plain_page, form, pictures=False)


def tell(page: Page, form, pictures: bool) -> None:
    picture = (lambda name: look(page, name)) if pictures else (lambda name: None)
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    picture("pano")
    import_register(page, form, picture)
    see_scores(page, picture)
    correct_one(page, picture)
    print_report(page, picture)


def import_register(page: Page, form, picture) -> None:
    page.get_by_role("navigation", name="Bölümler").get_by_role("link", name="İçe aktarma").click()
    page.locator("input[type=file]").set_input_files(form)
    page.get_by_role("button", name=re.compile("Önizle|Yükle")).click()
    expect(page.get_by_text(ROWS[0].reference)).to_be_visible()
    picture("ice-aktarma-onizleme")
    page.get_by_role("button", name=re.compile("Onayla|İçe aktar")).click()


def see_scores(page: Page, picture) -> None:
    page.get_by_role("navigation", name="Bölümler").get_by_role("link", name="Riskler").click()
    page.get_by_role("searchbox").first.fill("yedek alınmaz")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name=ROWS[0].reference)).to_be_visible()
    picture("riskler")
    for row in ROWS:
        page.goto(f"/risks/{row.reference}")
        expect(page.get_by_text(f"{row.likelihood} × {row.impact} = {row.likelihood * row.impact}").first).to_be_attached()
    picture("risk")


def correct_one(page: Page, picture) -> None:
    page.goto(f"/risks/{ROWS[0].reference}")
    page.get_by_role("link", name=re.compile("Değerlendir")).first.click()
    page.get_by_role("group", name=re.compile("Olasılık")).get_by_role("radio", name=re.compile(r"^2\b")).check()
    picture("degerlendirme")
    page.get_by_role("button", name="Kaydet").click()
    expect(page.get_by_text("2 × 5 = 10").first).to_be_attached()


def print_report(page: Page, picture) -> None:
    page.get_by_role("navigation", name="Bölümler").get_by_role("link", name="Raporlar").click()
    page.get_by_role("link", name=re.compile("Konsolide")).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(re.compile("konsolide", re.IGNORECASE))
    page.emulate_media(media="print")
    picture("konsolide-rapor")
    page.emulate_media(media="screen")
