"""The desk's inbox: the rows of one view by clock, and how many each view holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from lapor.queries.reports.inbox_counts import CAP, counts_of
from lapor.queries.reports.inbox_filters import InboxFilters, containing, filter_condition
from lapor.queries.reports.inbox_first import BY_CLOCK, NEWEST, Part, first_ids, first_ids_with
from lapor.queries.reports.inbox_row import InboxRow, row_columns, row_from
from lapor.queries.reports.inbox_views import BY_RECEIPT, UNCOUNTED, InboxView, condition, views_for, ways
from lapor.records.reports.report import Report
from lapor.rules.access import Actor
from lapor.rules.search_query import as_tracking_code, search_terms

PAGE_SIZE = 25
_YEARS = range(2000, 2200)
Cursor = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Selection:
    """A view with its filters: what one list shows."""

    view: InboxView
    filters: InboxFilters = field(default_factory=InboxFilters)


@dataclass(frozen=True, slots=True)
class Inbox:
    """One page. `next_cursor` are the values for the address of the following page, None on the last one.

    `counts` are by view, `saved_counts` by the name of the saved view.
    """

    rows: tuple[InboxRow, ...]
    counts: dict[InboxView, int]
    saved_counts: dict[str, int]
    next_cursor: Cursor | None
    cursors: dict[str, Cursor] = field(default_factory=dict)


def inbox(
    actor: Actor,
    view: InboxView,
    filters: InboxFilters,
    cursor: tuple[Any, ...] | None,
    now: datetime,
    *,
    saved: Mapping[str, Selection] | None = None,
    size: int = PAGE_SIZE,
) -> Inbox:
    """Two statements: the rows, and all counts. `saved` are further selections to be counted."""
    found = _page(actor, Selection(view, filters), cursor, now, size + 1)
    rows = tuple(row_from(report, actor, now) for report in found[:size])
    cursors = {report.code: cursor_of(report, view) for report in found[:size]}
    following = cursors[rows[-1].code] if len(found) > size else None
    counted = [name for name in views_for(actor) if name not in UNCOUNTED]
    asked = {f"view:{name}": reports_of(actor, Selection(name), now) for name in counted}
    asked |= {f"saved:{name}": reports_of(actor, one, now) for name, one in (saved or {}).items()}
    counts = counts_of(asked)
    return Inbox(
        rows,
        {name: counts[f"view:{name}"] for name in counted},
        {name: counts[f"saved:{name}"] for name in saved or {}},
        following,
        cursors,
    )


def reports_of(actor: Actor, selection: Selection, now: datetime) -> QuerySet[Report]:
    """The reports of a selection, to be counted; of what was found in a view without an end the newest."""
    if selection.view in BY_RECEIPT and search_terms(selection.filters.text):
        return _first(actor, selection, now, Q(), CAP)
    visible = Report.objects.visible_to(actor)
    return visible.filter(condition(selection.view, actor, now), _narrowed(selection))


def _narrowed(selection: Selection) -> Q:
    """The filters and, but for the words in a view without an end, what was typed."""
    text = selection.filters.text
    narrowed = filter_condition(selection.filters)
    if code := as_tracking_code(text):
        return narrowed & Q(code=code)
    return narrowed if selection.view in BY_RECEIPT else narrowed & containing(search_terms(text))


def _first(actor: Actor, selection: Selection, now: datetime, further: Q, most: int) -> QuerySet[Report]:
    """At least the `most` first reports of a selection, unordered."""
    view, text = selection.view, selection.filters.text
    reports = Report.objects.visible_to(actor).filter(_narrowed(selection), further)
    parts = [Part(reports.filter(way.rest), way.holders) for way in ways(view, actor, now)]
    terms = search_terms(text) if view in BY_RECEIPT and not as_tracking_code(text) else ()
    order = _order(view)
    ids = first_ids_with(parts, terms, most) if terms else first_ids(parts, order, most)
    found = Report.objects.scoped("found within what the officer may see")
    return found.none() if ids is None else found.filter(pk__in=ids)


def next_in(
    actor: Actor, selection: Selection, after: tuple[Any, ...] | None, now: datetime, *, without: str
) -> tuple[InboxRow, Cursor] | None:
    """The report to work on next with its own place: the one after this place, else the first.

    Never `without`, the report just handled.
    """
    for cursor in (after, None) if after else (None,):
        found = _page(actor, selection, cursor, now, 1, without=without)
        if found:
            return row_from(found[0], actor, now), cursor_of(found[0], selection.view)
    return None


def cursor_of(report: Report, view: InboxView) -> Cursor:
    """The place of a row in its list."""
    moment = report.received_at if view in BY_RECEIPT else report.due_at
    return (moment.isoformat() if moment else "", report.pk)


def _page(
    actor: Actor,
    selection: Selection,
    cursor: tuple[Any, ...] | None,
    now: datetime,
    size: int,
    without: str = "",
) -> list[Report]:
    further = _after(cursor, selection.view) & (~Q(code=without) if without else Q())
    reports = _first(actor, selection, now, further, size)
    return list(row_columns(reports).order_by(*_order(selection.view))[:size])


def _order(view: InboxView) -> tuple[str, str]:
    return NEWEST if view in BY_RECEIPT else BY_CLOCK


def _after(cursor: tuple[Any, ...] | None, view: InboxView) -> Q:
    place = _place(cursor)
    if place is None:
        return Q()
    moment, key = place
    # The first condition is what the index can jump to.
    if view in BY_RECEIPT:
        return Q(received_at__lte=moment) & (Q(received_at__lt=moment) | Q(id__lt=key))
    return Q(due_at__gte=moment) & (Q(due_at__gt=moment) | Q(id__gt=key))


def _place(cursor: tuple[Any, ...] | None) -> tuple[datetime, int] | None:
    """What an address carried, if it makes sense; None if there is nothing or somebody tampered with it."""
    if cursor is None or len(cursor) != 2:
        return None
    moment, key = cursor
    if not isinstance(moment, str) or not isinstance(key, int) or isinstance(key, bool) or abs(key) >= 2**62:
        return None
    try:
        found = datetime.fromisoformat(moment)
    except ValueError:
        return None
    return (found, key) if found.tzinfo is not None and found.year in _YEARS else None
