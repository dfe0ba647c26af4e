"""Whatever stands in an address, the public pages answer."""

import pytest
from django.test import Client
from django.utils.http import urlencode
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders.world import World, routed

NAMES = ("q", "tempat", "tempat_text", "instansi", "instansi_text", "kategori", "jenis", "keadaan", "dari")
TEXT = st.text(st.characters(codec="utf-8"), max_size=40) | st.sampled_from(
    (
        "'",
        "\\",
        "a:*",
        "!&|()<->",
        "%",
        "13.72",
        "pandan'",
        "9999-12-31",
        "0001-01-01",
        "٣",
        "1e999",
        "²",
        "\x00",
    )
)
QUERY = st.lists(st.tuples(st.sampled_from((*NAMES, "sampai", "sesudah")), TEXT), max_size=6)
CALM = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
PAGES = ("/laporan/", "/laporan/atom.xml", "/instansi/", "/")


@pytest.mark.parametrize("address", PAGES)
def test_no_query_breaks_a_page(world: World, address: str) -> None:
    routed(world)
    client = Client()

    @CALM
    @given(QUERY)
    def answered(query: list[tuple[str, str]]) -> None:
        assert client.get(f"{address}?{urlencode(query)}").status_code in (200, 302, 400)

    answered()


@pytest.mark.parametrize("address", ["/laporan/{}/", "/instansi/{}/", "/instansi/cari/?q={}"])
def test_no_path_breaks_a_page(world: World, address: str) -> None:
    client = Client()

    @CALM
    @given(TEXT.filter(lambda text: text.strip("/. ") == text and "/" not in text and text))
    def answered(text: str) -> None:
        from urllib.parse import quote

        page = client.get(address.format(quote(text, safe="")))
        assert page.status_code in (200, 301, 302, 400, 404)

    answered()


@pytest.mark.parametrize("cursor", ["x", "W10", "WyJ4Il0", "bnVsbA", "WzEsMl0", "e30", "%", "=", "A" * 5000])
def test_a_broken_cursor_shows_the_first_page(world: World, cursor: str) -> None:
    code = routed(world)
    page = Client().get("/laporan/", {"sesudah": cursor})
    assert page.status_code == 200
    assert code in page.content.decode()
