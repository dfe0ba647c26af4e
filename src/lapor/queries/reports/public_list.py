"""The public list: published reports by place, agency, category, kind, state, time and words."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from lapor.queries.reports.public_filters import Chosen, PublicFilters, narrowing
from lapor.queries.reports.public_row import PublicRow, row_from
from lapor.queries.reports.public_search import newest
from lapor.records.reports.report import Report

PAGE_SIZE = 25
_YEARS = range(2000, 2200)


@dataclass(frozen=True, slots=True)
class Cursor:
    """The row after which a page begins. By its code: an id would tell how many reports there are."""

    received_at: datetime
    code: str


@dataclass(frozen=True, slots=True)
class PublicPage:
    """One page. `next_cursor` are the values for the address of the following page, None on the last one."""

    rows: tuple[PublicRow, ...]
    next_cursor: tuple[str, str] | None
    chosen: Chosen
    words: tuple[str, ...]


def cursor_from(values: tuple[Any, ...] | None) -> Cursor | None:
    """The cursor from what an address carried; None if somebody tampered with it."""
    if values is None or len(values) != 2 or not all(isinstance(value, str) for value in values):
        return None
    try:
        received_at = datetime.fromisoformat(values[0])
    except ValueError:
        return None
    if received_at.tzinfo is None or received_at.year not in _YEARS or "\x00" in values[1]:
        return None
    return Cursor(received_at, values[1])


def public_reports(
    filters: PublicFilters, cursor: Cursor | None, now: datetime, *, size: int = PAGE_SIZE
) -> PublicPage:
    """A page of the list: one statement, one more each for words, place, agency and category."""
    narrowed = narrowing(filters, now)
    reports = Report.objects.published().filter(narrowed.condition & _after(cursor))
    found = newest(reports, narrowed.words, size + 1)
    rows = tuple(row_from(report, now) for report in found[:size])
    last = rows[-1] if len(found) > size else None
    following = (last.received_at.isoformat(), last.code) if last else None
    return PublicPage(rows, following, narrowed.chosen, narrowed.words)


def _after(cursor: Cursor | None) -> Q:
    if cursor is None:
        return Q()
    same = Report.objects.scoped("the id behind a public code, for paging").filter(code=cursor.code)
    older = Q(received_at__lt=cursor.received_at)
    # The first condition is what the index can jump to.
    return Q(received_at__lte=cursor.received_at) & (older | Q(id__lt=same.values("pk")[:1]))


def public_rows(reports: QuerySet[Report], now: datetime, size: int) -> tuple[PublicRow, ...]:
    """The newest few of these published reports."""
    return tuple(row_from(report, now) for report in newest(reports, (), size))
