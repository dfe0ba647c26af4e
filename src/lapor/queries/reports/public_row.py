"""A published report as lists show it: only what the verifying officer released."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Case, OuterRef, QuerySet, Subquery, When

from lapor.queries.reports.line import line_of
from lapor.records.reports.event import Event
from lapor.records.reports.report import Report
from lapor.rules.lifecycle import Move, State
from lapor.rules.status_line import StatusLine

# Public columns, those the status line is made of, and nothing else: neither the reporter's own words nor
# the search vector ever leave the database for a list.
_COLUMNS = (
    "code",
    "kind",
    "state",
    "public_title",
    "public_region_code",
    "public_region__label",
    "received_at",
    "published_at",
    "settled_at",
    "ended_at",
    "supporter_count",
    "archive_reason",
    "is_supervisory",
    "rating",
    "is_contested_after_closing",
    "is_objected",
    "held_since",
    "clock",
    "clock_started_at",
    "due_at",
    "held_by__name",
    "held_by__code",
    "held_by__region_id",
    "held_by__time_zone",
)
NEWEST_FIRST = ("-received_at", "-id")


@dataclass(frozen=True, slots=True)
class PublicRow:
    """One row of a public list. `place` is the label of the released region, from the smallest upward.

    `changed_at` is the last change that everybody can see. `is_confirmed` if its reporter said that it is
    solved.
    """

    code: str
    title: str
    kind: str
    state: str
    place: str
    received_at: datetime
    changed_at: datetime
    supporter_count: int
    archive_reason: str
    is_confirmed: bool
    holder: str
    holder_code: str
    zone: str
    line: StatusLine

    @property
    def short_place(self) -> str:
        """The smallest region and its regency or city: "Tanjung Paku, Kota Solok"."""
        parts = self.place.split(", ")
        return ", ".join((parts[0], parts[-2])) if len(parts) > 3 else ", ".join(parts[:2])


def public_columns(reports: QuerySet[Report]) -> QuerySet[Report]:
    """The rows with what `row_from` reads, in one statement."""
    ends = Event.objects.filter(report=OuterRef("pk"), move__in=(Move.CONFIRM, Move.CLOSE_BY_SILENCE))
    ended_by = Subquery(ends.order_by("-number").values("move")[:1])
    return (
        reports.select_related("held_by", "public_region")
        .only(*_COLUMNS)
        .annotate(ended_by=Case(When(state=State.CLOSED, then=ended_by)))
    )


def row_from(report: Any, now: datetime) -> PublicRow:
    """From a row loaded by `public_columns`."""
    return PublicRow(
        code=report.code,
        title=report.public_title,
        kind=report.kind,
        state=report.state,
        place=report.public_region.label if report.public_region else "",
        received_at=report.received_at,
        changed_at=changed_at(report),
        supporter_count=report.supporter_count,
        archive_reason=report.archive_reason,
        is_confirmed=report.ended_by == Move.CONFIRM,
        holder=report.held_by.name,
        holder_code=report.held_by.code,
        zone=report.held_by.time_zone,
        line=line_of(report, now=now),
    )


def changed_at(report: Report) -> datetime:
    """The last public change. The time of the last event of all would tell of internal ones."""
    moments = (report.received_at, report.published_at, report.held_since, report.settled_at, report.ended_at)
    return max(moment for moment in moments if moment is not None)
