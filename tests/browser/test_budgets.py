"""What a page weighs and how it comes: measured in Chromium, on files as they are served in production."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.test import override_settings
from playwright.sync_api import Page

from tests.browser.reports import reports_of
from tests.builders.browser import Open, Site, serve
from tests.builders.journey import camera_photo, journey_world, time_of
from tests.builders.telling import fill_in, review, send

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("storage_folder"),
]
FIRST_PAGE = 60_000
SUBMISSION = 300_000
_PAINTS = """
    window.shifts = []; window.largest = 0;
    new PerformanceObserver(list => list.getEntries().forEach(entry => {
      const moved = entry.sources.map(source => source.node && source.node.outerHTML);
      if (!entry.hadRecentInput) shifts.push(entry.value + " " + moved);
    })).observe({type: "layout-shift", buffered: true});
    new PerformanceObserver(list => { largest = list.getEntries().pop().startTime; })
      .observe({type: "largest-contentful-paint", buffered: true});
"""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The application with static files collected, compressed and hashed, as WhiteNoise serves them."""
    storages = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }
    with override_settings(STORAGES=storages, STATIC_ROOT=tmp_path_factory.mktemp("static")):
        call_command("collectstatic", verbosity=0, interactive=False)
        yield from serve(WSGIHandler())


def _weighed(page: Page, address: str) -> dict[str, int]:
    """Bytes that came over the wire for each address, headers included."""
    session = page.context.new_cdp_session(page)
    names: dict[str, str] = {}
    sizes: dict[str, int] = {}

    def answered(event: dict[str, Any]) -> None:
        names[event["requestId"]] = event["response"]["url"].partition("/aset/")[2] or "page"

    def finished(event: dict[str, Any]) -> None:
        sizes[names[event["requestId"]]] = int(event["encodedDataLength"])

    session.on("Network.responseReceived", answered)
    session.on("Network.loadingFinished", finished)
    session.send("Network.enable")
    page.goto(address, wait_until="networkidle")
    return sizes


@pytest.mark.parametrize("script", [True, False])
def test_the_first_page_is_light(open_page: Open, served: Site, script: bool) -> None:
    world = journey_world(has_approver=False)
    reports_of(world)
    with time_of(world):
        page = open_page("/robots.txt", at=served, script=script)
        sizes = _weighed(page, f"{served.address}/")
        assert sum(sizes.values()) <= FIRST_PAGE, sizes
        page.locator("textarea[name=isi]").fill("Jalan di depan SD berlubang.")
        page.get_by_role("button", name="Mulai lapor").click()
        assert page.locator("textarea[name=text]").input_value() == "Jalan di depan SD berlubang."


def test_a_submission_with_a_photograph_is_light(open_page: Open, served: Site) -> None:
    world = journey_world()
    photo = camera_photo()
    assert len(photo) > 3_500_000
    with time_of(world):
        page = open_page("/lapor/", at=served)
        before = len(served.door.arrived)
        fill_in(page, photo=photo)
        review(page)
        send(page)
    sent = [arrived for arrived in served.door.arrived[before:] if arrived[0] == "POST"]
    assert sum(size for _method, _path, size in sent) <= SUBMISSION, sent
    assert max(size for _method, _path, size in sent) > 20_000, "the photograph did not travel"


def test_nothing_moves_while_pages_come(open_page: Open, served: Site) -> None:
    world = journey_world(has_approver=False)
    codes = reports_of(world)
    with time_of(world):
        home = open_page("/", at=served, unlocked=tuple(codes.values()))
        home.context.add_init_script(_PAINTS)
        for address in ("/", "/lapor/", f"/lacak/{codes['settled']}/", f"/laporan/{codes['late']}/"):
            page = home.context.new_page()
            page.goto(served.address + address, wait_until="networkidle")
            page.wait_for_function("window.largest > 0")
            assert page.evaluate("window.shifts") == [], address
            page.close()
