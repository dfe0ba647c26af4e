"""The head of a report on the desk: what every page about it shows, from one loaded row."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from lapor.queries.reports.desk_opened import DeskOpened, opened_for_desk
from lapor.queries.reports.inbox_row import desk_line
from lapor.records.reports.report import Report
from lapor.rules.access import Actor, Relation
from lapor.rules.answering import Waiting
from lapor.rules.disclosure import may_reveal
from lapor.rules.lifecycle import Move
from lapor.rules.status_line import StatusLine

# Columns that the summary tells as they are.
_SAME = (
    "code", "title", "text", "public_title", "public_text", "kind", "door", "state", "place_text", "latitude",
    "longitude", "public_precision", "happened_on", "happened_text", "received_at", "is_binding",
    "is_formal", "is_supervisory", "is_priority", "is_anonymous", "is_secret", "is_withdrawn",
    "is_published", "rating", "outcome", "rating_text", "supporter_count",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskSummary:
    """What stands at the head of every desk page about one report.

    `version` counts its events: a form that was opened at another version is stale.
    """

    code: str
    title: str
    text: str
    public_title: str
    public_text: str
    kind: str
    door: str
    state: str
    category: str
    category_code: str
    tags: tuple[str, ...]
    place: str
    place_text: str
    region_code: str
    latitude: float | None
    longitude: float | None
    public_place: str
    public_precision: str
    happened_on: date | None
    happened_text: str
    received_at: datetime
    holder: str
    holder_id: int
    above: str
    zone: str
    line: StatusLine
    moves: tuple[Move, ...]
    having: frozenset[Relation]
    is_mine: bool
    is_verified: bool
    is_binding: bool
    was_returned: bool
    is_formal: bool
    is_extendable: bool
    is_supervisory: bool
    is_priority: bool
    is_anonymous: bool
    is_secret: bool
    is_withdrawn: bool
    is_published: bool
    waiting: Waiting
    may_reveal: bool
    merged_into: str
    rating: int | None
    outcome: str
    rating_text: str
    supporter_count: int
    version: int

    @property
    def may_be_public(self) -> bool:
        """Whether an officer has read it and nobody keeps it secret."""
        return self.is_verified and not self.is_secret

    @property
    def has_point(self) -> bool:
        return self.latitude is not None and self.longitude is not None

    @property
    def point(self) -> str:
        """ "-0.79012, 100.66034": about a metre, to be copied into a map."""
        return f"{self.latitude:.5f}, {self.longitude:.5f}" if self.has_point else ""


def desk_summary(actor: Actor, code: str, now: datetime) -> DeskSummary | None:
    """The head of the page alone: what a form for one move shows beside it. One statement."""
    opened = opened_for_desk(actor, code, now)
    return summary_of(opened, now) if opened else None


def summary_of(opened: DeskOpened, now: datetime) -> DeskSummary:
    """No statement: from the loaded row."""
    report, holder = opened.report, opened.report.held_by
    line = desk_line(
        report, is_mine=opened.is_mine, now=now, reason_kind=opened.reason_kind, reason=opened.reason
    )
    return DeskSummary(
        **{name: getattr(report, name) for name in _SAME},
        **_names(report),
        tags=tuple(report.tags),
        region_code=report.region_id or "",
        holder=holder.name,
        holder_id=holder.pk,
        above=holder.parent.name if holder.parent else "",
        zone=holder.time_zone,
        line=line,
        moves=opened.moves,
        having=opened.having,
        is_mine=opened.is_mine,
        is_verified=opened.is_verified,
        is_extendable=_is_extendable(opened, now),
        was_returned=report.return_count > 0,
        waiting=opened.situation.waiting,
        may_reveal=may_reveal(opened.having, is_anonymous=report.is_anonymous),
        version=report.event_count,
    )


def _is_extendable(opened: DeskOpened, now: datetime) -> bool:
    """Once, and before the clock has ended."""
    ends_at = opened.finish_due_at
    return not opened.report.is_extended and ends_at is not None and ends_at >= now


def _names(report: Report) -> dict[str, Any]:
    """What the report points to, by name."""
    return {
        "category": report.category.name if report.category else "",
        "category_code": report.category.code if report.category else "",
        "place": report.region.label if report.region else "",
        "public_place": report.public_region.label if report.public_region else "",
        "merged_into": report.merged_into.code if report.merged_into else "",
    }
