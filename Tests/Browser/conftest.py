"""Fixtures of the browser tests: one browser, one server per test module, pages with and without JavaScript."""

import os
import shutil
import signal
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, sync_playwright

from server import Server

PATIENCE_MS = 15_000
TEST_SECONDS = 300


@pytest.fixture(autouse=True)
def deadline():
    """No test may hang: a page that never settles would otherwise stop the whole run."""

    def expire(*_):
        raise TimeoutError(f"the test took more than {TEST_SECONDS} s")

    signal.signal(signal.SIGALRM, expire)
    signal.alarm(TEST_SECONDS)
    yield
    signal.alarm(0)


@pytest.fixture(scope="session")
def program() -> Path:
    path = Path(os.environ["GUVENCE_PROGRAM"])
    assert os.access(path, os.X_OK), f"not a program: {path}"
    return path


@pytest.fixture(scope="session")
def browser():
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    assert chromium, "chromium is missing: bin/install-dependencies --tests"
    # Chromium's sandbox refuses to work for root, who runs the tests in containers.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def server(program, tmp_path_factory):
    """The sample municipality, served; nobody has an account yet."""
    server = Server(program, tmp_path_factory.mktemp("guvence"))
    yield server
    server.stop()


def new_page(browser: Browser, server: Server, scripted: bool):
    context = browser.new_context(
        base_url=server.address, locale="tr-TR", timezone_id="Europe/Istanbul",
        viewport={"width": 1440, "height": 900}, java_script_enabled=scripted, accept_downloads=True)
    context.set_default_timeout(PATIENCE_MS)
    return context.new_page()


@pytest.fixture
def page(browser, server):
    """A page that fails the test when the browser reports a script error or a broken security policy."""
    complaints: list[str] = []
    page = new_page(browser, server, scripted=True)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda line: complaints.append(line.text) if is_fault(line) else None)
    yield page
    page.context.close()
    assert not complaints, "\n".join(complaints)


def is_fault(line: ConsoleMessage) -> bool:
    """A refused form (4xx) is an answer, not a fault; everything else the console calls an error is one."""
    refused = "Failed to load resource: the server responded with a status of 4"
    return line.type == "error" and not line.text.startswith(refused)


@pytest.fixture
def plain_page(browser, server):
    """A page of a browser whose JavaScript is switched off."""
    page = new_page(browser, server, scripted=False)
    yield page
    page.context.close()
