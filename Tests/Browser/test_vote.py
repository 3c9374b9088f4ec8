"""Three people vote on a risk at the same time, from the invitation to the assessment and the form to sign.

The chair sits at a desk; one participant has a telephone with JavaScript, the other one without.
"""

import json
import re

from playwright.sync_api import Page, expect

from people import expect_title, fill_passwords, go, look, open_risk, set_up

LINK = re.compile(r"/password/[0-9a-f]+")
RISK = "MH.RA.0002"
PEOPLE = {"veli": ("Veli Can", "surec-sahibi", "Bİ"), "zehra": ("Zehra Ak", "kurul", None)}
TELEPHONE = {"width": 360, "height": 740}


def test_three_people_vote_twice_and_the_result_is_the_assessment(visit, server):
    with visit(server) as chair, visit(server) as veli, visit(server, scripted=False) as zehra:
        set_up(chair, server)
        for page, login in ((veli, "veli"), (zehra, "zehra")):
            page.set_viewport_size(TELEPHONE)
            enter(page, server, login)
        call_session(chair)
        item = follow_invitation(veli)
        follow_invitation(zehra)

        chair.get_by_role("link", name=re.compile(RISK)).first.click()
        chair.get_by_role("button", name="Oylamaya aç").click()
        first_round(chair, veli, zehra, server)
        second_round(chair, veli, zehra, item)

        chair.get_by_role("button", name="Sonucu kabul et").click()
        expect(chair.get_by_role("main")).to_contain_text("Artık risk kontrollerin önerdiğinden (2 × 4) farklı")
        chair.get_by_label("Gerekçe", exact=True).fill("Artık değer yıl sonu gözlemine dayanır")
        chair.get_by_role("button", name="Sonucu kabul et").click()
        expect(chair.get_by_role("status").first).to_contain_text("yeni değerlendirmesi oldu")
        expect(veli.get_by_text("Sonuç değerlendirme oldu")).to_be_visible()
        see_assessment(chair, item)
        sign_form(chair, item)


def enter(page: Page, server, login: str) -> None:
    """Follows the link of an account made at the command line."""
    name, role, unit = PEOPLE[login]
    done = server.command("user", "add", login, "--name", name, "--role", role, *(("--unit", unit) if unit else ()))
    assert done.returncode == 0, done.stderr
    page.goto(LINK.search(done.stdout).group())
    fill_passwords(page)
    page.get_by_role("main").get_by_role("button").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_count(1)


def call_session(chair: Page) -> None:
    go(chair, "Oylama")
    expect(chair.get_by_role("main")).to_contain_text("Yıl sonu risk oylaması")
    chair.get_by_role("link", name="Oylama oturumu aç").click()
    chair.get_by_label("Birim").select_option("MH")
    chair.get_by_role("button", name="Devam et").click()
    look(chair, "oylama-ac")
    chair.get_by_label("Oturumun adı").fill("Tahsilat riskleri")
    for name in ("Ayşe Işık", "Veli Can", "Zehra Ak"):
        chair.get_by_role("group", name="Katılımcılar").get_by_label(name).select_option("present")
    chair.get_by_label(f"Oylanan: {RISK}").select_option("inherent")
    chair.get_by_role("button", name="Kaydet").click()
    expect_title(chair, "Tahsilat riskleri")
    look(chair, "oylama-oturumu")


def follow_invitation(page: Page) -> str:
    """From the list to the item, which is not open yet; returns its address."""
    page.goto("/votes")
    page.get_by_role("link", name="Tahsilat riskleri").click()
    page.get_by_role("link", name=re.compile(RISK)).first.click()
    expect(page.get_by_role("main")).to_contain_text("henüz oylamaya açılmadı")
    return page.url.split("?")[0]


def choose(page: Page, impact: int, likelihood: int) -> None:
    page.locator(f"#s-impact-{impact}").check(force=True)
    page.locator(f"#s-likelihood-{likelihood}").check(force=True)


def cast(page: Page, impact: int, likelihood: int, button: str = "Oy ver") -> None:
    choose(page, impact, likelihood)
    page.get_by_role("button", name=button, exact=True).click()


