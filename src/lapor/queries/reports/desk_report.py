"""A report as an officer reads it: everything but who reported, unless he has opened that with a reason."""

from dataclasses import dataclass
from datetime import date, datetime

from lapor.queries.reports.desk_clocks import ClockRow, clocks_of
from lapor.queries.reports.desk_opened import DeskOpened, opened_for_desk
from lapor.queries.reports.desk_proposal import Draft, waiting_draft
from lapor.queries.reports.history import File, HistoryEvent, history_of
from lapor.queries.reports.identity import Identity, disclosed_identity
from lapor.queries.reports.inbox_row import desk_line
from lapor.records.reports.copy import Copy
from lapor.rules.access import Actor
from lapor.rules.disclosure import audiences_for, may_reveal
from lapor.rules.lifecycle import Move
from lapor.rules.status_line import StatusLine


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
    is_mine: bool
    is_disputed: bool
    is_binding: bool
    is_extended: bool
    is_supervisory: bool
    is_priority: bool
    is_anonymous: bool
    is_secret: bool
    is_shielded: bool
    is_published: bool
    has_proposal: bool
    may_reveal: bool
    archive_reason: str
    merged_into: str
    rating: int | None
    outcome: str
    rating_text: str
    supporter_count: int
    version: int

    @property
    def has_point(self) -> bool:
        return self.latitude is not None and self.longitude is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskReport:
    """The whole page. `events` run from new to old; `identity` only where this officer has opened it."""

    summary: DeskSummary
    files: tuple[File, ...]
    events: tuple[HistoryEvent, ...]
    clocks: tuple[ClockRow, ...]
    copies: tuple[str, ...]
    draft: Draft | None
    identity: Identity | None

    def last(self, *moves: Move) -> HistoryEvent | None:
        """The newest event of one of these moves."""
        return next((event for event in self.events if event.move in moves), None)


def desk_report(actor: Actor, code: str, now: datetime) -> DeskReport | None:
    """Eight statements at most. None for whoever may not know of it."""
    opened = opened_for_desk(actor, code, now)
    if opened is None:
        return None
    report = opened.report
    events = history_of(report.pk, audiences_for(opened.having))
    return DeskReport(
        summary=summary_of(opened, now),
        files=events[0].files if events else (),
        events=tuple(reversed(events)),
        clocks=clocks_of(report, now),
        copies=tuple(Copy.objects.filter(report=report).values_list("agency__name", flat=True)),
        draft=waiting_draft(report.pk, events) if opened.has_proposal else None,
        identity=disclosed_identity(actor, opened, now),
    )


def desk_summary(actor: Actor, code: str, now: datetime) -> DeskSummary | None:
    """The head of the page alone: what a form for one move shows beside it. One statement."""
    opened = opened_for_desk(actor, code, now)
    return summary_of(opened, now) if opened else None


def summary_of(opened: DeskOpened, now: datetime) -> DeskSummary:
    """No statement: from the loaded row."""
    report, holder = opened.report, opened.report.held_by
    return DeskSummary(
        code=report.code,
        title=report.title,
        text=report.text,
        public_title=report.public_title,
        public_text=report.public_text,
        kind=report.kind,
        door=report.door,
        state=report.state,
        category=report.category.name if report.category else "",
        category_code=report.category.code if report.category else "",
        tags=tuple(report.tags),
        place=report.region.label if report.region else "",
        place_text=report.place_text,
        region_code=report.region_id or "",
        latitude=report.latitude,
        longitude=report.longitude,
        public_place=report.public_region.label if report.public_region else "",
        public_precision=report.public_precision,
        happened_on=report.happened_on,
        happened_text=report.happened_text,
        received_at=report.received_at,
        holder=holder.name,
        holder_id=holder.pk,
        above=holder.parent.name if holder.parent else "",
        zone=holder.time_zone,
        line=desk_line(report, is_mine=opened.is_mine, now=now),
        moves=opened.moves,
        is_mine=opened.is_mine,
        is_disputed=opened.situation.is_disputed,
        is_binding=report.is_binding,
        is_extended=report.is_extended,
        is_supervisory=report.is_supervisory,
        is_priority=report.is_priority,
        is_anonymous=report.is_anonymous,
        is_secret=report.is_secret,
        is_shielded=report.is_shielded,
        is_published=report.is_published,
        has_proposal=opened.has_proposal,
        may_reveal=may_reveal(opened.having, is_anonymous=report.is_anonymous),
        archive_reason=report.archive_reason,
        merged_into=report.merged_into.code if report.merged_into else "",
        rating=report.rating,
        outcome=report.outcome,
        rating_text=report.rating_text,
        supporter_count=report.supporter_count,
        version=report.event_count,
    )
