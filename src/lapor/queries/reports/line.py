"""The status line of a report: who has it, since when, until when, what next."""

from datetime import datetime
from zoneinfo import ZoneInfo

from lapor.queries.calendar.calendars import calendar_for
from lapor.queries.calendar.limits import limits
from lapor.queries.reports.windows import window_end
from lapor.records.reports.report import Report
from lapor.rules.deadlines import Clock, DayUnit, limit_for
from lapor.rules.kinds import ArchiveReason
from lapor.rules.lifecycle import State
from lapor.rules.status_line import Holding, StatusLine, status_line


def line_of(
    report: Report,
    *,
    now: datetime,
    viewer_is_reporter: bool = False,
    viewer_is_holder: bool = False,
    reason_kind: str = "",
    reason: str = "",
) -> StatusLine:
    """The line of a loaded row (with `held_by`) for one viewer; calendar and limits are cached."""
    holder = report.held_by
    clock, due_at = (
        _open_door(report, viewer_is_reporter) if report.ended_at else (report.clock, report.due_at)
    )
    held = Holding(
        state=report.state,
        holder=holder.name,
        held_since=_since(report),
        holder_detail="",
        clock=clock,
        unit=_unit(report, clock),
        clock_started_at=report.clock_started_at,
        due_at=due_at,
        ended_at=report.ended_at,
        reason_kind=reason_kind,
        reason=reason,
    )
    return status_line(
        held,
        now=now,
        calendar=calendar_for(holder.region_id),
        time_zone=ZoneInfo(holder.time_zone),
        viewer_is_reporter=viewer_is_reporter,
        viewer_is_holder=viewer_is_holder,
    )


def _since(report: Report) -> datetime:
    """While the reporter has it, since he was asked or told: his own clock started then."""
    if report.state in (State.INCOMPLETE, State.SETTLED) and report.clock_started_at:
        return report.clock_started_at
    return report.held_since


def _open_door(report: Report, viewer_is_reporter: bool) -> tuple[str, datetime | None]:
    """What the reporter may still do after the end, and until when."""
    if not viewer_is_reporter:
        return "", None
    if report.state == State.CLOSED:
        if report.rating is None:
            return _window(report, Clock.RATE)
        return ("", None) if report.is_contested_after_closing else _window(report, Clock.CONTEST)
    if report.is_objected or report.archive_reason == ArchiveReason.WITHDRAWN:
        return "", None
    return _window(report, Clock.ARCHIVE_OBJECTION)


def _window(report: Report, clock: Clock) -> tuple[str, datetime]:
    return clock.value, window_end(report, clock)


def _unit(report: Report, clock: str) -> DayUnit:
    if not clock:
        return DayUnit.WORKING_DAY
    started = report.ended_at or report.clock_started_at or report.received_at
    return limit_for(
        limits(),
        clock=Clock(clock),
        kind=report.kind,
        is_supervisory=report.is_supervisory,
        on=started.date(),
    ).unit
