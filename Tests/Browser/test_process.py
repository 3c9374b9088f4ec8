"""A process owner types a chart with the keyboard alone, a manager approves it, it is changed, and the difference is read.

The owner never touches the mouse; the manager uses a telephone.
"""

import re

from playwright.sync_api import Page, expect

from people import expect_title, fill_passwords, look, set_up, sign_in
from test_accessible import tab_to

LINK = re.compile(r"/password/[0-9a-f]+")
CODE = "TAH-01"
ADDRESS = f"/processes/{CODE}"
CARD = {"Süreç": "Tahsilat", "Süreç sahibi": "Tahsilat Şefi", "Yasal dayanak": "6183 s.K.", "Doküman no": "İA-001"}
# Name, first letters of the kind, role, next.
# A table of a word processor: headings in another order, a joined cell, two paragraphs in one, a title above.
WORD = """<html><body><table><tr><td colspan="3"><p>GELİR SERVİSİ</p></td></tr>
<tr><td><p>Sorumlu
 Birim</p></td><td><p>İş Akışı Adımları</p></td><td><p>Doküman / Kayıt</p></td></tr>
<tr><td rowspan="2"><p>Vezne</p></td><td><p>Mutabakat</p></td><td><p>Fiş</p><p>Ek liste</p></td></tr>
<tr><td><p>Arşivleme</p></td><td></td></tr></table></body></html>"""
ROWS = [
    ("Ödeme talebi alındı", "ba", "Vezne", ""),
    ("Borcun sorgulanması", "", "Vezne", ""),
    ("Borç doğru mu?", "", "Şef", "Evet 4; Hayır 2"),
    ("Tahsilatın yapılması", "", "Vezne", ""),
    ("Makbuz verildi", "bi", "Vezne", ""),
]


def test_chart_typed_by_keyboard_is_approved_changed_and_compared(visit, server):
    with visit(server) as owner, visit(server) as manager:
        begin(owner, server)
        enter(manager, server)
        add_card(owner)
        type_chart(owner)
        hand_in(owner)
        nobody_approves_own_work(owner)
        approve(manager)

        change_chart(owner)
        hand_in(owner)
        approve(manager)
        read_difference(owner)
        past_version_stays(owner)


def begin(page: Page, server) -> None:
    """Sets the server up, or signs in where another test has done so."""
    if getattr(server, "is_set_up", False):
        return sign_in(page)
    set_up(page, server)
    server.is_set_up = True


def enter(page: Page, server) -> None:
    done = server.command("user", "add", "deniz", "--name", "Deniz Ak", "--role", "ust-yonetici")
    assert done.returncode == 0, done.stderr
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(LINK.search(done.stdout).group())
    fill_passwords(page)
    page.get_by_role("main").get_by_role("button").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_count(1)


def press(page: Page, name: str) -> None:
    tab_to(page, name)
    page.keyboard.press("Enter")


def add_card(page: Page) -> None:
    page.goto("/processes")
    look(page, "surecler-bos")
    press(page, "Süreç ekle")
    expect_title(page, "Yeni süreç")
    tab_to(page, "Süreç")
    page.keyboard.type(CARD["Süreç"])
    tab_to(page, "Birim")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    tab_to(page, "Kod")
    page.keyboard.type(CODE)
    for label in ("Süreç sahibi", "Yasal dayanak", "Doküman no"):
        tab_to(page, label)
        page.keyboard.type(CARD[label])
    press(page, "Kaydet")
    expect_title(page, f"{CODE} – Tahsilat")


def type_row(page: Page, name: str, kind: str, role: str, following: str) -> None:
    """From the name on, with Tab between the fields."""
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(kind)
    page.keyboard.press("Tab")
    page.keyboard.type(role)
    page.keyboard.press("Tab")
    page.keyboard.type(following)


