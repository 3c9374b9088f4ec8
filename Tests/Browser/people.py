"""What a person does before and while using the pages: first set-up, signing in, looking at a page."""

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

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
    page.get_by_label("Kullanıcı adı").fill(LOGIN)
    page.get_by_label("Ad soyad").fill(NAME)
    fill_passwords(page)
    page.get_by_role("main").get_by_role("button").first.click()


def fill_passwords(page: Page) -> None:
    """Fills every password field of the form: the password and, where asked, its repetition."""
    for field in page.locator("input[type=password]").all():
        field.fill(PASSWORD)


def sign_in(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Kullanıcı adı").fill(LOGIN)
    fill_passwords(page)
    page.get_by_role("button", name="Giriş yap").click()


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


def look(page: Page, name: str) -> None:
    """Takes a picture of the whole page on a telephone and on a desk, and checks both for faults."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    before = page.viewport_size
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=SCREENSHOTS / f"{name}-{width}.png", full_page=True)
        assert_fits(page)
        assert_accessible(page)
    page.set_viewport_size(before)
