"""The status line tells the story of the mock-ups: Kota Solok, 18 November to 22 December 2026."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapor.rules.deadlines import Clock, DayUnit
from lapor.rules.lifecycle import State
from lapor.rules.status_line import Holding, Look, Next, status_line
from lapor.rules.working_days import WorkingCalendar

WIB = ZoneInfo("Asia/Jakarta")
CALENDAR = WorkingCalendar(frozenset({date(2026, 12, 24), date(2026, 12, 25)}))


def at(month: int, day: int, hour: int = 9, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=WIB)


RECEIVED = Holding(
    state=State.RECEIVED,
    holder="Meja Pengaduan Kota Solok",
    holder_detail="Dinas Komunikasi dan Informatika",
    held_since=at(11, 18, 19, 42),
    clock=Clock.VERIFICATION,
    clock_started_at=at(11, 18, 19, 42),
    due_at=at(11, 23, 16),
    reason_kind="place",
    reason="Tempat yang Anda pilih ada di Kota Solok.",
)
ROUTED = replace(
    RECEIVED,
    state=State.ROUTED,
    holder="Dinas PUPR Kota Solok",
    held_since=at(11, 20, 10, 15),
    clock=Clock.FIRST_FOLLOW_UP,
    clock_started_at=at(11, 20, 10, 15),
    due_at=at(11, 27, 16),
)
ASKED = replace(
    ROUTED,
    state=State.INCOMPLETE,
    held_since=at(11, 23, 8, 30),
    clock=Clock.COMPLETION,
    unit=DayUnit.CALENDAR_DAY,
    clock_started_at=at(11, 23, 8, 30),
    due_at=at(12, 24, 0),
)
SETTLED = replace(
    ROUTED,
    state=State.SETTLED,
    held_since=at(12, 8, 14, 5),
    clock=Clock.CONFIRMATION,
    clock_started_at=at(12, 8, 14, 5),
    due_at=at(12, 22, 16),
)
CLOSED = replace(
    ROUTED,
    state=State.CLOSED,
    clock=Clock.RATE,
    unit=DayUnit.CALENDAR_DAY,
    clock_started_at=at(12, 14),
    due_at=at(12, 14, 0) + timedelta(days=31),
    ended_at=at(12, 14),
)
ARCHIVED = replace(CLOSED, state=State.ARCHIVED, clock=Clock.ARCHIVE_OBJECTION)


@pytest.mark.parametrize(
    ("held", "now", "look", "tenths", "left"),
    [
        (RECEIVED, at(11, 18, 20), Look.ONTIME, 0, 3),
        (RECEIVED, at(11, 19), Look.ONTIME, 3, 2),
        (RECEIVED, at(11, 20), Look.NEAR, 7, 1),
        (RECEIVED, at(11, 23, 15), Look.NEAR, 9, 0),
        (RECEIVED, at(11, 23, 16), Look.LATE, 10, 0),
        (RECEIVED, at(11, 25), Look.LATE, 10, -2),
        (ROUTED, at(11, 25), Look.ONTIME, 6, 2),
        (ROUTED, at(11, 26), Look.NEAR, 8, 1),
        (ROUTED, at(12, 1), Look.LATE, 10, -2),
        (ASKED, at(12, 2), Look.YOU, 3, 21),
        (SETTLED, at(12, 10), Look.SETTLED, 2, 8),
        (CLOSED, at(12, 20), Look.CLOSED, 10, None),
        (ARCHIVED, at(12, 20), Look.ARCHIVED, 10, None),
    ],
)
def test_look(held: Holding, now: datetime, look: Look, tenths: int, left: int | None) -> None:
    line = status_line(held, now=now, calendar=CALENDAR, time_zone=WIB)
    assert (line.look, line.tenths, line.left_days) == (look, tenths, left)
    assert line.left_unit == held.unit


def test_a_clock_of_one_day_is_not_near_its_end_when_it_begins() -> None:
    held = replace(ROUTED, clock=Clock.DECISION, clock_started_at=at(11, 26), due_at=at(11, 27, 16))
    line = status_line(held, now=at(11, 26), calendar=CALENDAR, time_zone=WIB)
    assert line.look is Look.ONTIME
    assert line.next == Next.COORDINATOR_DECIDES


@pytest.mark.parametrize(
    ("held", "for_reporter", "for_others"),
    [
        (RECEIVED, Next.VERIFY, Next.VERIFY),
        (ROUTED, Next.FIRST_ANSWER, Next.FIRST_ANSWER),
        (replace(ROUTED, state=State.IN_PROGRESS, clock=Clock.FINISH), Next.SETTLE, Next.SETTLE),
        (replace(RECEIVED, clock=Clock.DECISION), Next.COORDINATOR_DECIDES, Next.COORDINATOR_DECIDES),
        (ASKED, Next.YOU_COMPLETE, Next.YOU_COMPLETE),
        (SETTLED, Next.YOU_CONFIRM, Next.CLOSES_BY_SILENCE),
        (CLOSED, Next.RATE, Next.NOTHING),
        (replace(CLOSED, clock=Clock.CONTEST), Next.CONTEST, Next.NOTHING),
        (replace(CLOSED, clock="", due_at=None), Next.NOTHING, Next.NOTHING),
        (ARCHIVED, Next.ARCHIVED_OBJECT, Next.NOTHING),
        (replace(ARCHIVED, due_at=at(12, 1)), Next.NOTHING, Next.NOTHING),
    ],
)
def test_next(held: Holding, for_reporter: Next, for_others: Next) -> None:
    when = {"now": at(12, 20), "calendar": CALENDAR, "time_zone": WIB}
    assert status_line(held, viewer_is_reporter=True, **when).next == for_reporter
    assert status_line(held, **when).next == for_others


def test_a_settled_report_whose_time_is_up_closes_by_itself() -> None:
    line = status_line(SETTLED, now=at(12, 23), calendar=CALENDAR, time_zone=WIB, viewer_is_reporter=True)
    assert line.next == Next.CLOSES_BY_SILENCE
    assert line.look is Look.SETTLED


@pytest.mark.parametrize(
    ("held", "reporter", "holder", "who", "is_you"),
    [
        (ROUTED, True, False, "Dinas PUPR Kota Solok", False),
        (ROUTED, False, True, "Dinas PUPR Kota Solok", True),
        (SETTLED, True, False, "Anda", True),
        (SETTLED, False, True, "Pelapor", False),
        (ASKED, True, False, "Anda", True),
        (ASKED, False, False, "Pelapor", False),
        (CLOSED, True, True, "Dinas PUPR Kota Solok", False),
    ],
)
def test_who(held: Holding, reporter: bool, holder: bool, who: str, is_you: bool) -> None:
    line = status_line(
        held,
        now=at(12, 10),
        calendar=CALENDAR,
        time_zone=WIB,
        viewer_is_reporter=reporter,
        viewer_is_holder=holder,
    )
    assert (line.who, line.is_you) == (who, is_you)


@pytest.mark.parametrize(
    ("held", "now", "remind_on"),
    [
        (SETTLED, at(12, 10), date(2026, 12, 17)),
        (SETTLED, at(12, 17), date(2026, 12, 17)),
        (SETTLED, at(12, 18), None),
        (ASKED, at(12, 2), date(2026, 12, 16)),
        (ASKED, at(12, 17), date(2026, 12, 21)),
        (ASKED, at(12, 22), None),
        (ROUTED, at(11, 25), None),
        (CLOSED, at(12, 20), None),
    ],
)
def test_remind_on(held: Holding, now: datetime, remind_on: date | None) -> None:
    assert status_line(held, now=now, calendar=CALENDAR, time_zone=WIB).remind_on == remind_on


def test_the_end_takes_the_place_of_the_deadline() -> None:
    line = status_line(CLOSED, now=at(12, 20), calendar=CALENDAR, time_zone=WIB, viewer_is_reporter=True)
    assert (line.until, line.until_what, line.next_by) == (at(12, 14), "", date(2027, 1, 13))
    assert line.today == date(2026, 12, 20)
    assert line.reason == RECEIVED.reason


moments = st.integers(0, 365 * 24 * 60).map(lambda minutes: at(1, 1) + timedelta(minutes=minutes))


@given(
    st.sampled_from(State),
    st.sampled_from(["", *Clock]),
    st.sampled_from(DayUnit),
    st.none() | moments,
    moments,
    st.booleans(),
)
def test_any_report_has_a_line(
    state: State, clock: str, unit: DayUnit, due: datetime | None, now: datetime, is_reporter: bool
) -> None:
    held = Holding(state=state, holder="X", held_since=now, clock=clock, unit=unit, due_at=due)
    line = status_line(held, now=now, calendar=CALENDAR, time_zone=WIB, viewer_is_reporter=is_reporter)
    assert 0 <= line.tenths <= 10
    assert line.next in Next
    assert line.look is not Look.LATE or (due is not None and now >= due)
