"""An invented report of today, so that the line on the front page shows what a line shows."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from lapor.queries.calendar.calendars import calendar_for
from lapor.rules.deadlines import Clock, Limit, due_at
from lapor.rules.lifecycle import State
from lapor.rules.places import WESTERN
from lapor.rules.status_line import Holding, StatusLine, status_line

_AGO = timedelta(days=3)


def example_line(limit: Limit | None, now: datetime) -> StatusLine | None:
    """A report routed three days ago, with the real limit and calendar; None without a limit."""
    if limit is None:
        return None
    zone, calendar, started = ZoneInfo(WESTERN), calendar_for(None), now - _AGO
    held = Holding(
        state=State.ROUTED,
        holder=_("Dinas Lingkungan Hidup"),
        holder_detail=_("kota Anda"),
        held_since=started,
        clock=Clock.FIRST_FOLLOW_UP,
        unit=limit.unit,
        clock_started_at=started,
        due_at=due_at(started_at=started, limit=limit, calendar=calendar, time_zone=zone),
        reason_kind="routing",
        reason=_("Sampah pasar tugas Dinas Lingkungan Hidup."),
    )
    return status_line(held, now=now, calendar=calendar, time_zone=zone)