def type_chart(page: Page) -> None:
    press(page, "Şemayı düzenle")
    expect_title(page, "Şemayı düzenle")
    tab_to(page, "Adım")
    for at, row in enumerate(ROWS):
        if at:
            page.keyboard.press("Enter")
        type_row(page, *row)
    status = page.locator("[data-part=status]")
    expect(status).to_contain_text("5 adım · 0 hata")
    expect(status).to_have_attribute("aria-live", "polite")
    expect(page.locator(".chart-live svg [role=graphics-symbol]")).to_have_count(5)
    findings_stand_beside_their_row(page)
    rows_move_and_come_back(page)
    tables_of_word_processors_are_rows_too(page)
    the_picture_is_as_large_as_asked(page)
    leaving_unsaved_is_asked_first(page)
    look(page, "sema-duzenle")
    press(page, "Taslağı kaydet")
    expect(page.get_by_role("status").first).to_contain_text("kaydedildi")
    expect(page.locator("main svg").first).to_be_visible()


def names(page: Page) -> list[str]:
    return [field.input_value() for field in page.locator(".step-rows [name=step-name]").all()]


def findings_stand_beside_their_row(page: Page) -> None:
    page.keyboard.press("Enter")
    page.keyboard.type("Kopuk adım")
    expect(page.locator(".step-row").nth(5).locator(".row-findings .error").first).to_be_visible()
    page.keyboard.press("Control+Delete")
    expect(page.locator("[data-part=status]")).to_contain_text("5 adım · 0 hata")


def rows_move_and_come_back(page: Page) -> None:
    before = names(page)
    page.keyboard.press("Alt+ArrowUp")
    assert names(page) == before[:3] + [before[4], before[3]]
    page.keyboard.press("Control+z")
    assert names(page) == before
    page.keyboard.press("Control+y")
    assert names(page) != before
    page.keyboard.press("Control+z")
    paste(page, "Adım\tSorumlu\nMutabakat\tŞef\nArşivleme\tVezne\n")
    expect(page.locator(".step-row")).to_have_count(7)
    page.keyboard.press("Control+z")
    expect(page.locator(".step-row")).to_have_count(5)
    assert names(page) == before
    expect(page.locator("[data-part=status]")).to_contain_text("5 adım · 0 hata")


