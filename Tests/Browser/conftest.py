"""Fixtures of the browser tests: one browser, one server per test module, pages with and without JavaScript."""

import os
import shutil
import signal
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, sync_playwright

from people import set_up
from server import Server

PATIENCE_MS = 15_000
TEST_SECONDS = 300
# Addresses that a page makes out of itself; everything else must come from its own server.
OWN = ("data:", "blob:", "about:")


def pytest_addoption(parser):
    parser.addoption("--write-screens", action="store_true", help="rewrite the README's pictures in Tests/Golden/screens")


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


@pytest.fixture(scope="module")
def session(server, browser):
    """The cookies of the coordinator's session in the sample municipality."""
    context = browser.new_context(base_url=server.address)
    set_up(context.new_page(), server)
    yield context.storage_state()
    context.close()


@pytest.fixture(scope="module")
def empty_server(program, tmp_path_factory):
    """An administration that has just begun: no units, no risks, no account."""
    server = Server(program, tmp_path_factory.mktemp("guvence-empty"), sample=False)
    yield server
    server.stop()


@contextmanager
def visitor(browser: Browser, server: Server, scripted: bool = True, state: dict | None = None):
    """A browser of its own, with the cookies of `state`; fails on script errors, broken security policies and requests
    to other hosts."""
    context = browser.new_context(
        base_url=server.address, storage_state=state, locale="tr-TR", timezone_id="Europe/Istanbul",
        viewport={"width": 1440, "height": 900}, java_script_enabled=scripted, accept_downloads=True)
    context.set_default_timeout(PATIENCE_MS)
    context.js_enabled = scripted
    complaints = watch(context, server)
    try:
        yield context.new_page()
    finally:
        context.close()
    assert not complaints, "\n".join(complaints)


def watch(context: BrowserContext, server: Server) -> list[str]:
    complaints: list[str] = []
    context.on("weberror", lambda fault: complaints.append(f"script: {fault.error}"))
    context.on("console", lambda line: complaints.append(f"console: {line.text}") if is_fault(line) else None)
    context.on("request", lambda request: None if is_own(request.url, server) else complaints.append(
        f"leaves the server: {request.url}"))
    return complaints


def is_fault(line: ConsoleMessage) -> bool:
    """A refused form (4xx) is an answer, not a fault; everything else the console calls an error is one."""
    refused = "Failed to load resource: the server responded with a status of 4"
    return line.type == "error" and not line.text.startswith(refused)


def is_own(url: str, server: Server) -> bool:
    return url.startswith(OWN) or url == server.address or url.startswith(server.address + "/")


@pytest.fixture
def visit(browser):
    """Opens browsers: `with visit(server) as page`."""
    return lambda server, scripted=True, state=None: visitor(browser, server, scripted, state)
