"""The history of a report, as one audience may read it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F

from lapor.records.reports.attachment import Attachment
from lapor.records.reports.event import Event
from lapor.rules.access import ActorKind
from lapor.rules.disclosure import may_know_file_name
from lapor.rules.file_types import neutral_name
from lapor.rules.kinds import Audience


@dataclass(frozen=True, slots=True)
class File:
    """An attachment as pages show it; `key` names its address under /berkas/."""

    key: UUID
    name: str
    type: str
    size: int
    width: int | None
    height: int | None
    has_thumbnail: bool
    audience: str


@dataclass(frozen=True, slots=True)
class HistoryEvent:
    """One event. `by` is the acting agency's name, "" for the reporter and the system (see `actor_kind`)."""

    number: int
    move: str
    from_state: str
    to_state: str
    at: datetime
    actor_kind: str
    by: str
    officer: str
    to: str
    audience: str
    note: str
    internal_note: str
    details: dict[str, Any]
    files: tuple[File, ...]


def history_of(report_id: int, audiences: Iterable[Audience]) -> tuple[HistoryEvent, ...]:
    """All events of the report that one of these audiences may read, oldest first. Two statements.

    Officers' names and internal notes are given to officers only.
    """
    return history_and_rest(report_id, audiences)[0]


def history_and_rest(
    report_id: int, audiences: Iterable[Audience]
) -> tuple[tuple[HistoryEvent, ...], tuple[File, ...]]:
    """`history_of`, and the files for these audiences that came with an event which isn't for them."""
    audiences = frozenset(audiences)
    for_officers = Audience.OFFICERS in audiences
    files = files_of(report_id, audiences)
    events = (
        Event.objects.filter(report_id=report_id, audience__in=audiences)
        .select_related("agency", "to_agency", "account")
        .order_by("number")
    )
    shown = tuple(_shown(event, files.pop(event.pk, ()), for_officers) for event in events)
    return shown, tuple(file for rest in files.values() for file in rest)


def files_of(report_id: int, audiences: Iterable[Audience]) -> dict[int, tuple[File, ...]]:
    """The files of the report by the id of the event they came with."""
    audiences = frozenset(audiences)
    found: dict[int, list[File]] = defaultdict(list)
    rows = Attachment.objects.filter(report_id=report_id, audience__in=audiences, is_stored=True)
    rows = rows.annotate(is_anonymous=F("report__is_anonymous"))
    for row in rows.order_by("created_at", "id"):
        if row.event_id is not None:
            name = name_of(row, by_officer=Audience.OFFICERS in audiences, is_anonymous=row.is_anonymous)
            found[row.event_id].append(replace(file_of(row), name=name))
    return {event_id: tuple(files) for event_id, files in found.items()}


def name_of(row: Attachment, *, by_officer: bool, is_anonymous: bool) -> str:
    """The name of a report's file as it is told to this reader."""
    is_told = may_know_file_name(
        by_officer=by_officer, from_officer=row.owner_kind == ActorKind.OFFICER, is_anonymous=is_anonymous
    )
    return row.name if is_told else neutral_name(row.type)


def file_of(row: Attachment) -> File:
    """From a loaded row."""
    return File(
        key=row.key,
        name=row.name,
        type=row.type,
        size=row.size,
        width=row.width,
        height=row.height,
        has_thumbnail=bool(row.thumbnail_path),
        audience=row.audience,
    )


def _shown(event: Event, files: tuple[File, ...], for_officers: bool) -> HistoryEvent:
    return HistoryEvent(
        number=event.number,
        move=event.move,
        from_state=event.from_state,
        to_state=event.to_state,
        at=event.at,
        actor_kind=event.actor_kind,
        by=event.agency.name if event.agency else "",
        officer=event.account.name if event.account and for_officers else "",
        to=event.to_agency.name if event.to_agency else "",
        audience=event.audience,
        note=event.note,
        internal_note=event.internal_note if for_officers else "",
        details=dict(event.details),
        files=files,
    )
