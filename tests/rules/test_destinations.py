"""Where a report may be handed to: the whole table of what lies below what."""

import pytest

from lapor.rules.agencies import AgencyKind
from lapor.rules.destinations import Seat, is_below, why_not_there
from lapor.rules.lifecycle import Move

K = AgencyKind
NATION = Seat(1, "/1/", K.NATIONAL_DESK, 1, None)
PROVINCE = Seat(2, "/2/", K.PROVINCE, 2, 1)
ITS_INSPECTORATE = Seat(3, "/2/3/", K.INSPECTORATE, 2, 1)
CITY = Seat(4, "/4/", K.CITY, 4, 2)
OFFICE = Seat(5, "/4/5/", K.OFFICE, 4, 2)
UNIT = Seat(6, "/4/5/6/", K.UNIT, 4, 2)
INSPECTORATE = Seat(7, "/4/7/", K.INSPECTORATE, 4, 2)
MINISTRY = Seat(8, "/8/", K.MINISTRY, 8, 1)
EVERYBODY = (NATION, PROVINCE, ITS_INSPECTORATE, CITY, OFFICE, UNIT, INSPECTORATE, MINISTRY)


@pytest.mark.parametrize(
    ("top", "below"),
    [
        (NATION, {PROVINCE, ITS_INSPECTORATE, MINISTRY}),
        (PROVINCE, {ITS_INSPECTORATE, CITY, OFFICE, UNIT, INSPECTORATE}),
        (ITS_INSPECTORATE, {INSPECTORATE}),
        (CITY, {OFFICE, UNIT, INSPECTORATE}),
        (OFFICE, {UNIT}),
        (UNIT, set()),
        (INSPECTORATE, set()),
        (MINISTRY, set()),
    ],
)
def test_what_lies_below(top: Seat, below: set[Seat]) -> None:
    assert {agency for agency in EVERYBODY if is_below(agency, top)} == below


@pytest.mark.parametrize(
    ("move", "to", "is_supervisory", "refusal"),
    [
        (Move.ROUTE_DOWN, OFFICE, False, ""),
        (Move.ROUTE_DOWN, CITY, False, "agency_not_below"),
        (Move.ROUTE_DOWN, PROVINCE, False, "agency_not_below"),
        (Move.ROUTE_DOWN, OFFICE, True, "supervisory_to_inspectorate"),
        (Move.ROUTE_DOWN, INSPECTORATE, True, ""),
        (Move.TRANSFER, PROVINCE, False, ""),
        (Move.TRANSFER, CITY, False, "agency_is_holder"),
        (Move.TRANSFER, CITY, True, "supervisory_to_inspectorate"),
        (Move.TRANSFER, MINISTRY, True, ""),
        (Move.DECIDE, CITY, False, ""),
    ],
)
def test_why_a_report_of_the_city_goes_there_or_not(
    move: Move, to: Seat, is_supervisory: bool, refusal: str
) -> None:
    assert why_not_there(move, to, CITY, is_supervisory=is_supervisory) == refusal
