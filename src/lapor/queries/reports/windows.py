"""Until when the reporter may still contest, object or rate after the end: from the dated limits."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from lapor.queries.calendar.calendars import calendar_for
from lapor.queries.calendar.limits import limits
from lapor.records.reports.report import Report
from lapor.rules.deadlines import Clock, Limit, due_at, due_on, limit_for
from lapor.rules.lifecycle import Move, State

WINDOWS = {
    Move.CONTEST: Clock.CONTEST,
    Move.OBJECT: Clock.ARCHIVE_OBJECTION,
    Move.RATE: Clock.RATE,
}


def window_limit(report: Report, clock: Clock, ended_at: datetime) -> Limit:
    """How long a window is that opens then; a formal information request is contested as the law says."""
    if clock is Clock.CONTEST and report.is_formal:
        clock = Clock.FORMAL_OBJECTION
    return limit_for(
        limits(),
        clock=clock,
        kind=report.kind,
        is_supervisory=report.is_supervisory,
        on=ended_at.astimezone(ZoneInfo(report.held_by.time_zone)).date(),
    )


def window_end(report: Report, clock: Clock) -> datetime:
    """The end of the window of an ended row (with `held_by`)."""
    assert report.ended_at is not None
    return due_at(
        started_at=report.ended_at,
        limit=window_limit(report, clock, report.ended_at),
        calendar=calendar_for(report.held_by.region_id),
        time_zone=ZoneInfo(report.held_by.time_zone),
    )


def last_days(report: Report) -> dict[Move, date]:
    """The last day of each window; empty while the report is open."""
    if report.ended_at is None or report.state not in (State.CLOSED, State.ARCHIVED):
        return {}
    zone = ZoneInfo(report.held_by.time_zone)
    return {move: due_on(window_end(report, clock), zone) for move, clock in WINDOWS.items()}
