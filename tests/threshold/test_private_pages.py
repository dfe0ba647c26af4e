"""What one person may see lies in no cache."""

import pytest

from lapor.threshold.access import Entry
from tests.access.routes import routes
from tests.builders.portal import browser_of
from tests.builders.world import World, settled

PAGES = ("", "tanda-terima/", "sanggah/", "cabut/", "privasi/", "selesai/")


@pytest.mark.parametrize("page", PAGES)
def test_the_reporters_pages(world: World, page: str) -> None:
    code = settled(world)
    for browser in (browser_of(code), browser_of()):
        assert browser.get(f"/lacak/{code}/{page}")["Cache-Control"] == "private, no-store"


def test_the_desk_and_the_account(world: World) -> None:
    browser = browser_of(account_id=world.officers["solok"].account_id)
    for address in ("/meja/", "/akun/"):
        assert browser.get(address)["Cache-Control"] == "private, no-store"


def test_everything_in_the_room_of_tracking_is_private() -> None:
    entries = {route.access.entry for route in routes() if route.pattern.startswith("lacak/")}
    assert entries == {Entry.OWN}
