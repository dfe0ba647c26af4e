"""Forgets who reported, once a report has been over for so long that nobody needs to know any more."""

from datetime import datetime, timedelta
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet
from django.utils import timezone

from lapor.queries.calendar.limits import limits
from lapor.records.privacy import Privacy, fields_of
from lapor.records.reports.identity import ReporterIdentity
from lapor.rules.deadlines import Clock, NoLimit, limit_for

_BATCH = 1000


def scrub_identities(*, now: datetime) -> int:
    """Empties at most a thousand identities of each kind; returns how many, 0 if none is due.

    Which fields go is read from their privacy class; how long they stay is a dated limit, and without one
    nothing goes. An account that is still open finds what it has reported, but who it was is forgotten here
    as well. The report, its public record and its history stay, and number and access code still open it.
    """
    today = timezone.localdate(now)
    try:
        limit = limit_for(limits(), clock=Clock.IDENTITY_KEPT, kind=None, is_supervisory=None, on=today)
    except NoLimit:
        return 0
    due = _identities().filter(report__is_open=False, report__ended_at__lt=now - timedelta(days=limit.days))
    has_account = Q(account__is_active=True)
    of_accounts = _empty(due.filter(has_account), Privacy.SECRET)
    return of_accounts + _empty(due.exclude(has_account), Privacy.SECRET, Privacy.PERSONAL)


def _identities() -> QuerySet[ReporterIdentity]:
    return ReporterIdentity.objects.scoped("forget who reported, long after the end")


def _empty(due: QuerySet[ReporterIdentity], *classes: Privacy) -> int:
    """Puts what stands for nothing into the fields of these classes, where something stands there yet."""
    empty = {field.name: None if field.null else "" for field in fields_of(ReporterIdentity, *classes)}
    known = reduce(or_, (~Q(**{name: value}) for name, value in empty.items()))
    batch = list(due.filter(known).values_list("pk", flat=True)[:_BATCH])
    return _identities().filter(pk__in=batch).update(**empty) if batch else 0
