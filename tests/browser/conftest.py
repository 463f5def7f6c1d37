"""A real browser in front of a real server: Debian's Chromium, driven by Playwright."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

from tests.api.conftest import address as address  # noqa: PLC0414 - the same server as the API's
from tests.missing import missing

AXE = (
    Path(__file__).parents[2] / "api" / "pages" / "web" / "node_modules" / "axe-core" / "axe.min.js"
)
CHROMIUM = shutil.which("chromium")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the browser, started once for a worker."""
    if CHROMIUM is None:
        missing("chromium", "`apt-get install chromium` on Debian")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """Return the accessibility checker's program."""
    if not AXE.exists():
        missing("axe-core", "`make web` fetches it")
    return AXE.read_text(encoding="utf-8")


class Watched:
    """A page that notes what no page of ours may do: ask another host, or break."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.faults: list[str] = []
        self.bytes = 0
        self._address = address
        context.route("**/*", self._only_here)
        self.page = context.new_page()
        self.page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.page.on(
            "console",
            lambda said: (
                self.faults.append(f"console: {said.text}") if said.type == "error" else None
            ),
        )

    def _only_here(self, route: Route) -> None:
        url = route.request.url
        if url.startswith((self._address, "data:", "blob:")):
            route.continue_()
        else:
            self.faults.append(f"request to {url}")
            route.abort()

    def open(self, path: str) -> Page:
        """Go to a path of the server."""
        self.page.goto(self._address + path)
        return self.page


@pytest.fixture
def watched(browser: Browser, address: str) -> Iterator[Watched]:
    """Return a page; a request to another host or an error in it fails the test."""
    context = browser.new_context(bypass_csp=True)
    found = Watched(context, address)
    yield found
    context.close()
    assert found.faults == []


@pytest.fixture
def scriptless(browser: Browser, address: str) -> Iterator[Watched]:
    """Return a page in a browser without JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    found = Watched(context, address)
    yield found
    context.close()
    assert found.faults == []
