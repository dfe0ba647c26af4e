"""The history in the reporter's words: what happened, who did it, and why."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from lapor.portal.kept_files import icon_of
from lapor.portal.told import REASONED, title_of
from lapor.queries.reports.history import File, HistoryEvent
from lapor.queries.reports.tracking import TrackingPage
from lapor.rules.access import ActorKind
from lapor.rules.lifecycle import ARCHIVING, Move, State
from lapor.ui.labels import label
from lapor.ui.wording import filesize, signed

# Shown on their own, beside the history.
_ELSEWHERE = frozenset({Move.REVEAL_IDENTITY})


@dataclass(frozen=True, slots=True)
class Row:
    """One event as it is shown. `reason` follows the word "Karena"; `text` is quoted."""

    title: str
    at: datetime
    by: str
    reason: str
    text: str
    photos: tuple[dict[str, str], ...]
    documents: tuple[dict[str, str], ...]
    no_evidence_reason: str
    competent_body: str
    is_first: bool

    @property
    def has_content(self) -> bool:
        return bool(
            self.text or self.photos or self.documents or self.no_evidence_reason or self.competent_body
        )


def timeline(page: TrackingPage) -> list[Row]:
    """From new to old. What stands in full above the history is only named in it."""
    told = _told_above(page)
    events = [event for event in page.events if event.move not in _ELSEWHERE]
    return [
        replace(_row(page, event), **_NOTHING) if event is told else _row(page, event) for event in events
    ]


def by_whom(page: TrackingPage, event: HistoryEvent) -> str:
    """Who did it, as its reporter is told."""
    if event.move == Move.RECEIVE:
        return label(page.door, "door")
    if event.by:
        return signed(event.by, event.actor_kind)
    return _("Anda") if event.actor_kind == ActorKind.REPORTER else label(event.actor_kind, "actor_kind")


def photos_of(event: HistoryEvent | None) -> tuple[dict[str, str], ...]:
    """The pictures of an event as `c-photos` shows them."""
    files = [file for file in event.files if file.has_thumbnail] if event else []
    return tuple(
        {
            "url": _address(file),
            "thumbnail_url": reverse("thumbnail", args=[file.key]),
            "alt": file.name,
        }
        for file in files
    )


def documents_of(event: HistoryEvent | None) -> tuple[dict[str, str], ...]:
    """The other files of an event as links."""
    files = [file for file in event.files if not file.has_thumbnail] if event else []
    return tuple(
        {
            "url": _address(file),
            "name": file.name,
            "detail": f"{file.type.upper()}, {filesize(file.size)}",
            "icon": icon_of(file.type),
        }
        for file in files
    )


_NOTHING: dict[str, Any] = {
    "text": "",
    "reason": "",
    "photos": (),
    "documents": (),
    "no_evidence_reason": "",
    "competent_body": "",
}


def _told_above(page: TrackingPage) -> HistoryEvent | None:
    if page.state == State.SETTLED:
        return page.last(Move.SETTLE)
    if page.state == State.INCOMPLETE:
        return page.last(Move.ASK)
    archived = page.last(*ARCHIVING) if page.state == State.ARCHIVED else None
    # Why he withdrew it only he has told, and only in the history.
    return None if archived and archived.move == Move.WITHDRAW else archived


def _row(page: TrackingPage, event: HistoryEvent) -> Row:
    is_reasoned = event.move in REASONED
    return Row(
        title=_title(page, event),
        at=event.at,
        by=by_whom(page, event),
        reason=event.note if is_reasoned else "",
        text="" if is_reasoned else event.note,
        photos=photos_of(event),
        documents=documents_of(event),
        no_evidence_reason=str(event.details.get("no_evidence_reason", "")),
        competent_body=str(event.details.get("competent_body", "")),
        is_first=event.move == Move.RECEIVE,
    )


def _address(file: File) -> str:
    return reverse("file", args=[file.key, file.name])


def _title(page: TrackingPage, event: HistoryEvent) -> str:
    if event.move == Move.ASK:
        return _("Petugas bertanya")
    is_own = event.actor_kind == ActorKind.REPORTER
    return title_of(event.move, to=event.to, details=event.details, zone=page.zone, is_own=is_own)
