"""Limits from a day on, and days off: the past stays, and everybody declares only his own."""

from dataclasses import replace
from datetime import date

import pytest

from lapor.queries.calendar.calendars import calendar_for, forget_calendars
from lapor.queries.calendar.limits import forget_limits, limits
from lapor.records.accounts.amendment import Amendment
from lapor.records.calendar.day_limit import DayLimit
from lapor.records.calendar.holiday import Holiday
from lapor.rules.deadlines import Clock, DayUnit, limit_for
from lapor.rules.kinds import Kind
from lapor.rules.refusals import Forbidden, NotFound, Refused
from lapor.steps.calendar.add_holiday import NewHoliday, add_holiday
from lapor.steps.calendar.set_day_limit import NewLimit, set_day_limit
from lapor.steps.calendar.withdraw_holiday import withdraw_holiday
from tests.builders.world import World

LIMIT = NewLimit(
    clock=Clock.FINISH,
    kind=Kind.ASPIRATION,
    is_supervisory=None,
    days=10,
    unit=DayUnit.WORKING_DAY,
    valid_from=date(2027, 1, 1),
    legal_basis="PermenPANRB 5/2025 pasal 12",
)


def days_on(on: date) -> int:
    forget_limits()
    found = limit_for(limits(), clock=Clock.FINISH, kind=Kind.ASPIRATION, is_supervisory=None, on=on)
    return found.days


def set_limit(world: World, who: str = "nasional", **changes: object) -> None:
    details = replace(LIMIT, **changes)  # type: ignore[arg-type]
    set_day_limit(actor=world.officers[who], details=details, now=world.now)


def test_a_new_limit_holds_from_its_day_on(world: World) -> None:
    rows = DayLimit.objects.count()
    set_limit(world)
    assert (days_on(date(2026, 12, 31)), days_on(date(2027, 1, 1))) == (5, 10)
    assert DayLimit.objects.count() == rows + 1
    assert Amendment.objects.get().changes["legal_basis"][1] == LIMIT.legal_basis


def test_a_temporary_limit_gives_way_again(world: World) -> None:
    set_limit(world, valid_to=date(2027, 1, 31))
    assert (days_on(date(2027, 1, 31)), days_on(date(2027, 2, 1))) == (10, 5)


def test_a_limit_that_has_not_begun_can_be_corrected(world: World) -> None:
    set_limit(world)
    set_limit(world, days=7)
    assert days_on(date(2027, 1, 1)) == 7
    assert list(Amendment.objects.values_list("deed", flat=True).order_by("id")) == ["added", "edited"]


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"valid_from": date(2026, 11, 18)}, "limit_in_past", "valid_from"),
        ({"valid_from": date(2018, 1, 1)}, "limit_in_past", "valid_from"),
        ({"valid_to": date(2026, 12, 31)}, "ends_before_start", "valid_to"),
        ({"days": 0}, "days_out_of_range", "days"),
        ({"days": 366}, "days_out_of_range", "days"),
        ({"legal_basis": " "}, "legal_basis_missing", "legal_basis"),
        ({"legal_basis": "x" * 251}, "line_too_long", "legal_basis"),
        ({"clock": Clock.VERIFICATION}, "limit_unknown", "scope"),
        ({"is_supervisory": True}, "limit_unknown", "scope"),
    ],
)
def test_limits_that_cannot_be(world: World, changes: dict[str, object], reason: str, field: str) -> None:
    with pytest.raises(Refused) as refused:
        set_limit(world, **changes)
    assert (refused.value.reason, refused.value.field) == (reason, field)


@pytest.mark.parametrize("who", ["solok", "provinsi", "pupr"])
def test_limits_are_the_national_desks(world: World, who: str) -> None:
    with pytest.raises(Forbidden):
        set_limit(world, who)


CITY_DAY = NewHoliday(on=date(2026, 12, 16), name="Hari jadi Kota Solok", region_code="13.72")


def add(world: World, who: str = "solok", **changes: object) -> None:
    add_holiday(
        actor=world.officers[who],
        details=replace(CITY_DAY, **changes),  # type: ignore[arg-type]
        now=world.now,
    )


def is_off(region: str, on: date = CITY_DAY.on) -> bool:
    forget_calendars()
    return not calendar_for(region).is_working(on)


def test_a_local_day_holds_in_its_region_only(world: World) -> None:
    add(world)
    assert is_off("13.72.02.1003")
    assert not is_off("13.71")
    assert Amendment.objects.get(subject="holiday").changes["name"] == ["", CITY_DAY.name]


def test_the_national_desk_declares_for_all(world: World) -> None:
    add(world, "nasional", region_code="", kind="joint_leave")
    assert is_off("13.71")
    add(world, "nasional", region_code="13", on=date(2026, 12, 17))
    assert is_off("13.72", date(2026, 12, 17))


@pytest.mark.parametrize(
    ("who", "changes"),
    [
        ("padang", {}),
        ("solok", {"region_code": "13"}),
        ("solok", {"region_code": "", "kind": "national"}),
        ("pupr", {}),
        ("provinsi", {}),
    ],
)
def test_days_that_are_not_his_to_declare(world: World, who: str, changes: dict[str, object]) -> None:
    with pytest.raises(Forbidden):
        add(world, who, **changes)
    assert not is_off("13.72")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"on": date(2026, 11, 17)}, "day_in_past"),
        ({"name": " "}, "holiday_name_missing"),
        ({"name": "x" * 151}, "line_too_long"),
        ({"kind": "national"}, "holiday_kind_unknown"),
        ({"kind": "pesta"}, "holiday_kind_unknown"),
        ({"region_code": ""}, "holiday_kind_unknown"),
        ({"region_code": "13.72.02"}, "holiday_region_unknown"),
        ({"region_code": "99.99"}, "holiday_region_unknown"),
    ],
)
def test_days_that_cannot_be(world: World, changes: dict[str, object], reason: str) -> None:
    with pytest.raises(Refused) as refused:
        add(world, **changes)
    assert refused.value.reason == reason


def test_withdrawn_and_declared_anew(world: World) -> None:
    add(world)
    with pytest.raises(Refused) as refused:
        add(world)
    assert refused.value.reason == "holiday_taken"
    day = Holiday.objects.get(region="13.72")
    with pytest.raises(NotFound):
        withdraw_holiday(actor=world.officers["padang"], holiday_id=day.pk, now=world.now)
    withdraw_holiday(actor=world.officers["solok"], holiday_id=day.pk, now=world.now)
    assert not is_off("13.72")
    add(world, name="Hari jadi ke-56")
    assert is_off("13.72")
    assert Holiday.objects.filter(region="13.72").count() == 1


def test_a_day_that_has_come_stays(world: World) -> None:
    add(world, on=date(2026, 11, 18))
    with pytest.raises(Refused) as refused:
        withdraw_holiday(
            actor=world.officers["solok"], holiday_id=Holiday.objects.get(region="13.72").pk, now=world.now
        )
    assert refused.value.reason == "day_in_past"
