"""Outlines as GeoJSON."""

import pytest

from lapor.queries.places.map_data import bounds_of, neighbours_in, outline, outlines_in
from lapor.records.reference.files import rows_of
from lapor.rules.places import RegionLevel

SOLOK = (100.5, -0.9, 100.8, -0.6)


@pytest.mark.parametrize("code", ["13", "13.72", "13.72.02"])
def test_an_outline_is_a_closed_feature_around_its_bounds(code: str) -> None:
    feature = outline(code)
    bounds = bounds_of(code)
    assert feature is not None
    assert bounds is not None
    assert feature["properties"] == {"code": code}
    for polygon in feature["geometry"]["coordinates"]:
        for ring in polygon:
            assert ring[0] == ring[-1]
            assert all(bounds[0] - 0.001 <= x <= bounds[2] + 0.001 for x, _ in ring)


@pytest.mark.parametrize("code", ["13.72.02.1003", "99", "", "nonsense"])
def test_there_is_no_outline_of_villages_and_unknown_codes(code: str) -> None:
    assert outline(code) is None
    assert bounds_of(code) is None


def test_outlines_in_a_box() -> None:
    codes = {feature["properties"]["code"] for feature in outlines_in(SOLOK, RegionLevel.CITY)["features"]}
    assert {"13.72", "13.02"} <= codes
    assert "31.71" not in codes
    assert outlines_in(SOLOK, RegionLevel.VILLAGE)["features"] == []


def test_neighbours_are_there_for_the_background() -> None:
    features = neighbours_in((109, 0, 119, 8))["features"]
    assert "Malaysia" in {feature["properties"]["code"] for feature in features}


def test_every_region_down_to_districts_has_an_outline() -> None:
    codes = [row["code"] for row in rows_of("regions.csv.gz") if len(row["code"]) < 13]
    missing = [code for code in codes if bounds_of(code) is None]
    assert missing == []
