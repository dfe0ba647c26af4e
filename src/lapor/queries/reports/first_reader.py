"""Who reads a new report first and until when: said before it is sent."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

from lapor.queries.agencies.staffing import is_staffed
from lapor.queries.calendar.calendars import calendar_for
from lapor.queries.calendar.limits import limits
from lapor.records.agencies.agency import Agency
from lapor.rules.agencies import NATIONAL_DESK_CODE, AgencyKind
from lapor.rules.deadlines import Clock, due_at, due_on, limit_for
from lapor.rules.lifecycle import State
from lapor.rules.staffing import working_roles


@dataclass(frozen=True, slots=True)
class FirstReader:
    """The desk that reads first, by its name, and the last day on which it does. `zone` is its time zone.

    Unless `is_chosen` it is the national desk, for whoever chose nothing, or whose choice has nobody at work.
    """

    name: str
    is_chosen: bool
    by: date
    zone: str


def first_reader(agency_id: int | None, kind: str, now: datetime) -> FirstReader | None:
    """The desk of the chosen agency, else the national desk, as `receive_report` does it.

    None only before the reference data is loaded.
    """
    agencies = Agency.objects.select_related("root").filter(is_active=True)
    chosen = agencies.filter(pk=agency_id).first() if agency_id is not None else None
    staffed = desk_of_choice(chosen, timezone.localdate(now)) if chosen else None
    holder = staffed or Agency.objects.filter(code=NATIONAL_DESK_CODE).first()
    if holder is None:
        return None
    zone = ZoneInfo(holder.time_zone)
    limit = limit_for(
        limits(), clock=Clock.VERIFICATION, kind=kind, is_supervisory=None, on=now.astimezone(zone).date()
    )
    end = due_at(
        started_at=now,
        limit=limit,
        calendar=calendar_for(holder.region_id),
        time_zone=zone,
        closing=holder.closing_time,
    )
    return FirstReader(holder.name, staffed is not None, due_on(end, zone), holder.time_zone)


def desk_of_choice(chosen: Agency, today: date) -> Agency | None:
    """The desk that reads what was told to the `chosen` agency (with `root`); None if nobody works there.

    It is that of the top of its tree; but what people tell an inspectorate may accuse its own government.
    """
    desk = chosen if chosen.kind == AgencyKind.INSPECTORATE else chosen.root or chosen
    roles = working_roles(State.RECEIVED)
    # An inspectorate handles both classes, and nothing else is told as supervisory.
    return desk if is_staffed(desk.pk, roles, is_supervisory=False, today=today) else None
