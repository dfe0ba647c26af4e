"""Finding places by typing."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lapor.queries.places.find_places import find_places
from lapor.records.places.region import Region
from lapor.rules.places import RegionLevel

pytestmark = pytest.mark.usefixtures("reference")


def first(text: str) -> str:
    found = find_places(text)
    return found[0].label if found else ""


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("kota solok", "Kota Solok, Sumatera Barat"),
        ("kab. solok", "Kabupaten Solok, Sumatera Barat"),
        ("KAB SOLOK", "Kabupaten Solok, Sumatera Barat"),
        ("tanjung paku solok", "Tanjung Paku, Tanjung Harapan, Kota Solok, Sumatera Barat"),
        ("Tanjung Paku, Kota Solok", "Tanjung Paku, Tanjung Harapan, Kota Solok, Sumatera Barat"),
        ("solok tanjung paku", "Tanjung Paku, Tanjung Harapan, Kota Solok, Sumatera Barat"),
        ("kelurahan tanah garam", "Tanah Garam, Lubuk Sikarah, Kota Solok, Sumatera Barat"),
        ("kec. tebet", "Tebet, Kota Administrasi Jakarta Selatan, DKI Jakarta"),
        ("jaksel", "Kota Administrasi Jakarta Selatan, DKI Jakarta"),
        ("dki", "DKI Jakarta"),
        ("jakarta", "DKI Jakarta"),
        ("sumbar", "Sumatera Barat"),
        ("bandung jabar", "Kabupaten Bandung, Jawa Barat"),
        ("kota bandung", "Kota Bandung, Jawa Barat"),
        ("tanjung pak", "Tanjung Paku, Tanjung Harapan, Kota Solok, Sumatera Barat"),
        ("tanjugn paku", "Tanjung Paku, Tanjung Harapan, Kota Solok, Sumatera Barat"),
        ("sukabmui", "Kabupaten Sukabumi, Jawa Barat"),
        ("s", "Sumatera Barat"),
    ],
)
def test_the_likeliest_place_comes_first(text: str, label: str) -> None:
    assert first(text) == label


def test_places_of_one_name_are_told_apart_by_their_labels() -> None:
    labels = [place.label for place in find_places("menteng")]
    assert labels[0] == "Menteng, Kota Administrasi Jakarta Pusat, DKI Jakarta"
    assert "Menteng, Bogor Barat, Kota Bogor, Jawa Barat" in labels
    assert len(labels) == len(set(labels))


def test_of_equals_the_bigger_comes_first() -> None:
    names = [place.label for place in find_places("solok")][:2]
    assert names == ["Kabupaten Solok, Sumatera Barat", "Kota Solok, Sumatera Barat"]


def test_a_postal_code_finds_its_villages() -> None:
    found = find_places("27324")
    assert {place.postal_code for place in found} == {"27324"}
    assert "Tanjung Paku" in {place.name for place in found}


def test_a_level_restricts() -> None:
    found = find_places("solok", level=RegionLevel.CITY)
    assert [place.code for place in found] == ["13.72"]


def test_limit_holds() -> None:
    assert len(find_places("suka", limit=3)) == 3
    assert len(find_places("suka")) == 8


def test_retired_places_are_not_offered() -> None:
    assert first("kota solok").startswith("Kota Solok")
    Region.objects.filter(code="13.72").update(is_active=False)
    assert "13.72" not in {place.code for place in find_places("kota solok")}


@pytest.mark.parametrize(
    "text",
    ["", "   ", "%%%", "_", "'; DROP TABLE lapor_region", "\\", "日本語", "zzqqxx", "a b c", "x" * 5000],
)
def test_odd_text_finds_nothing_and_breaks_nothing(text: str) -> None:
    assert isinstance(find_places(text), tuple)
    assert Region.objects.exists()


@pytest.mark.parametrize(("text", "statements"), [("tanjung paku solok", 1), ("tanjugn pakk", 2), ("", 0)])
def test_statements(text: str, statements: int) -> None:
    with CaptureQueriesContext(connection) as made:
        find_places(text)
    assert len(made) == statements
