"""Regions by code."""

import pytest

from lapor.queries.places.regions import region_by_code, region_chain, regions_below, regions_by_code
from lapor.records.places.region import Region
from lapor.rules.places import RegionLevel

pytestmark = pytest.mark.usefixtures("reference")


def test_by_code() -> None:
    place = region_by_code("13.72")
    assert place is not None
    assert (place.name, place.level, place.time_zone) == ("Kota Solok", RegionLevel.CITY, "Asia/Jakarta")
    assert place.population == 85553
    assert region_by_code("99") is None


def test_many_by_code() -> None:
    assert set(regions_by_code(["13", "13.72", "99"])) == {"13", "13.72"}


def test_chain() -> None:
    assert [place.name for place in region_chain("13.72.02.1003")] == [
        "Sumatera Barat",
        "Kota Solok",
        "Tanjung Harapan",
        "Tanjung Paku",
    ]
    assert region_chain("13.72.02.9999") == ()


def test_below() -> None:
    assert [place.code for place in regions_below(None)] == ["13", "31", "32"]
    assert [place.name for place in regions_below("13.72")] == ["Lubuk Sikarah", "Tanjung Harapan"]
    Region.objects.filter(code="13.72.01").update(is_active=False)
    assert [place.name for place in regions_below("13.72")] == ["Tanjung Harapan"]