def paste(page: Page, text: str, html: str = "") -> None:
    """Copies cells as a spreadsheet or a word processor does, and presses Ctrl+V."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("""([text, html]) => navigator.clipboard.write([new ClipboardItem(Object.fromEntries(
      [['text/plain', text], ['text/html', html]].filter(pair => pair[1])
        .map(([type, value]) => [type, new Blob([value], { type })])))])""", [text, html])
    page.keyboard.press("Control+v")


def tables_of_word_processors_are_rows_too(page: Page) -> None:
    paste(page, "GELİR SERVİSİ\nSorumlu Birim\tİş Akışı Adımları\tDoküman / Kayıt\n", WORD)
    expect(page.locator(".step-row")).to_have_count(7)
    added = page.locator(".step-row").filter(has=page.locator("[name=step-name][value=Mutabakat]"))
    expect(added.locator("[name=step-role]")).to_have_value("Vezne")
    expect(added.locator("[name=step-documents]")).to_have_value("Fiş; Ek liste")
    expect(page.locator("[name=step-name][value=Arşivleme]")).to_have_count(1)
    page.keyboard.press("Control+z")
    expect(page.locator(".step-row")).to_have_count(5)
    # More than a chart can have: said, and nothing changes.
    before = names(page)
    paste(page, "Adım\tSorumlu\n" + "Kayıt\tŞef\n" * 10_000)
    expect(page.locator("[data-part=status]")).to_contain_text("En çok 400 adım")
    assert names(page) == before
    page.keyboard.press("Alt+ArrowUp")
    page.keyboard.press("Control+z")
    expect(page.locator("[data-part=status]")).to_contain_text("5 adım · 0 hata")


def the_picture_is_as_large_as_asked(page: Page) -> None:
    picture = page.locator(".chart-live .chart-picture")
    expect(picture).to_have_attribute("data-size", "actual")
    page.keyboard.press("Alt+0")
    expect(picture).to_have_attribute("data-size", "whole")
    expect(page.get_by_role("button", name="Bütünü")).to_have_attribute("aria-pressed", "true")
    assert picture.evaluate("frame => frame.scrollWidth <= frame.clientWidth && frame.scrollHeight <= frame.clientHeight")
    page.keyboard.press("Alt+0")
    expect(picture).to_have_attribute("data-size", "width")
    assert picture.evaluate("frame => frame.scrollWidth <= frame.clientWidth")
    assert page.evaluate("localStorage.getItem('guvence-chart-editor')") == "width"
    # The step that is being typed is the one marked in the picture.
    marked = page.locator(".chart-live .is-here")
    expect(marked).to_have_count(1)
    expect(marked).to_have_attribute("aria-label", re.compile(page.evaluate(
        "document.activeElement.closest('.step-row').querySelector('[name=step-name]').value")))


def leaving_unsaved_is_asked_first(page: Page) -> None:
    asked = []
    page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.evaluate("location.assign('/processes')")
    page.wait_for_timeout(500)
    assert asked == ["beforeunload"] and page.url.endswith("/chart/edit")


def test_a_chart_of_150_steps_is_pasted_and_kept(visit, server):
    with visit(server) as page:
        begin(page, server)
        page.goto("/processes/MAL-04/chart/edit")
        page.locator("[name=step-name]").first.focus()
        kinds = ["başla"] + ["işlem"] * 148 + ["bitir"]
        steps = [f"{at}\tAdım {at}\t{kind}\tŞef {at % 3}" for at, kind in enumerate(kinds, 1)]
        paste(page, "No\tAdım\tTür\tSorumlu\n" + "\n".join(steps) + "\n")
        expect(page.locator(".step-row")).to_have_count(150)
        page.locator("[name=step-name]").nth(74).focus()
        page.keyboard.type("x")
        expect(page.locator("[data-part=status]")).to_contain_text("150 adım")
        page.get_by_role("button", name="Taslağı kaydet").click()
        expect(page.get_by_role("status").first).to_contain_text("kaydedildi")


def hand_in(page: Page) -> None:
    press(page, "İncelemeye gönder")
    expect_title(page, "İncelemeye gönder")
    press(page, "İncelemeye gönder")
    expect(page.get_by_role("main")).to_contain_text("İncelemede")


def nobody_approves_own_work(page: Page) -> None:
    expect(page.get_by_role("link", name="Onayla", exact=True)).to_have_count(0)
    assert page.request.get(ADDRESS + "/versions/approval").status == 403


def approve(page: Page) -> None:
    page.goto(ADDRESS)
    page.get_by_role("link", name="Onayla", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("Denetim hiçbir eksik bulmadı")
    page.get_by_role("button", name="Onayla", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("Yürürlükte")


def change_chart(page: Page) -> None:
    page.goto(ADDRESS)
    press(page, "Yeni sürüm hazırla")
    expect_title(page, "Şemayı düzenle")
    tab_to(page, "Adım")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    # On the fourth row; a new one between it and the end.
    page.keyboard.press("Control+a")
    page.keyboard.type("Tahsilatın kasaya alınması")
    page.keyboard.press("Enter")
    type_row(page, "Makbuzun imzalanması", "", "Şef", "")
    expect(page.locator("[data-part=status]")).to_contain_text("6 adım · 0 hata")
    tab_to(page, "Ne değişti")
    page.keyboard.press("Control+a")
    page.keyboard.type("İmza adımı eklendi")
    press(page, "Taslağı kaydet")
    expect(page.get_by_role("status").first).to_contain_text("kaydedildi")


def read_difference(page: Page) -> None:
    page.goto(ADDRESS)
    press(page, "Farkı gör")
    expect_title(page, "Sürüm farkı")
    main = page.get_by_role("main")
    expect(main).to_contain_text("1 adım eklendi, 1 adım değişti")
    expect(main).to_contain_text("İmza adımı eklendi")
    expect(main.get_by_role("row", name=re.compile("Eklendi.*Makbuzun imzalanması"))).to_have_count(1)
    expect(main).to_contain_text("Tahsilatın yapılması")
    expect(main).to_contain_text("Tahsilatın kasaya alınması")
    expect(main.locator("svg").first).to_be_visible()
    look(page, "sema-farki")


def past_version_stays(page: Page) -> None:
    page.goto(ADDRESS)
    look(page, "surec-onayli")
    page.goto(ADDRESS + "/chart?version=1")
    expect(page.get_by_role("main")).to_contain_text("Tahsilatın yapılması")
    expect(page.get_by_role("main")).not_to_contain_text("Makbuzun imzalanması")
    page.goto(ADDRESS + "/chart?paper=a4&way=vertical")
    look(page, "sema-a4")
