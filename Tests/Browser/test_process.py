"""A process owner types a chart with the keyboard alone, a manager approves it, it is changed, and the difference is read.

The owner never touches the mouse; the manager uses a telephone.
"""

import re

from playwright.sync_api import Page, expect

from people import expect_title, fill_passwords, look, set_up
from test_accessible import tab_to

LINK = re.compile(r"/password/[0-9a-f]+")
CODE = "TAH-01"
ADDRESS = f"/processes/{CODE}"
CARD = {"Süreç": "Tahsilat", "Süreç sahibi": "Tahsilat Şefi", "Yasal dayanak": "6183 s.K.", "Doküman no": "İA-001"}
# Name, first letters of the kind, role, next.
ROWS = [
    ("Ödeme talebi alındı", "ba", "Vezne", ""),
    ("Borcun sorgulanması", "", "Vezne", ""),
    ("Borç doğru mu?", "", "Şef", "Evet 4; Hayır 2"),
    ("Tahsilatın yapılması", "", "Vezne", ""),
    ("Makbuz verildi", "bi", "Vezne", ""),
]


def test_chart_typed_by_keyboard_is_approved_changed_and_compared(visit, server):
    with visit(server) as owner, visit(server) as manager:
        set_up(owner, server)
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


def paste(page: Page, text: str) -> None:
    """What Ctrl+V does with cells copied from a spreadsheet."""
    page.evaluate("""text => { const data = new DataTransfer(); data.setData('text/plain', text);
      document.activeElement.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }""", text)


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
