"""One published report for everybody: what was released of it, who has it, and what was done."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from lapor.queries.reports.history import File, HistoryEvent, history_and_rest
from lapor.queries.reports.line import line_of
from lapor.queries.reports.public_row import changed_at
from lapor.records.reports.report import Report
from lapor.rules.access import ActorKind
from lapor.rules.kinds import Audience, PlacePrecision
from lapor.rules.lifecycle import Move
from lapor.rules.status_line import StatusLine

_TOLD = ("reason", "due_at")
_PHOTOS = frozenset({"jpg", "png", "webp", "heic"})


@dataclass(frozen=True, slots=True)
class PublicFile:
    """A released file. Its own name stays inside: people put theirs into it."""

    key: UUID
    type: str
    size: int
    has_thumbnail: bool

    @property
    def is_photo(self) -> bool:
        return self.type in _PHOTOS and self.has_thumbnail


@dataclass(frozen=True, slots=True)
class PublicEvent:
    """One event as everybody may read it. `words` are an officer's; what the reporter wrote stays inside,
    because nobody has looked through it for personal data. `details` are those that were made public: why
    it was archived, and until when it was extended.
    """

    move: str
    at: datetime
    actor_kind: str
    by: str
    to: str
    words: str
    details: dict[str, Any]
    no_evidence_reason: str
    competent_body: str
    photos: tuple[PublicFile, ...]
    documents: tuple[PublicFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicReport:
    """`point` is latitude and longitude where the officer released them. `events` run from new to old.

    `photos` and `documents` are what the reporter handed in, whenever that was. `routing_reason` says why the
    present holder has it, `archive_words` why it is not handled.
    """

    code: str
    title: str
    text: str
    kind: str
    state: str
    door: str
    category: str
    category_code: str
    place: str
    place_code: str
    point: tuple[float, float] | None
    received_at: datetime
    changed_at: datetime
    archive_reason: str
    archive_words: str
    routing_reason: str
    rating: int | None
    outcome: str
    supporter_count: int
    is_open: bool
    holder: str
    holder_id: int
    holder_code: str
    government: str
    zone: str
    line: StatusLine
    photos: tuple[PublicFile, ...]
    documents: tuple[PublicFile, ...]
    events: tuple[PublicEvent, ...]


def public_report(code: str, now: datetime) -> PublicReport | None:
    """None for what is not published, exactly as for what does not exist. Three statements."""
    report = (
        Report.objects.published()
        .select_related("held_by", "holder_root", "public_region", "category__parent")
        .defer("title", "text", "place_text", "latitude", "longitude", "access_hash", "search")
        .filter(code=code)
        .first()
    )
    if report is None:
        return None
    history, rest = history_and_rest(report.pk, {Audience.PUBLIC})
    events = tuple(_event(event) for event in reversed(history))
    told = [file for event in history if event.move == Move.RECEIVE for file in event.files]
    files = tuple(_nameless(file) for file in (*told, *rest))
    return PublicReport(
        code=report.code,
        title=report.public_title,
        text=report.public_text,
        kind=report.kind,
        state=report.state,
        door=report.door,
        category=report.category.name if report.category else "",
        category_code=report.category.code if report.category else "",
        place=report.public_region.label if report.public_region else "",
        place_code=report.public_region_code,
        point=_point(report),
        received_at=report.received_at,
        changed_at=changed_at(report),
        archive_reason=report.archive_reason,
        archive_words=_last_words(events, (Move.ARCHIVE, Move.MERGE)) if report.archive_reason else "",
        routing_reason=_last_words(events, (report.came_by,)),
        rating=report.rating,
        outcome=report.outcome,
        supporter_count=report.supporter_count,
        is_open=report.is_open,
        holder=report.held_by.name,
        holder_id=report.held_by_id,
        holder_code=report.held_by.code,
        government="" if report.held_by_id == report.holder_root_id else report.holder_root.name,
        zone=report.held_by.time_zone,
        line=line_of(report, now=now),
        photos=tuple(file for file in files if file.is_photo),
        documents=tuple(file for file in files if not file.is_photo),
        events=events,
    )


def _point(report: Report) -> tuple[float, float] | None:
    if report.public_precision != PlacePrecision.POINT:
        return None
    if report.public_latitude is None or report.public_longitude is None:
        return None
    return report.public_latitude, report.public_longitude


def _last_words(events: tuple[PublicEvent, ...], moves: tuple[str, ...]) -> str:
    """What was said at the newest of these moves, even if that is nothing."""
    return next((event.words for event in events if event.move in moves), "")


def _event(event: HistoryEvent) -> PublicEvent:
    files = tuple(_nameless(file) for file in event.files)
    return PublicEvent(
        move=event.move,
        at=event.at,
        actor_kind=event.actor_kind,
        by=event.by,
        to=event.to,
        words="" if event.actor_kind == ActorKind.REPORTER else event.note,
        details={name: event.details[name] for name in _TOLD if name in event.details},
        no_evidence_reason=str(event.details.get("no_evidence_reason", "")),
        competent_body=str(event.details.get("competent_body", "")),
        photos=tuple(file for file in files if file.is_photo),
        documents=tuple(file for file in files if not file.is_photo),
    )


def _nameless(file: File) -> PublicFile:
    return PublicFile(file.key, file.type, file.size, file.has_thumbnail)