def first_round(chair: Page, veli: Page, zehra: Page, server) -> None:
    # The telephone with JavaScript sees the opening by itself; nothing was touched there.
    expect(veli.get_by_role("button", name="Oy ver", exact=True)).to_be_visible()
    look(veli, "oylama-oy")
    choose(veli, 5, 4)
    veli.locator("#s-likelihood-4").focus()
    zehra.get_by_role("link", name="Yenile").click()
    cast(zehra, 1, 2)
    expect(zehra.get_by_role("status").first).to_contain_text("Oyunuz alındı")
    cast(zehra, 2, 2, button="Oyumu değiştir")
    # Another's vote is announced; the choice and the focus stay where they were.
    expect(veli.locator("[data-poll-status]")).to_contain_text("1 / 3 oy verildi")
    expect(veli.locator("[data-poll-status]")).to_have_attribute("role", "status")
    expect(veli.locator("#s-impact-5")).to_be_checked()
    expect(veli.locator("#s-likelihood-4")).to_be_focused()
    cast(veli, 5, 4)
    expect(chair.locator("[data-poll-status]")).to_contain_text("2 / 3 oy verildi")
    nobody_sees_a_vote(chair, server)
    cast(chair, 3, 4)
    for page in (chair, veli):
        expect(page.get_by_role("heading", name="1. tur")).to_be_visible()
        expect(page.get_by_role("row", name=re.compile("Zehra Ak"))).to_contain_text("2")
        expect(page.get_by_role("row", name=re.compile("Standart sapma"))).to_contain_text("1,25")
    look(chair, "oylama-sonuc")


def nobody_sees_a_vote(chair: Page, server) -> None:
    main = chair.get_by_role("main")
    expect(main).to_contain_text("Veli Can: ✓ oy verdi")
    expect(main.locator("input:checked")).to_have_count(0)
    expect(main.locator("svg.dots")).to_have_count(0)
    chair_form = chair.request.get(chair.url.split("/items")[0] + "/form").text()
    assert "<td class=\"letter\">5</td>" not in chair_form
    answer = server.command("vote", "show", "2", "--json")
    rounds = json.loads(answer.stdout)["items"][0]["rounds"]
    assert rounds == [{"round": 1, "opened": False, "voters": ["veli", "zehra"]}], answer.stdout


def second_round(chair: Page, veli: Page, zehra: Page, item: str) -> None:
    chair.get_by_role("button", name="Yeni tur aç").click()
    expect(chair.locator("[data-poll-status]")).to_contain_text("2. tur")
    expect(veli.get_by_role("button", name="Oy ver", exact=True)).to_be_visible()
    cast(veli, 4, 4)
    zehra.goto(item)
    cast(zehra, 4, 3)
    chair.goto(item)
    cast(chair, 4, 4)
    expect(chair.get_by_role("heading", name="2. tur")).to_be_visible()
    expect(chair.get_by_role("heading", name="1. tur")).to_be_visible()
    expect(chair.get_by_role("main")).to_contain_text("(4 + 4 + 4) / 3 = 4 → 4")
    expect(veli.get_by_role("heading", name="2. tur")).to_be_visible()


def see_assessment(chair: Page, item: str) -> None:
    open_risk(chair, RISK)
    row = chair.get_by_role("row", name=re.compile("oylama ile")).first
    expect(row).to_contain_text("4 × 4")
    expect(row).to_contain_text("2. tur, 3 oy")
    expect(row.get_by_role("link", name="oylama ile")).to_have_attribute("href", item[item.index("/votes"):])


def sign_form(chair: Page, item: str) -> None:
    chair.goto(item.split("/items")[0])
    chair.get_by_role("button", name="Oylamayı kapat").click()
    expect_title(chair, "Risk Oylama Formu")
    row = chair.get_by_role("row", name=re.compile(RISK))
    expect(row).to_contain_text("4 × 4 = 16")
    expect(chair.locator("td.signature")).to_have_count(3)
    look(chair, "oylama-form")
    chair.emulate_media(media="print")
    expect(chair.get_by_role("navigation", name="Bölümler")).to_be_hidden()
    expect(row).to_be_visible()
    assert chair.pdf(format="A4", landscape=True).startswith(b"%PDF")
    chair.emulate_media(media="screen")
