"""Regions by code."""

import pytest

from lapor.queries.places.regions import region_by_code, regions_by_code
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
