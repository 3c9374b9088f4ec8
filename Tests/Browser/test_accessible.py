"""Every page for everybody: axe-core, telephone width, keyboard alone, one title, English without Turkish leftovers."""

import re

import pytest
from playwright.sync_api import Page, expect

from people import LOGIN, PASSWORD, expect_title, look

# Address and name of the picture; the story looks at the pages that need something done first.
PAGES = {
    "pano": "/",
    "riskler-ornek": "/risks",
    "riskler-suzulmus": "/risks?state=above-appetite&q=nedeniyle",
    "riskler-bos": "/risks?q=b%C3%B6yle-bir-s%C3%B6z-yok",
    "risk-ornek": "/risks/MH.RA.0001",
    "risk-gecmis-gun": "/risks/MH.RA.0001?as-of=2026-06-01",
    "risk-yeni": "/risks/new",
    "risk-duzenle": "/risks/MH.RA.0001/edit",
    "degerlendir": "/risks/MH.RA.0001/assessments/new",
    "risk-kapat": "/risks/MH.RA.0001/retirement",
    "isi-haritasi-ornek": "/heat-map",
    "isi-haritasi-birim": "/heat-map?unit=MH",
    "ice-aktarma": "/imports",
    "raporlar": "/reports",
    "rapor-ornek": "/reports/consolidated",
    "gunluk-ornek": "/journal",
    "gostergeler": "/indicators",
    "gosterge": "/indicators/MH.G.0001",
    "gosterge-yeni": "/indicators/new",
    "gosterge-katalogu": "/indicators/catalog",
    "takvim": "/calendar",
    "gozden-gecirme-gunu": "/calendar/risk/MH.RA.0001",
    "eskalasyonlar": "/escalations",
    "eskalasyon": "/escalations/1",
    "kurul": "/meetings",
    "toplanti": "/meetings/1",
    "toplanti-yeni": "/meetings/new",
    "tutanak": "/meetings/1/minutes",
    "karar": "/meetings/decisions/1",
    "bildirimler": "/notices",
    "olaylar": "/events",
    "olay": "/events/MH.OL.0001",
    "olay-yeni": "/events/new",
    "olay-duzenle": "/events/MH.OL.0002/edit",
    "oylamalar": "/votes",
    "oylama": "/votes/1",
    "oylama-yeni": "/votes/new?unit=MH",
    "oylama-madde": "/votes/1/items/2",
    "oylama-formu": "/votes/1/form",
    "ihbar-formu": "/ihbar",
    "ihbar-izle": "/ihbar/follow",
    "surecler": "/processes",
    "surec": "/processes/SAT-01",
    "surec-bos": "/processes/MAL-04",
    "surec-yeni": "/processes/new",
    "surec-duzenle": "/processes/SAT-01/edit",
    "surec-katalogu": "/processes/adoptions",
    "surec-kapsama": "/processes/coverage",
    "surec-surumler": "/processes/SAT-01/versions",
    "surec-farki": "/processes/SAT-01/differences",
    "surec-formlari": "/processes/YAZ-02/papers",
    "surec-adim-formu": "/processes/YAZ-02/papers?form=steps",
    "surec-yonergesi": "/processes/YAZ-02/papers?form=procedure",
    "sema": "/processes/YAZ-02/chart?paper=a4",
    "sema-duzenle-ornek": "/processes/SAT-01/chart/edit",
    "sema-dosyadan": "/processes/MAL-04/chart/import",
    "sema-inceleme": "/processes/SAT-01/versions/submission",
    "hizmet-standartlari": "/services",
    "gorev-tanimlari": "/processes/duties",
    "birimler": "/units",
    "birim-yeni": "/units/new",
    "nicel": "/simulations",
    "nicel-calistirma": "/simulations/1",
    "nicel-log": "/simulations/1?scale=log",
    "nicel-karsilastir": "/simulations/comparison",
    "nicel-tahmin": "/simulations/risks/MH.RA.0001",
    "birim-duzenle": "/units/MH/edit",
    "birim-kapat": "/units/MH/retirement",
    "hesaplar": "/accounts",
    "hesap-yeni": "/accounts/new",
    "hesap-duzenle": "/accounts/1/edit",
    "kurallar": "/rules",
    "hakkinda": "/about",
    "parola": "/password",
    "bulunamadi": "/yok",
    "risk-yok": "/risks/YOK.RA.0001",
    "eylemler": "/actions",
    "eylem-cizelgesi": "/actions/timeline",
    "eylem": "/actions/MH.EY.0001",
    "eylem-yeni": "/actions/new",
    "istah": "/appetite",
    "istah-beyani-yeni": "/appetite/new",
    "istah-karari": "/appetite/statements/4",
    "istah-asimi": "/appetite/cases/MH.RA.0001",
    "kanitlar": "/evidence/risk/MH.RA.0001", "kontroller": "/controls", "kontrol": "/controls/MH.KN.0001",
    "kontrol-yeni": "/controls/new?risk=MH.RA.0002", "kontrol-bagla": "/controls/of/MH.RA.0001",
    "artik-risk-hesabi": "/controls/method",
    "ifadeler": "/statements", "iliskiler": "/relations", "oneriler": "/suggestions?unit=MH",
    "firsat-haritasi": "/heat-map?kind=opportunity",
}
# Words of the Turkish screens that no English screen may show.
TURKISH = re.compile(
    r"(?<!\w)(Riskler|Risk kaydı|Birim|Birimler|Puan|Düzey|Durum|Yön|Sahibi|Gözden geçirme|Olasılık|Etki|Kaydet|Vazgeç"
    r"|Düzenle|Değerlendir|Değerlendirilmedi|Kapat|Doğal risk|Artık risk|Isı haritası|Raporlar|Yönetim|Hesaplar|Günlük"
    r"|Kayıt günlüğü|Kurallar|Hakkında|Pano|Dönem|Göster|Tümü|Yüksek|Orta|Düşük|Çok yüksek|Çok düşük|doğrulanmadı"
    r"|İştah üstünde|Neden|Kapsam|Toplam|Hazırlayan|Onay|Kaynak|Yöntem|Ara|Oturumu kapat|Roller|Rol|Açık|Dosya|Kategori"
    r"|Gerekçe|Zaman|Kim|İşlem|Kayıt|Değişiklikler|Bildirilen yön|Riskin sahibi|Mevcut kontroller)(?!\w)")
