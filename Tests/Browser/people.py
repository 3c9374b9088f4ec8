"""What a person does before and while using the pages: first set-up, signing in and out, looking at a page."""

import re
from pathlib import Path
from urllib.parse import quote

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from server import Server

LOGIN = "koordinator"
NAME = "Ayşe Işık"
PASSWORD = "denizde-yedi-ışıklı-gemi"
SCREENSHOTS = Path(__file__).resolve().parents[2] / ".build" / "screenshots"
WIDTHS = (360, 1440)
GRAVE = {"serious", "critical"}


def set_up(page: Page, server: Server) -> None:
    """Follows the one-time link and makes the first account; ends signed in."""
    page.goto(server.setup_path())
    fill_setup(page, LOGIN)
    expect_title(page, "Pano")


def fill_setup(page: Page, login: str) -> None:
    page.get_by_label("Kullanıcı adı").fill(login)
    page.get_by_label("Ad soyad").fill(NAME)
    fill_passwords(page)
    page.get_by_role("main").get_by_role("button").first.click()


def fill_passwords(page: Page) -> None:
    """Fills every password field of the form: the password and, where asked, its repetition."""
    for field in page.locator("input[type=password]").all():
        field.fill(PASSWORD)


def sign_in(page: Page, login: str = LOGIN) -> None:
    page.goto("/")
    page.get_by_label("Kullanıcı adı").fill(login)
    fill_passwords(page)
    page.get_by_role("button", name="Oturum aç").click()
    expect_title(page, "Pano")


def sign_out(page: Page) -> None:
    page.get_by_text(NAME, exact=True).first.click()
    page.get_by_role("button", name="Oturumu kapat").click()
    expect_title(page, "Oturum aç")


def go(page: Page, room: str) -> None:
    """Follows a link of the rooms at the left."""
    page.get_by_role("navigation", name="Bölümler").get_by_role("link", name=room, exact=True).click()


def open_risk(page: Page, reference: str) -> None:
    page.goto(risk_path(reference))
    expect_title(page, reference)


def risk_path(reference: str) -> str:
    return "/risks/" + quote(reference)


def expect_title(page: Page, title) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)


def assert_accessible(page: Page) -> None:
    """Fails on every fault that axe-core calls serious or critical, naming the elements.

    The page must allow JavaScript: axe-core is JavaScript, and without it the call would never return.
    """
    found = Axe().run(page).response["violations"]
    grave = [fault for fault in found if fault["impact"] in GRAVE]
    lines = [
        f"{fault['id']} ({fault['impact']}): {fault['help']}\n"
        + "\n".join(f"    {node['html'][:160]}" for node in fault["nodes"][:5])
        for fault in grave
    ]
    assert not grave, f"{page.url}\n" + "\n".join(lines)


def assert_fits(page: Page) -> None:
    """Nothing but wide matrices may scroll sideways, and those scroll inside their own frame."""
    excess = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert excess <= 0, f"{page.url} is {excess} px wider than the window"


def scripted(page: Page) -> bool:
    return page.context.js_enabled


def assert_titled(page: Page) -> None:
    """Every page has a title of its own and exactly one first heading."""
    expect(page).to_have_title(re.compile(r"\S.+ – .+"))
    expect(page.get_by_role("heading", level=1)).to_have_count(1)


def look(page: Page, name: str) -> None:
    """Takes a picture of the whole page on a telephone and on a desk, and checks both for faults.

    Without JavaScript nothing can be asked of the page; its pictures would be the same, so it is left alone.
    """
    if not scripted(page):
        return
    assert_titled(page)
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    before = page.viewport_size
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=SCREENSHOTS / f"{name}-{width}.png", full_page=True)
        assert_fits(page)
        assert_accessible(page)
    page.set_viewport_size(before)
