"""What the reporter is told when a report is handed on: who answers, and until which day."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef
from django.utils import timezone

from lapor.queries.agencies.staffing import reader_above, workers_at
from lapor.queries.calendar.calendars import calendar_for
from lapor.queries.calendar.limits import limits
from lapor.records.agencies.agency import Agency
from lapor.rules.deadlines import Clock, Limit, due_at, due_on, limit_for
from lapor.rules.lifecycle import State
from lapor.rules.staffing import working_roles


@dataclass(frozen=True, slots=True)
class Promise:
    """The agency answers for the first time on `answer_by` at the latest.

    Where nobody works there, `reader` has the report after `waits`.
    """

    agency: str
    answer_by: date
    reader: str
    waits: Limit | None


def promise(agency_id: int, *, kind: str, is_supervisory: bool, now: datetime) -> Promise | None:
    """For a report routed now; one statement where somebody works. None for an agency that does not exist."""
    roles, today = working_roles(State.ROUTED), timezone.localdate(now)
    staffed = Exists(workers_at(OuterRef("pk"), roles, is_supervisory=is_supervisory, today=today))
    agency = Agency.objects.filter(pk=agency_id).annotate(is_staffed=staffed).first()
    if agency is None:
        return None
    zone = ZoneInfo(agency.time_zone)

    def limit(clock: Clock) -> Limit:
        on = now.astimezone(zone).date()
        return limit_for(limits(), clock=clock, kind=kind, is_supervisory=is_supervisory, on=on)

    end = due_at(
        started_at=now,
        limit=limit(Clock.FIRST_FOLLOW_UP),
        calendar=calendar_for(agency.region_id),
        time_zone=zone,
        closing=agency.closing_time,
    )
    reader = None
    if not agency.is_staffed:
        reader = reader_above(agency, roles, is_supervisory=is_supervisory, today=today)
    return Promise(
        agency=agency.name,
        answer_by=due_on(end, zone),
        reader=reader.name if reader else "",
        waits=limit(Clock.RISE) if reader else None,
    )
