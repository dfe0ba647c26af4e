"""Reports held by an agency where nobody can work on them, and who is to have them instead."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from zoneinfo import ZoneInfo

from django.db.models import Exists, Max, OuterRef, Q
from django.utils import timezone

from lapor.queries.agencies.staffing import is_staffed, reader_above, workers_at, working_at
from lapor.queries.calendar.calendars import calendar_for
from lapor.queries.calendar.limits import limits
from lapor.records.agencies.agency import Agency
from lapor.records.reports.report import Report
from lapor.rules.access import Role
from lapor.rules.agencies import NATIONAL_DESK_CODE
from lapor.rules.conditions import RETURNS_UNTIL_DISPUTE
from lapor.rules.deadlines import Clock, due_at, limit_for
from lapor.rules.lifecycle import State
from lapor.rules.staffing import WAITS_FOR_HOLDER, working_roles

_BATCH = 500
_DISPUTED = Q(state=State.RECEIVED, return_count__gte=RETURNS_UNTIL_DISPUTE, is_binding=False)
_UNREAD = Q(state=State.RECEIVED) & ~_DISPUTED
_TO_ANSWER = Q(state__in=[State.ROUTED, State.IN_PROGRESS])
_WORK = (
    (_UNREAD, working_roles(State.RECEIVED)),
    (_DISPUTED, working_roles(State.RECEIVED, is_disputed=True)),
    (_TO_ANSWER, working_roles(State.ROUTED)),
)


def unattended_reports(*, now: datetime) -> Iterator[str]:
    """The codes of reports that have waited long enough at an agency without anybody to work on them."""
    today = timezone.localdate(now)
    for (waiting, roles), is_supervisory in product(_WORK, (False, True)):
        workers = workers_at(OuterRef("held_by_id"), roles, is_supervisory=is_supervisory, today=today)
        rows = (
            Report.objects.scoped("the system looks for reports that nobody can work on")
            .filter(waiting, is_open=True, is_supervisory=is_supervisory)
            .filter(held_since__lt=now - timedelta(days=1))
            .exclude(held_by__code=NATIONAL_DESK_CODE)
            .exclude(Exists(workers))
            .select_related("held_by")
            .order_by("pk")
        )
        for report in rows.iterator(chunk_size=_BATCH):
            if _waited(report, roles, now):
                yield report.code


def reader_instead(report: Report, *, now: datetime) -> Agency | None:
    """Who is to have a loaded report (with `held_by`) now; None while it stays where it is."""
    today, holder_id, is_supervisory = timezone.localdate(now), report.held_by_id, report.is_supervisory
    roles = _roles(report)
    if report.state not in WAITS_FOR_HOLDER:
        return None
    if is_staffed(holder_id, roles, is_supervisory=is_supervisory, today=today):
        return None
    if not _waited(report, roles, now):
        return None
    return reader_above(report.held_by, roles, is_supervisory=is_supervisory, today=today)


def _roles(report: Report) -> frozenset[Role]:
    is_disputed = report.return_count >= RETURNS_UNTIL_DISPUTE and not report.is_binding
    return working_roles(State(report.state), is_disputed=is_disputed)


def _waited(report: Report, roles: frozenset[Role], now: datetime) -> bool:
    """Whether the limit is over, counted from when the report came or the last officer went."""
    holder = report.held_by
    zone = ZoneInfo(holder.time_zone)
    workers = working_at(holder.pk, roles, is_supervisory=report.is_supervisory)
    went = workers.filter(valid_to__lt=now.astimezone(zone).date())
    last_day: date | None = went.aggregate(last=Max("valid_to"))["last"]
    left_at = (
        datetime.combine(last_day, time.min, tzinfo=zone) if last_day else datetime.min.replace(tzinfo=UTC)
    )
    started_at = max(report.held_since, left_at)
    limit = limit_for(
        limits(),
        clock=Clock.RISE,
        kind=report.kind,
        is_supervisory=None,
        on=started_at.astimezone(zone).date(),
    )
    end = due_at(
        started_at=started_at,
        limit=limit,
        calendar=calendar_for(holder.region_id),
        time_zone=zone,
        closing=holder.closing_time,
    )
    return end <= now
