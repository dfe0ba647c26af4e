"""Starts, stops, pauses and takes up again the clocks of a report, as `rules/clocks.py` says."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from lapor.queries.calendar.calendars import calendar_for
from lapor.queries.calendar.limits import limits
from lapor.queries.calendar.promises import longest_extension
from lapor.records.reports.deadline import Deadline
from lapor.records.reports.report import Report
from lapor.rules.clocks import CLOCK_OF_STATE, Effect, effect_of
from lapor.rules.conditions import RETURNS_UNTIL_DISPUTE
from lapor.rules.deadlines import Clock, DayUnit, Limit, due_at, due_on, limit_for, remaining, resume
from lapor.rules.lifecycle import Move, State
from lapor.rules.refusals import Refused
from lapor.rules.working_days import WorkingCalendar


@dataclass(frozen=True, slots=True)
class Place:
    """Where the holder works: the calendar, time zone and closing time that its clocks follow."""

    calendar: WorkingCalendar
    time_zone: ZoneInfo
    closing: Any


def place_of(report: Report) -> Place:
    holder = report.held_by
    return Place(calendar_for(holder.region_id), ZoneInfo(holder.time_zone), holder.closing_time)


def move_clocks(report: Report, move: Move, *, now: datetime) -> dict[str, Any]:
    """Applies the effect of `move`; returns the report's fields that show the clock it is measured by now."""
    rows = Deadline.objects.filter(report=report, stopped_at=None)
    running = {Clock(row.clock): row for row in rows}
    effect = effect_of(
        move,
        is_dispute=report.return_count >= RETURNS_UNTIL_DISPUTE and not report.is_binding,
        is_binding=report.is_binding,
        is_formal=report.is_formal,
        is_asked=Clock.COMPLETION in running,
    )
    place = place_of(report)
    _stop(running, effect, now)
    _pause_and_resume(running, effect, place, now)
    started = [_started(report, clock, place, now) for clock in effect.start if clock not in running]
    Deadline.objects.bulk_create(started)
    running |= {Clock(row.clock): row for row in started}
    return _shown(report, running)


def first_clocks(report: Report, *, now: datetime) -> tuple[list[Deadline], dict[str, Any]]:
    """The clocks that receiving starts, not saved yet, and the report's fields that show them."""
    place = place_of(report)
    started = [_started(report, clock, place, now) for clock in effect_of(Move.RECEIVE).start]
    return started, _shown(report, {Clock(row.clock): row for row in started})


def finish_clock(report: Report) -> Clock:
    """The clock that the end of the work is measured by."""
    return Clock.FORMAL_REQUEST if report.is_formal else Clock.FINISH


def finish_ends_at(report: Report) -> datetime | None:
    """When that clock ends; None where it does not run."""
    running = Deadline.objects.filter(report=report, clock=finish_clock(report), stopped_at=None)
    return running.values_list("due_at", flat=True).first()


def may_extend_by(report: Report, days: int, *, now: datetime) -> bool:
    """Whether that clock may be extended so far."""
    today = now.astimezone(ZoneInfo(report.held_by.time_zone)).date()
    return 1 <= days <= longest_extension(today, is_formal=report.is_formal)


def extend_finish(report: Report, *, days: int, now: datetime) -> datetime:
    """Adds `days` of its unit to the last day of the finish clock, or the law's; returns the new end.

    Raises Refused where it may not be extended so far: it may have become the law's meanwhile.
    """
    if not may_extend_by(report, days, now=now):
        raise Refused("days_out_of_range", "days")
    row = Deadline.objects.get(report=report, clock=finish_clock(report), stopped_at=None)
    place = place_of(report)
    last_day = datetime.combine(due_on(row.due_at, place.time_zone), time.min, tzinfo=place.time_zone)
    row.due_at = _resumed(row, days, place, last_day)
    row.days += days
    row.save(update_fields=["due_at", "days"])
    return row.due_at


def _stop(running: dict[Clock, Deadline], effect: Effect, now: datetime) -> None:
    stopped = [running.pop(clock) for clock in effect.stop if clock in running]
    if stopped:
        Deadline.objects.filter(pk__in=[row.pk for row in stopped]).update(stopped_at=now)


def _pause_and_resume(running: dict[Clock, Deadline], effect: Effect, place: Place, now: datetime) -> None:
    changed = []
    for clock in effect.pause:
        row = running.get(clock)
        if row and row.paused_at is None:
            row.paused_at, row.remaining_days = now, _left(row, place, now)
            changed.append(row)
    for clock in effect.resume:
        row = running.get(clock)
        if row and row.paused_at is not None:
            row.due_at = _resumed(row, row.remaining_days or 1, place, now)
            row.paused_at = row.remaining_days = None
            changed.append(row)
    if changed:
        Deadline.objects.bulk_update(changed, ["paused_at", "remaining_days", "due_at"])


def _left(row: Deadline, place: Place, now: datetime) -> int:
    return remaining(
        paused_at=now,
        due_at=row.due_at,
        unit=DayUnit(row.unit),
        calendar=place.calendar,
        time_zone=place.time_zone,
    )


def _resumed(row: Deadline, days: int, place: Place, now: datetime) -> datetime:
    return resume(
        resumed_at=now,
        days_left=days,
        unit=DayUnit(row.unit),
        calendar=place.calendar,
        time_zone=place.time_zone,
        closing=place.closing,
    )


def _limit(report: Report, clock: Clock, place: Place, now: datetime) -> Limit:
    return limit_for(
        limits(),
        clock=clock,
        kind=report.kind,
        is_supervisory=report.is_supervisory,
        on=now.astimezone(place.time_zone).date(),
    )


def _started(report: Report, clock: Clock, place: Place, now: datetime) -> Deadline:
    limit = _limit(report, clock, place, now)
    end = due_at(
        started_at=now, limit=limit, calendar=place.calendar, time_zone=place.time_zone, closing=place.closing
    )
    return Deadline(report=report, clock=clock, unit=limit.unit, days=limit.days, started_at=now, due_at=end)


def _shown(report: Report, running: dict[Clock, Deadline]) -> dict[str, Any]:
    for clock in CLOCK_OF_STATE[State(report.state)]:
        if row := running.get(clock):
            return {"clock": clock.value, "clock_started_at": row.started_at, "due_at": row.due_at}
    return {"clock": "", "clock_started_at": None, "due_at": None}
