"""Calendars and limits."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lapor.queries.calendar.calendars import calendar_for, forget_calendars
from lapor.queries.calendar.limits import forget_limits, limits
from lapor.records.calendar.day_limit import DayLimit
from lapor.records.calendar.holiday import Holiday
from lapor.records.places.region import Region
from lapor.rules.limits import DEFAULT_LIMITS

pytestmark = pytest.mark.usefixtures("reference")
LOCAL = date(2026, 12, 16)


@pytest.fixture
def local_holiday(reference: None) -> None:
    Holiday.objects.create(on=LOCAL, name="Hari jadi", kind="local", region=Region.objects.get(code="13.72"))


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (date(2026, 3, 18), 5, date(2026, 4, 1)),  # the two examples of the process document
        (date(2026, 12, 23), 3, date(2026, 12, 30)),
    ],
)
def test_joint_leave_and_holidays_do_not_count(start: date, days: int, end: date) -> None:
    assert calendar_for("13.72").add(start, days) == end
    assert calendar_for(None).add(start, days) == end


@pytest.mark.usefixtures("local_holiday")
def test_a_local_holiday_counts_there_and_below_only() -> None:
    assert not calendar_for("13.72").is_working(LOCAL)
    assert not calendar_for("13.72.02.1003").is_working(LOCAL)
    assert calendar_for("13.71").is_working(LOCAL)
    assert calendar_for("13").is_working(LOCAL)
    assert calendar_for(None).is_working(LOCAL)


def test_a_switched_off_holiday_is_worked() -> None:
    on = date(2026, 12, 25)
    assert not calendar_for(None).is_working(on)
    Holiday.objects.filter(on=on).update(is_active=False)
    forget_calendars()
    assert calendar_for(None).is_working(on)


def test_calendars_are_read_once_for_all_regions() -> None:
    with CaptureQueriesContext(connection) as made:
        for region in (None, "13", "13.72", "31.74"):
            calendar_for(region)
    assert len(made) == 1


def test_limits_are_read_once_and_again_when_forgotten() -> None:
    with CaptureQueriesContext(connection) as made:
        assert set(limits()) == set(DEFAULT_LIMITS)
        limits()
    assert len(made) == 1
    DayLimit.objects.filter(clock="verification").delete()
    assert len(limits()) == len(DEFAULT_LIMITS)
    forget_limits()
    assert len(limits()) == len(DEFAULT_LIMITS) - 1
