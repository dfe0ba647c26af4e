"""What others reported near me: asked for by a press, answered by our own server."""

import pytest
from playwright.sync_api import expect

from tests.builders.browser import Open
from tests.builders.journey import journey_world, time_of
from tests.builders.world import routed

pytestmark = pytest.mark.django_db(transaction=True)
HERE = {"latitude": -0.79, "longitude": 100.66}


@pytest.mark.parametrize(
    ("path", "leads_to"), [("/", "/?tempat=13.72.02#sekitar"), ("/laporan/", "/laporan/?tempat=13.72.02")]
)
def test_near_me(open_page: Open, site: str, path: str, leads_to: str) -> None:
    world = journey_world()
    routed(world)
    with time_of(world):
        page = open_page(path, geolocation=HERE, permissions=["geolocation"])
        page.get_by_role("button", name="Dekat saya").click()
        page.wait_for_url(site + leads_to)
        expect(page.get_by_role("link", name="Jalan Pandan Ujung berlubang")).to_be_visible()


def test_who_does_not_say_where_he_is_reads_what_else_he_can_do(open_page: Open) -> None:
    journey_world()
    page = open_page("/laporan/", permissions=[])
    page.get_by_role("button", name="Dekat saya").click()
    expect(page.get_by_text("Lokasi tidak didapat. Tulis nama tempatnya saja.")).to_be_visible()
