"""Agencies as their desk manages them: what hangs below one, with what each holds and who works there."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from lapor.queries.agencies.agency_line import COLUMNS, AgencyLine, line_from
from lapor.records.accounts.membership import Membership
from lapor.records.agencies.agency import Agency
from lapor.records.reports.report import Report
from lapor.rules.access import Actor
from lapor.rules.administration import is_national, managed_tops
from lapor.rules.agencies import AgencyKind
from lapor.rules.cursor import fits

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class ManagedLine:
    """An agency in a list. `reports` are open and held by itself, `officers` work there today."""

    line: AgencyLine
    units: int
    reports: int
    officers: int


@dataclass(frozen=True, slots=True)
class ManagedPage:
    """A page of a list by name; `next_cursor` are the values for the following page, None on the last one."""

    rows: tuple[ManagedLine, ...]
    next_cursor: tuple[str, str, int] | None


def agencies_below(
    parent_id: int, *, today: date, after: tuple[Any, ...] | None = None, only_generated: bool = False
) -> ManagedPage:
    """What hangs directly below, retired units too, offices before districts; for whoever manages it."""
    rows = Agency.objects.filter(parent=parent_id)
    return _page(rows.filter(is_generated=True, is_active=True) if only_generated else rows, today, after)


def tops(
    actor: Actor, *, kind: AgencyKind | None, today: date, after: tuple[Any, ...] | None = None
) -> ManagedPage:
    """The tops of the trees he manages: for the national desk those of one kind, or of all."""
    rows = Agency.objects.filter(parent=None)
    if not is_national(actor):
        rows = Agency.objects.filter(pk__in=[desk.agency_id for desk in managed_tops(actor)])
    return _page(rows.filter(kind=kind) if kind else rows, today, after)


def generated_codes_below(parent_id: int) -> tuple[str, ...]:
    """The codes of all active units directly below that nobody has confirmed yet."""
    rows = Agency.objects.filter(parent=parent_id, is_generated=True, is_active=True)
    return tuple(rows.order_by("id").values_list("code", flat=True))


def _page(rows: QuerySet[Agency], today: date, after: tuple[Any, ...] | None) -> ManagedPage:
    if after is not None and fits(after, str, str, int):
        kind, name, id_ = after
        rows = rows.filter(
            Q(kind__gt=kind) | Q(kind=kind, name__gt=name) | Q(kind=kind, name=name, id__gt=id_)
        )
    counted = rows.annotate(
        units=_count(Agency.objects.filter(parent=OuterRef("pk"), is_active=True), "parent"),
        reports=_count(_open_reports(), "held_by"),
        officers=_count(_working(today), "agency"),
    )
    ordered = counted.order_by("kind", "name", "id")
    values = ordered.values_list(*COLUMNS, "units", "reports", "officers")
    found = [_line(row) for row in values[: PAGE_SIZE + 1]]
    last = found[PAGE_SIZE - 1].line if len(found) > PAGE_SIZE else None
    return ManagedPage(tuple(found[:PAGE_SIZE]), (last.kind.value, last.name, last.id) if last else None)


def _line(row: tuple[Any, ...]) -> ManagedLine:
    return ManagedLine(line_from(row[: len(COLUMNS)]), *row[len(COLUMNS) :])


def _open_reports() -> QuerySet[Report]:
    rows = Report.objects.scoped("how many open reports an agency holds, for whoever manages it")
    return rows.filter(held_by=OuterRef("pk"), is_open=True)


def _working(today: date) -> QuerySet[Membership]:
    return Membership.objects.at_work(today).filter(agency=OuterRef("pk"))


def _count(rows: QuerySet[Any], by: str) -> Coalesce:
    """How many of `rows` belong to the outer row, as a subquery: joins would multiply each other."""
    counted = rows.order_by().values(by).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
