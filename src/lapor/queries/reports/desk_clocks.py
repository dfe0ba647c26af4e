"""All clocks of a report: when each began, when it ends or ended, and how it went."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from lapor.queries.calendar.calendars import calendar_for
from lapor.records.reports.deadline import Deadline
from lapor.records.reports.report import Report
from lapor.rules.clocks import NOT_MINE
from lapor.rules.deadlines import DayUnit, days_left, due_on


class ClockState(StrEnum):
    RUNNING = "running"
    LATE = "late"
    PAUSED = "paused"
    KEPT = "kept"
    MISSED = "missed"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class ClockRow:
    """One run of one clock. `due_on` is the day people are told; `left` is in `unit`, negative if late."""

    clock: str
    unit: str
    days: int
    started_at: datetime
    due_on: date
    stopped_at: datetime | None
    state: ClockState
    left: int


def clocks_of(report: Report, now: datetime) -> tuple[ClockRow, ...]:
    """Running clocks first, then the others from new to old. For a row with `held_by`; one statement."""
    zone = ZoneInfo(report.held_by.time_zone)
    calendar = calendar_for(report.held_by.region_id)
    rows = []
    for row in Deadline.objects.filter(report=report).order_by("-started_at", "-id"):
        left = row.remaining_days if row.paused_at else None
        if left is None:
            unit = DayUnit(row.unit)
            left = days_left(due_at=row.due_at, now=now, unit=unit, calendar=calendar, time_zone=zone)
        on = due_on(row.due_at, zone)
        rows.append(
            ClockRow(
                row.clock, row.unit, row.days, row.started_at, on, row.stopped_at, _state(row, now), left
            ),
        )
    return tuple(sorted(rows, key=lambda row: row.stopped_at is not None))


def _state(row: Deadline, now: datetime) -> ClockState:
    has_ended = row.paused_at is None and row.due_at <= now
    # A right that nobody used is no duty that somebody missed.
    if row.clock in NOT_MINE and (has_ended or row.stopped_at is not None):
        return ClockState.OVER
    if row.stopped_at is not None:
        return ClockState.KEPT if row.stopped_at <= row.due_at else ClockState.MISSED
    if row.paused_at is not None:
        return ClockState.PAUSED
    return ClockState.LATE if has_ended else ClockState.RUNNING
