"""Working days against the examples of the process and against numpy, whose convention we follow."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapor.rules.working_days import WorkingCalendar

# National holidays and joint leave of 2026 that the examples touch.
HOLIDAYS = frozenset(
    {date(2026, 3, day) for day in range(18, 25)}
    | {date(2026, 4, 3), date(2026, 4, 5), date(2026, 12, 24), date(2026, 12, 25)}
)
SOLOK = WorkingCalendar(HOLIDAYS)

days = st.dates(date(2026, 1, 1), date(2027, 12, 31))
calendars = st.frozensets(days, max_size=40).map(WorkingCalendar)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2026, 3, 18), 5, date(2026, 4, 1)),
        (date(2026, 12, 23), 3, date(2026, 12, 30)),
        (date(2026, 11, 18), 3, date(2026, 11, 23)),
        (date(2026, 11, 20), 5, date(2026, 11, 27)),
        (date(2026, 11, 23), 14, date(2026, 12, 11)),
        (date(2026, 11, 21), 0, date(2026, 11, 23)),
        (date(2026, 12, 22), -3, date(2026, 12, 17)),
    ],
)
def test_add(start: date, count: int, end: date) -> None:
    assert SOLOK.add(start, count) == end


@pytest.mark.parametrize(
    ("a", "b", "count"),
    [
        (date(2026, 12, 10), date(2026, 12, 22), 8),
        (date(2026, 11, 19), date(2026, 11, 17), -2),
        (date(2026, 12, 1), date(2026, 11, 27), -2),
        (date(2026, 11, 27), date(2026, 11, 27), 0),
        (date(2026, 11, 28), date(2026, 11, 27), 0),
        (date(2026, 11, 28), date(2026, 11, 29), 0),
        (date(2026, 12, 23), date(2026, 12, 30), 3),
    ],
)
def test_between(a: date, b: date, count: int) -> None:
    assert SOLOK.between(a, b) == count


@pytest.mark.parametrize(
    ("today", "last", "count"),
    [
        (date(2026, 11, 27), date(2026, 11, 30), 1),
        (date(2026, 11, 28), date(2026, 11, 30), 1),
        (date(2026, 11, 29), date(2026, 11, 30), 1),
        (date(2026, 11, 30), date(2026, 11, 30), 0),
        (date(2026, 11, 28), date(2026, 11, 27), 0),
        (date(2026, 12, 1), date(2026, 11, 27), -2),
    ],
)
def test_what_ends_on_monday_does_not_end_on_saturday(today: date, last: date, count: int) -> None:
    assert SOLOK.left(today, last) == count


@given(calendars, days, days)
def test_what_is_left_never_grows_and_is_none_on_the_last_day_only(
    calendar: WorkingCalendar, a: date, b: date
) -> None:
    today, last = sorted((a, b))
    tomorrow = today + timedelta(days=1)
    assert calendar.left(today, last) >= calendar.left(tomorrow, last)
    assert (calendar.left(today, last) == 0) == (today == last)


def test_a_count_begun_on_a_day_off_shows_no_more_days_than_were_given() -> None:
    saturday = date(2026, 11, 28)
    assert SOLOK.left(saturday, SOLOK.add(saturday, 60)) == 60


def test_a_day_off_is_not_a_working_day() -> None:
    assert not SOLOK.is_working(date(2026, 3, 18))
    assert not SOLOK.is_working(date(2026, 11, 21))
    assert SOLOK.is_working(date(2026, 11, 20))
    assert SOLOK.next_working(date(2026, 3, 18)) == date(2026, 3, 25)


@given(calendars, days, st.integers(-60, 60))
def test_add_agrees_with_numpy(calendar: WorkingCalendar, start: date, count: int) -> None:
    expected = np.busday_offset(start, count, roll="forward", holidays=sorted(calendar.holidays))
    assert calendar.add(start, count) == expected.astype(date)


@given(calendars, days, st.integers(0, 70))
def test_between_undoes_add(calendar: WorkingCalendar, start: date, count: int) -> None:
    assert calendar.between(start, calendar.add(start, count)) == count


@given(calendars, days, days)
def test_between_is_signed_and_counts_one_by_one(calendar: WorkingCalendar, a: date, b: date) -> None:
    first, last = sorted((a, b))
    first = calendar.next_working(first)
    span = range(1, (last - first).days + 1)
    expected = sum(calendar.is_working(first + timedelta(days=step)) for step in span)
    assert calendar.between(a, b) == (expected if a <= b else -expected)
    assert calendar.between(b, a) == -calendar.between(a, b)
