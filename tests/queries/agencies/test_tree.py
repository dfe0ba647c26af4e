"""Agencies and their relatives."""

import pytest

from lapor.queries.agencies.above import above, inspectorate_of
from lapor.queries.agencies.tree import (
    agencies_by_id,
    agency_by_code,
    agency_by_id,
    agency_choices,
    children_of,
    governments_of,
)
from lapor.records.agencies.agency import Agency

pytestmark = pytest.mark.usefixtures("reference")


def agency(code: str) -> Agency:
    return Agency.objects.get(code=code)


def id_of(code: str) -> int:
    return agency(code).pk


def test_by_code_and_id() -> None:
    line = agency_by_code("1372")
    assert line is not None
    assert line.name == "Pemerintah Kota Solok"
    assert agency_by_id(line.id) == line
    assert agencies_by_id([line.id, 0]) == {line.id: line}
    assert agency_by_code("none") is None
    assert agency_by_id(0) is None


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("137202", "1372"),
        ("1372-1.03", "1372"),
        ("1372", "13"),
        ("13", "NASIONAL"),
        ("P031", "NASIONAL"),
        ("317401", "3174"),
        ("3174", "31"),
    ],
)
def test_the_level_above(code: str, expected: str) -> None:
    higher = above(agency(code))
    assert higher is not None
    assert higher.code == expected


def test_nobody_is_above_the_national_desk() -> None:
    assert above(agency("NASIONAL")) is None


def test_an_agency_without_coordinator_falls_to_the_national_desk() -> None:
    Agency.objects.filter(code="1372").update(coordinated_by=None)
    assert above(agency("1372")) == agency("NASIONAL")


def test_children() -> None:
    children = {line.code for line in children_of(id_of("1372"))}
    assert {"1372-1.03", "1372-6.01", "1372-1.02.2", "137201", "137202"} <= children
    Agency.objects.filter(code="1372-1.03").update(is_active=False)
    assert "1372-1.03" not in {line.code for line in children_of(id_of("1372"))}


def test_choices_come_in_the_order_of_the_tree() -> None:
    lines = agency_choices(id_of("31"))
    codes = [line.code for line in lines]
    assert codes[0] == "31"
    assert codes.index("3174") < codes.index("317401") < codes.index("3175")
    assert len(codes) == len(set(codes))
    assert agency_choices(0) == ()


@pytest.mark.parametrize(
    ("region", "expected"),
    [
        ("13.72.02.1003", ["1372", "13"]),
        ("13.72", ["1372", "13"]),
        ("13", ["13"]),
        ("31.74.01", ["31"]),
        ("99", []),
    ],
)
def test_governments_of_a_place(region: str, expected: list[str]) -> None:
    assert [line.code for line in governments_of(region)] == expected


def test_inspectorate() -> None:
    office, central = inspectorate_of(agency("1372-1.03")), inspectorate_of(agency("P031"))
    assert office is not None
    assert office.code == "1372-6.01"
    assert central is None
