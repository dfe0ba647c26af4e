"""Until when the reporter may still contest, object or rate after the end: from the dated limits."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from lapor.queries.calendar.calendars import calendar_for
from lapor.queries.calendar.limits import limits
from lapor.records.reports.report import Report
from lapor.rules.deadlines import Clock, due_at, due_on, limit_for
from lapor.rules.lifecycle import Move, State

WINDOWS = {
    Move.CONTEST: Clock.CONTEST,
    Move.OBJECT: Clock.ARCHIVE_OBJECTION,
    Move.RATE: Clock.RATE,
}


def window_end(report: Report, clock: Clock) -> datetime:
    """The end of the window of an ended row (with `held_by`), by the limit of the day on which it ended.

    A formal information request is contested as the law says.
    """
    assert report.ended_at is not None
    if clock is Clock.CONTEST and report.is_formal:
        clock = Clock.FORMAL_OBJECTION
    zone = ZoneInfo(report.held_by.time_zone)
    limit = limit_for(
        limits(),
        clock=clock,
        kind=report.kind,
        is_supervisory=report.is_supervisory,
        on=report.ended_at.astimezone(zone).date(),
    )
    return due_at(
        started_at=report.ended_at,
        limit=limit,
        calendar=calendar_for(report.held_by.region_id),
        time_zone=zone,
    )


def last_days(report: Report) -> dict[Move, date]:
    """The last day of each window; empty while the report is open."""
    if report.ended_at is None or report.state not in (State.CLOSED, State.ARCHIVED):
        return {}
    zone = ZoneInfo(report.held_by.time_zone)
    return {move: due_on(window_end(report, clock), zone) for move, clock in WINDOWS.items()}
