"""Clocks: how long each takes, when it ends, and what is left of it.

A working-day clock ends at the close of working hours of its last day where the holder works, a calendar-day
clock at midnight after its last day; people are told the day only (`due_on`). The clock's start is day 0.
Moments are aware datetimes; the lengths are dated rows (`Limit`), their defaults lie in `limits.py`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from lapor.rules.working_days import WorkingCalendar

CLOSING = time(16, 0)
TENTHS = 10


class Clock(StrEnum):
    """What is measured; `docs/process/` tells when each starts and stops."""

    VERIFICATION = "verification"
    FIRST_FOLLOW_UP = "first_follow_up"
    FINISH = "finish"
    COMPLETION = "completion"
    CONFIRMATION = "confirmation"
    ANSWER_BY_LAW = "answer_by_law"
    HAND_BACK = "hand_back"
    RETURN = "return"
    DECISION = "decision"
    DECISION_BY_LAW = "decision_by_law"
    FORMAL_REQUEST = "formal_request"
    FORMAL_EXTENSION = "formal_extension"
    FORMAL_OBJECTION = "formal_objection"
    RISE = "rise"
    ARCHIVE_OBJECTION = "archive_objection"
    CONTEST = "contest"
    RATE = "rate"
    IDENTITY_KEPT = "identity_kept"


class DayUnit(StrEnum):
    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"


class NoLimit(LookupError):
    """No row tells how long this clock runs on this day."""


@dataclass(frozen=True, slots=True)
class Limit:
    """How long a clock runs, for whom, from when to when (both days included), and by what right.

    `kind` None holds for every kind of report, `is_supervisory` None for both classes of complaint.
    """

    clock: Clock
    days: int
    unit: DayUnit
    kind: str | None
    is_supervisory: bool | None
    valid_from: date
    valid_to: date | None
    legal_basis: str

    def __post_init__(self) -> None:
        if self.days < 1:
            raise ValueError("a limit is at least one day")
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise ValueError("a limit cannot end before it begins")

    def holds(self, *, kind: str | None, is_supervisory: bool | None, on: date) -> bool:
        """Whether this row speaks of such a report on that day; a class not yet set counts as ordinary."""
        return (
            self.valid_from <= on
            and (self.valid_to is None or on <= self.valid_to)
            and (self.kind is None or self.kind == kind)
            and (self.is_supervisory is None or self.is_supervisory == bool(is_supervisory))
        )


def limit_for(
    limits: Iterable[Limit], *, clock: Clock, kind: str | None, is_supervisory: bool | None, on: date
) -> Limit:
    """The most specific limit of `clock`, the youngest among equals. Raises NoLimit."""
    found = [
        limit
        for limit in limits
        if limit.clock == clock and limit.holds(kind=kind, is_supervisory=is_supervisory, on=on)
    ]
    if not found:
        raise NoLimit(f"{clock} for {kind} on {on}")
    return max(found, key=lambda row: (row.kind is not None, row.is_supervisory is not None, row.valid_from))


def due_at(
    *,
    started_at: datetime,
    limit: Limit,
    calendar: WorkingCalendar,
    time_zone: tzinfo,
    closing: time = CLOSING,
) -> datetime:
    """The moment a clock ends that started at `started_at`, in the holder's time zone."""
    return resume(
        resumed_at=started_at,
        days_left=limit.days,
        unit=limit.unit,
        calendar=calendar,
        time_zone=time_zone,
        closing=closing,
    )


def resume(
    *,
    resumed_at: datetime,
    days_left: int,
    unit: DayUnit,
    calendar: WorkingCalendar,
    time_zone: tzinfo,
    closing: time = CLOSING,
) -> datetime:
    """The moment a clock ends that goes on at `resumed_at` with `days_left` days of its unit."""
    start = resumed_at.astimezone(time_zone).date()
    if unit is DayUnit.WORKING_DAY:
        return datetime.combine(calendar.add(start, days_left), closing, tzinfo=time_zone)
    return datetime.combine(start + timedelta(days=days_left + 1), time.min, tzinfo=time_zone)


def due_on(due_at: datetime, time_zone: tzinfo) -> date:
    """The last day of a clock: the day people are told."""
    # An end at midnight belongs to the day before; the subtraction is done in UTC, where no hour is missing.
    return (due_at.astimezone(UTC) - timedelta(microseconds=1)).astimezone(time_zone).date()


def days_left(
    *, due_at: datetime, now: datetime, unit: DayUnit, calendar: WorkingCalendar, time_zone: tzinfo
) -> int:
    """Days of the unit from today to the last day; negative when that day lies behind.

    0 means today, or, once `due_at` has passed, that no further such day has gone by.
    """
    today, last = now.astimezone(time_zone).date(), due_on(due_at, time_zone)
    return calendar.left(today, last) if unit is DayUnit.WORKING_DAY else (last - today).days


def remaining(
    *, paused_at: datetime, due_at: datetime, unit: DayUnit, calendar: WorkingCalendar, time_zone: tzinfo
) -> int:
    """What is left of a clock stopped at `paused_at`, in days of its unit, to hand to `resume`.

    At least 1: whoever gets a report back has a day for it, even if the clock had run out.
    """
    return max(1, days_left(due_at=due_at, now=paused_at, unit=unit, calendar=calendar, time_zone=time_zone))


def progress_tenths(
    *,
    started_at: datetime,
    due_at: datetime,
    now: datetime,
    unit: DayUnit,
    calendar: WorkingCalendar,
    time_zone: tzinfo,
) -> int:
    """How much of a clock is used, 0 to 10, counted in days of its unit; 10 only once it has ended."""
    if now >= due_at:
        return TENTHS
    total = days_left(due_at=due_at, now=started_at, unit=unit, calendar=calendar, time_zone=time_zone)
    left = days_left(due_at=due_at, now=now, unit=unit, calendar=calendar, time_zone=time_zone)
    used = max(0, total - left)
    return min(TENTHS - 1, (2 * TENTHS * used + total) // (2 * total)) if total > 0 else TENTHS - 1