# Where the program speaks; rows of tables and paragraphs may hold what people wrote.
SPOKEN = "h1, h2, h3, thead th, label, legend, button, summary, caption, dt, .chip, .badge, nav#rooms a, .done, .lead"
# The parts of a date field draw their focus themselves, where no style can be asked for.
FOCUS_IS_SEEN = """() => {
  const here = document.activeElement;
  if (here.type === 'date') return true;
  const near = [here, here.parentElement, ...(here.labels || [])];
  return near.some(one => {
    const style = getComputedStyle(one);
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
  });
}"""


@pytest.fixture
def page(visit, server, session):
    with visit(server, state=session) as page:
        yield page


@pytest.mark.parametrize("name", PAGES)
def test_page_is_accessible_and_fits(page, name):
    page.goto(PAGES[name])
    look(page, name)


def test_english_pages_hold_no_turkish_words(page):
    page.goto("/")
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    found = []
    for address in PAGES.values():
        page.goto(address)
        assert page.locator("html").get_attribute("lang") == "en", address
        words = {word for text in page.locator(SPOKEN).all_inner_texts() for word in TURKISH.findall(text or "")}
        found += [f"{address}: {', '.join(sorted(words))}"] if words else []
    page.get_by_role("link", name="Türkçe").click()
    expect(page.locator("html")).to_have_attribute("lang", "tr")
    assert not found, "\n".join(found)


def test_keyboard_alone_signs_in_finds_a_risk_and_assesses_it(visit, server, session):
    with visit(server) as page:
        page.goto("/")
        tab_to(page, "Kullanıcı adı")
        page.keyboard.type(LOGIN)
        tab_to(page, "Parola")
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        expect_title(page, "Pano")
        page.keyboard.press("/")
        expect(page.get_by_role("searchbox").first).to_be_focused()
        page.keyboard.type("MH.RA.0001")
        page.keyboard.press("Enter")
        expect_title(page, "Risk kaydı")
        tab_to(page, "MH.RA.0001")
        page.keyboard.press("Enter")
        expect_title(page, "MH.RA.0001")
        tab_to(page, "Değerlendir")
        page.keyboard.press("Enter")
        expect_title(page, "Değerlendir")
        before = judge_with_arrows(page)
        # The pair now differs from what the controls suggest, which takes a reason.
        tab_to(page, "Değerlendirme gerekçesi")
        page.keyboard.type("Kontrolün işleyişi yerinde görüldü")
        tab_to(page, "Değerlendirmeyi kaydet")
        page.keyboard.press("Enter")
        expect(page.get_by_role("status").first).to_contain_text("Değerlendirme kaydedildi")
        assert before, "the live score said nothing"


def judge_with_arrows(page: Page) -> str:
    """Moves through the first scale with the arrow keys; the score beside it follows."""
    tab_to(page, None, kind="radio")
    chosen = page.evaluate("document.activeElement.value")
    page.keyboard.press("ArrowLeft" if chosen == "5" else "ArrowRight")
    now = page.evaluate("document.activeElement.value")
    assert now != chosen
    live = page.locator("[aria-live]").first
    expect(live).to_contain_text(re.compile(r"Neden \d+\?"))
    return live.inner_text()


def tab_to(page: Page, name: str | None, kind: str = "") -> None:
    """Presses Tab until the element of this name (or kind of field) has the focus; every stop must show it."""
    for _ in range(80):
        here = page.evaluate("""() => { const e = document.activeElement;
          return [(e.labels && e.labels[0] || e).innerText || '', e.type || '', e.tagName]; }""")
        if here[2] != "BODY" and (here[0].strip() == name if name else here[1] == kind):
            return
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS_IS_SEEN), f"{page.url}: focus is not seen on {here}"
    raise AssertionError(f"{page.url}: Tab never reaches «{name or kind}»")


def test_first_tab_offers_to_skip_to_the_content(page):
    for address in ("/", "/risks", "/heat-map"):
        page.goto(address)
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="İçeriğe geç")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.get_by_role("main")).to_be_focused()


def test_steps_of_a_scale_do_not_cover_each_other_on_a_telephone(page):
    page.set_viewport_size({"width": 360, "height": 900})
    page.goto("/risks/MH.RA.0001/assessments/new")
    group = page.get_by_role("group", name="Olasılık").first
    texts = [box for box in (one.bounding_box() for one in group.locator("label, label ~ *").all()) if box]
    texts.sort(key=lambda box: box["y"])
    covered = [(a, b) for a, b in zip(texts, texts[1:]) if b["y"] + 1 < a["y"] + a["height"]]
    assert not covered, f"{len(covered)} texts lie on the one above"
