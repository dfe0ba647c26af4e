"""The status line of a report: who has it, since when, until when, what next."""

from datetime import datetime
from zoneinfo import ZoneInfo

from lapor.queries.calendar.calendars import calendar_for
from lapor.queries.calendar.limits import limits
from lapor.queries.reports.facts import situation_of
from lapor.queries.reports.windows import WINDOWS, window_end
from lapor.records.reports.report import Report
from lapor.rules.conditions import hindrance
from lapor.rules.deadlines import Clock, DayUnit, limit_for
from lapor.rules.lifecycle import Move, State
from lapor.rules.status_line import Holding, StatusLine, status_line

# After the end, what the line offers first.
_DOORS = {State.CLOSED: (Move.RATE, Move.CONTEST), State.ARCHIVED: (Move.OBJECT,)}


def line_of(
    report: Report,
    *,
    now: datetime,
    viewer_is_reporter: bool = False,
    viewer_is_holder: bool = False,
    reason_kind: str = "",
    reason: str = "",
) -> StatusLine:
    """The line of a loaded row for one viewer; calendar and limits are cached.

    The row comes with `held_by`, for its reporter from `with_facts`.
    """
    holder = report.held_by
    clock, due_at = (
        _open_door(report, viewer_is_reporter, now) if report.ended_at else (report.clock, report.due_at)
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


def _open_door(report: Report, viewer_is_reporter: bool, now: datetime) -> tuple[str, datetime | None]:
    """What the reporter may still do after the end, and until when."""
    if viewer_is_reporter:
        facts = situation_of(report, now=now)
        for move in _DOORS[facts.state]:
            if hindrance(move, facts) is None:
                return WINDOWS[move].value, window_end(report, WINDOWS[move])
    return "", None


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
