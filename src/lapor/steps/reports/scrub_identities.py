"""Forgets who reported, once a report has been over for so long that nobody needs to know any more."""

from datetime import datetime, timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q
from django.utils import timezone

from lapor.queries.calendar.limits import limits
from lapor.records.privacy import Privacy, fields_of
from lapor.records.reports.identity import ReporterIdentity
from lapor.rules.deadlines import Clock, NoLimit, limit_for

_BATCH = 1000


def scrub_identities(*, now: datetime) -> int:
    """Empties at most a thousand identities; returns how many, 0 if none is due.

    Which fields go is read from their privacy class; how long they stay is a dated limit, and without one
    nothing goes. What an account that is still open has reported stays its own. The report, its public
    record and its history stay, and number and access code still open it.
    """
    today = timezone.localdate(now)
    try:
        limit = limit_for(limits(), clock=Clock.IDENTITY_KEPT, kind=None, is_supervisory=None, on=today)
    except NoLimit:
        return 0
    empty = _emptied()
    told = ReporterIdentity.objects.scoped("forget who reported, long after the end")
    due = told.filter(
        reduce(or_, (~Q(**{name: value}) for name, value in empty.items())),
        Q(account=None) | Q(account__is_active=False),
        report__is_open=False,
        report__ended_at__lt=now - timedelta(days=limit.days),
    )
    batch = list(due.values_list("pk", flat=True)[:_BATCH])
    return told.filter(pk__in=batch).update(**empty) if batch else 0


def _emptied() -> dict[str, Any]:
    """Every field that says who it was, with what stands for nothing."""
    fields = fields_of(ReporterIdentity, Privacy.PERSONAL, Privacy.SECRET)
    return {field.name: None if field.null else "" for field in fields}
