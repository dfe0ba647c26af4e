"""What the reporter is told when a report is handed on: who answers, and until which day."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from lapor.queries.calendar.calendars import calendar_for
from lapor.queries.calendar.limits import limits
from lapor.records.agencies.agency import Agency
from lapor.rules.deadlines import Clock, due_at, due_on, limit_for


@dataclass(frozen=True, slots=True)
class Promise:
    """The agency answers for the first time on `answer_by` at the latest, and is done on `finish_by`."""

    agency: str
    answer_by: date
    finish_by: date


def promise(agency_id: int, *, kind: str, is_supervisory: bool, now: datetime) -> Promise | None:
    """For a report routed now; one statement. None for an agency that does not exist."""
    agency = Agency.objects.filter(pk=agency_id).first()
    if agency is None:
        return None
    zone = ZoneInfo(agency.time_zone)

    def last_day(clock: Clock) -> date:
        on = now.astimezone(zone).date()
        limit = limit_for(limits(), clock=clock, kind=kind, is_supervisory=is_supervisory, on=on)
        end = due_at(
            started_at=now,
            limit=limit,
            calendar=calendar_for(agency.region_id),
            time_zone=zone,
            closing=agency.closing_time,
        )
        return due_on(end, zone)

    return Promise(agency.name, last_day(Clock.FIRST_FOLLOW_UP), last_day(Clock.FINISH))
