"""How long clocks run, when they end and what is left of them."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapor.rules.deadlines import (
    Clock,
    DayUnit,
    Limit,
    NoLimit,
    days_left,
    due_at,
    due_on,
    limit_for,
    progress_tenths,
    remaining,
    resume,
)
from lapor.rules.kinds import Kind
from lapor.rules.limits import DEFAULT_LIMITS
from lapor.rules.working_days import WorkingCalendar

WIB, WIT = ZoneInfo("Asia/Jakarta"), ZoneInfo("Asia/Jayapura")
CALENDAR = WorkingCalendar(frozenset({date(2026, 12, 24), date(2026, 12, 25)}))
TODAY = date(2026, 11, 22)


def limit(days: int, unit: DayUnit = DayUnit.WORKING_DAY) -> Limit:
    return Limit(Clock.FINISH, days, unit, None, None, date(2018, 1, 1), None, "")


def at(day: int, hour: int = 9, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=WIB)


@pytest.mark.parametrize(
    ("clock", "kind", "is_supervisory", "days", "unit"),
    [
        (Clock.VERIFICATION, Kind.COMPLAINT, None, 3, DayUnit.WORKING_DAY),
        (Clock.FIRST_FOLLOW_UP, Kind.ASPIRATION, None, 5, DayUnit.WORKING_DAY),
        (Clock.FINISH, Kind.COMPLAINT, False, 14, DayUnit.WORKING_DAY),
        (Clock.FINISH, Kind.COMPLAINT, None, 14, DayUnit.WORKING_DAY),
        (Clock.FINISH, Kind.COMPLAINT, True, 60, DayUnit.WORKING_DAY),
        (Clock.FINISH, Kind.ASPIRATION, None, 5, DayUnit.WORKING_DAY),
        (Clock.FINISH, Kind.INFORMATION_REQUEST, None, 5, DayUnit.WORKING_DAY),
        (Clock.COMPLETION, Kind.COMPLAINT, True, 30, DayUnit.CALENDAR_DAY),
        (Clock.CONFIRMATION, Kind.COMPLAINT, False, 10, DayUnit.WORKING_DAY),
        (Clock.ANSWER_BY_LAW, Kind.COMPLAINT, False, 14, DayUnit.CALENDAR_DAY),
        (Clock.HAND_BACK, Kind.COMPLAINT, False, 1, DayUnit.WORKING_DAY),
        (Clock.RETURN, Kind.COMPLAINT, False, 2, DayUnit.WORKING_DAY),
        (Clock.DECISION, Kind.COMPLAINT, False, 1, DayUnit.WORKING_DAY),
        (Clock.ARCHIVE_OBJECTION, Kind.COMPLAINT, False, 30, DayUnit.CALENDAR_DAY),
        (Clock.CONTEST, Kind.COMPLAINT, False, 30, DayUnit.CALENDAR_DAY),
        (Clock.RATE, Kind.COMPLAINT, False, 30, DayUnit.CALENDAR_DAY),
    ],
)
def test_defaults(clock: Clock, kind: Kind, is_supervisory: bool | None, days: int, unit: DayUnit) -> None:
    found = limit_for(DEFAULT_LIMITS, clock=clock, kind=kind, is_supervisory=is_supervisory, on=TODAY)
    assert (found.days, found.unit) == (days, unit)
    assert found.legal_basis


@pytest.mark.parametrize("clock", list(Clock))
@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("is_supervisory", [None, False, True])
def test_every_clock_has_a_default(clock: Clock, kind: Kind, is_supervisory: bool | None) -> None:
    assert limit_for(DEFAULT_LIMITS, clock=clock, kind=kind, is_supervisory=is_supervisory, on=TODAY)


def test_the_most_specific_then_the_youngest_row_wins() -> None:
    old, new = date(2018, 1, 1), date(2026, 1, 1)
    general = Limit(Clock.FINISH, 20, DayUnit.WORKING_DAY, None, None, new, None, "")
    for_kind = Limit(Clock.FINISH, 14, DayUnit.WORKING_DAY, "complaint", None, old, date(2025, 12, 31), "")
    newer = Limit(Clock.FINISH, 10, DayUnit.WORKING_DAY, "complaint", None, new, None, "")
    rows = (for_kind, general, newer)
    asked = {"clock": Clock.FINISH, "is_supervisory": False}
    assert limit_for(rows, kind="complaint", on=date(2025, 12, 31), **asked) is for_kind
    assert limit_for(rows, kind="complaint", on=date(2026, 1, 1), **asked) is newer
    assert limit_for(rows, kind="aspiration", on=date(2026, 1, 1), **asked) is general


def test_no_limit_before_the_first_row() -> None:
    with pytest.raises(NoLimit):
        limit_for(
            DEFAULT_LIMITS, clock=Clock.RATE, kind="complaint", is_supervisory=None, on=date(2017, 12, 31)
        )


def test_a_limit_refuses_nonsense() -> None:
    with pytest.raises(ValueError, match="at least one day"):
        limit(0)
    with pytest.raises(ValueError, match="end before"):
        Limit(Clock.RATE, 1, DayUnit.WORKING_DAY, None, None, TODAY, TODAY - timedelta(days=1), "")


@pytest.mark.parametrize(
    ("started_at", "days", "unit", "end", "told"),
    [
        (at(18, 19, 42), 3, DayUnit.WORKING_DAY, at(23, 16), date(2026, 11, 23)),
        (at(20, 10, 15), 5, DayUnit.WORKING_DAY, at(27, 16), date(2026, 11, 27)),
        (at(21), 1, DayUnit.WORKING_DAY, at(24, 16), date(2026, 11, 24)),
        (at(23, month=12), 3, DayUnit.WORKING_DAY, at(30, 16, month=12), date(2026, 12, 30)),
        (at(23, 8, 30), 30, DayUnit.CALENDAR_DAY, at(24, 0, month=12), date(2026, 12, 23)),
    ],
)
def test_due(started_at: datetime, days: int, unit: DayUnit, end: datetime, told: date) -> None:
    found = due_at(started_at=started_at, limit=limit(days, unit), calendar=CALENDAR, time_zone=WIB)
    assert found == end
    assert due_on(found, WIB) == told


def test_the_day_is_the_holders() -> None:
    late_evening_in_jakarta = at(18, 23)
    found = due_at(
        started_at=late_evening_in_jakarta.astimezone(UTC),
        limit=limit(1),
        calendar=CALENDAR,
        time_zone=WIT,
        closing=time(15, 30),
    )
    assert found == datetime(2026, 11, 20, 15, 30, tzinfo=WIT)


def test_a_paused_clock_goes_on_with_its_remainder() -> None:
    due = at(27, 16)
    left = remaining(
        paused_at=at(24, 11), due_at=due, unit=DayUnit.WORKING_DAY, calendar=CALENDAR, time_zone=WIB
    )
    assert left == 3
    again = resume(
        resumed_at=at(21, month=12),
        days_left=left,
        unit=DayUnit.WORKING_DAY,
        calendar=CALENDAR,
        time_zone=WIB,
    )
    assert again == at(28, 16, month=12)


@pytest.mark.parametrize(
    ("now", "tenths"),
    [
        (at(20, 10, 15), 0),
        (at(21), 2),
        (at(23), 2),
        (at(25), 6),
        (at(26), 8),
        (at(27, 15, 59), 9),
        (at(27, 16), 10),
        (at(30), 10),
    ],
)
def test_progress(now: datetime, tenths: int) -> None:
    found = progress_tenths(
        started_at=at(20, 10, 15),
        due_at=at(27, 16),
        now=now,
        unit=DayUnit.WORKING_DAY,
        calendar=CALENDAR,
        time_zone=WIB,
    )
    assert found == tenths


zones = st.sampled_from([WIB, WIT])
moments = st.integers(0, 700 * 24 * 60).map(lambda minutes: at(1, month=1) + timedelta(minutes=minutes))
calendars = st.frozensets(st.dates(date(2026, 1, 1), date(2028, 12, 31)), max_size=30).map(WorkingCalendar)
units = st.sampled_from(DayUnit)


@given(moments, st.integers(1, 60), units, calendars, zones)
def test_pausing_and_resuming_at_once_changes_nothing(
    start: datetime, days: int, unit: DayUnit, calendar: WorkingCalendar, zone: ZoneInfo
) -> None:
    where = {"unit": unit, "calendar": calendar, "time_zone": zone}
    due = due_at(started_at=start, limit=limit(days, unit), calendar=calendar, time_zone=zone)
    assert due > start
    left = remaining(paused_at=start, due_at=due, **where)
    assert left == days
    assert resume(resumed_at=start, days_left=left, **where) == due


@given(moments, st.integers(1, 60), units, calendars, st.integers(0, 200), st.integers(0, 60))
def test_a_pause_never_costs_the_holder_a_day(
    start: datetime, days: int, unit: DayUnit, calendar: WorkingCalendar, hours: int, pause: int
) -> None:
    where = {"unit": unit, "calendar": calendar, "time_zone": WIB}
    due = due_at(started_at=start, limit=limit(days, unit), calendar=calendar, time_zone=WIB)
    paused_at = start + timedelta(hours=hours)
    left = remaining(paused_at=paused_at, due_at=due, **where)
    again = resume(resumed_at=paused_at + timedelta(days=pause), days_left=left, **where)
    assert 1 <= left <= days
    assert again >= due or paused_at > due


@given(moments, moments, st.integers(1, 60), units, calendars)
def test_progress_stays_within_bounds(
    start: datetime, now: datetime, days: int, unit: DayUnit, calendar: WorkingCalendar
) -> None:
    where = {"unit": unit, "calendar": calendar, "time_zone": WIB}
    due = due_at(started_at=start, limit=limit(days, unit), calendar=calendar, time_zone=WIB)
    tenths = progress_tenths(started_at=start, due_at=due, now=now, **where)
    assert 0 <= tenths <= 10
    assert (tenths == 10) == (now >= due)
    if days_left(due_at=due, now=now, **where) < 0:
        assert tenths == 10
