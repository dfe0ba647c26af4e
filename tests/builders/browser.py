"""A real Chromium on the real application, for what only a browser can tell.

`open_page("/lapor/", width=360)` opens an address in a browser of its own; `site` is the server's address.
The server runs in this process, so a test prepares the database through the steps and looks at the result;
pages with data need `@pytest.mark.django_db(transaction=True)`: the server has connections of its own.
Chromium is the program that LAPOR_CHROMIUM names, else the one on the PATH.
"""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import ThreadedWSGIServer
from django.core.servers.basehttp import WSGIRequestHandler as RequestHandler
from django.db import connections
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from lapor.config.command.browser import QUIET
from tests.access.people import client_of

AXE = Path(__file__).parent.parent / "browser/vendor/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CONTRAST = ["color-contrast", "link-in-text-block"]

Open = Callable[..., Page]


@dataclass
class Door:
    """Lets requests into the application, and knows how many are inside and what each brought along."""

    application: Callable[..., Any]
    #: Method, path and bytes of the body, in the order of arrival.
    arrived: list[tuple[str, str, int]] = field(default_factory=list)
    inside: int = 0
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        told = (environ["REQUEST_METHOD"], environ["PATH_INFO"], int(environ.get("CONTENT_LENGTH") or 0))
        self.arrived.append(told)
        return self.application(environ, start_response)

    def step(self, change: int) -> None:
        with self._changed:
            self.inside += change
            self._changed.notify_all()

    def wait_until_empty(self) -> None:
        """A request that is still being answered would write into tables that are being emptied."""
        with self._changed:
            assert self._changed.wait_for(lambda: self.inside == 0, timeout=20), "a request does not end"


class _Server(ThreadedWSGIServer):
    daemon_threads = True
    door: Door


class _Silent(RequestHandler):
    """Answers a request and lets go of the database: a thread outlives its page, a connection must not."""

    server: _Server

    def handle_one_request(self) -> None:
        self.rfile.peek(1)  # type: ignore[attr-defined] # waits for the next request without being inside
        self.server.door.step(1)
        try:
            super().handle_one_request()
        finally:
            connections.close_all()
            self.server.door.step(-1)

    def log_message(self, *args: object) -> None:
        pass


@dataclass
class Site:
    """A running server: its address, and what came to it."""

    address: str
    door: Door


def serve(application: Callable[..., Any]) -> Iterator[Site]:
    """Runs the application on a free port until the generator is closed."""
    server = _Server(("127.0.0.1", 0), _Silent)
    server.door = Door(application)
    server.set_app(server.door)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Site(f"http://127.0.0.1:{server.server_port}", server.door)
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def running_site() -> Iterator[Site]:
    # Without the folder WhiteNoise warns, and the tests collect nothing into it.
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    yield from serve(StaticFilesHandler(WSGIHandler()))


@pytest.fixture(scope="session")
def site(running_site: Site) -> str:
    """The address of the application, static files included."""
    return running_site.address


def chromium_path() -> str:
    """Where Chromium is. Fails the test if there is none: what was not looked at is not right."""
    found = os.environ.get("LAPOR_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        pytest.fail("No Chromium: install it (apt install chromium) or name it in LAPOR_CHROMIUM.")
    return found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    # Playwright keeps an event loop in this thread, where Django would refuse every query.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    expect.set_options(timeout=20_000)  # a busy machine is no reason to fail
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(QUIET))
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@dataclass
class Watch:
    """Gathers what pages complain of: a refused style or script, an error of a script."""

    complaints: list[str] = field(default_factory=list)

    def over(self, page: Page) -> None:
        page.on("console", lambda said: self._hear(page, said))
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))

    def _hear(self, page: Page, said: ConsoleMessage) -> None:
        # That the page itself was answered with 404 or 422 is what its test is about.
        is_own = said.text.startswith("Failed to load resource") and said.location["url"] == page.url
        # A test took the network away, or a newer request came instead; htmx says so too.
        lost = ("htmx:sendError", "htmx:sendAbort", "htmx:afterRequest")
        is_cut_off = "ERR_INTERNET_DISCONNECTED" in said.text or said.text.startswith(lost)
        if said.type == "error" and not is_own and not is_cut_off:
            self.complaints.append(f"{page.url}: {said.text}")


def new_context(
    browser: Browser, *, width: int = 360, scheme: str = "light", script: bool = True, **more: Any
) -> BrowserContext:
    """A browser of somebody in Indonesia who wants no animations."""
    words: dict[str, Any] = {
        "viewport": {"width": width, "height": 800},
        "color_scheme": scheme,
        "java_script_enabled": script,
        "locale": "id-ID",
        "reduced_motion": "reduce",
    }
    return browser.new_context(**words | more)


def let_in(
    context: BrowserContext, site: str, *, account: int | None = None, unlocked: tuple[str, ...] = ()
) -> None:
    """Signs the account in, and opens these reports with their codes."""
    session = client_of(account, unlocked=unlocked).cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": site}])


@pytest.fixture
def open_page(request: pytest.FixtureRequest, chromium: Browser, running_site: Site) -> Iterator[Open]:
    """Opens an address, each in a browser of its own unless `context` is the one of another page.

    At the end no page may have complained: a refused style or script complains.
    """
    if "transactional_db" in request.fixturenames:  # so that the tables are emptied after the last answer
        request.getfixturevalue("transactional_db")
    watch = Watch()
    contexts: list[BrowserContext] = []
    doors: list[Door] = []

    def visit(
        path: str,
        *,
        save: bool = False,
        account: int | None = None,
        unlocked: tuple[str, ...] = (),
        context: BrowserContext | None = None,
        at: Site = running_site,
        **options: Any,
    ) -> Page:
        if save:
            options["extra_http_headers"] = {"Save-Data": "on"}
        if context is None:
            context = new_context(chromium, **options)
            contexts.append(context)
            context.on("page", watch.over)
        if account or unlocked:
            let_in(context, at.address, account=account, unlocked=unlocked)
        page = context.new_page()
        doors.append(at.door)
        page.goto(at.address + path)
        page.wait_for_load_state("networkidle")
        return page

    yield visit
    for context in contexts:
        context.close()
    for door in doors:
        door.wait_until_empty()
    assert not watch.complaints, watch.complaints


def findings(page: Page, rules: list[str] | None = None) -> list[str]:
    """What axe finds on the page, one line each; `rules` are names of rules instead of all."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text())
    only = {"type": "rule", "values": rules} if rules else RULES
    found = page.evaluate("rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", only)
    return [
        f"{rule['id']}: {rule['help']}: {node['html'][:120]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
