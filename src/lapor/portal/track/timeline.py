"""The history in the reporter's words: what happened, who did it, and why."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from lapor.portal.kept_files import icon_of
from lapor.queries.reports.history import File, HistoryEvent
from lapor.queries.reports.tracking import TrackingPage
from lapor.rules.lifecycle import Move, State
from lapor.ui.labels import label
from lapor.ui.wording import filesize

# Moves whose note is the reason of a decision; the notes of all others are what somebody told.
_REASONED = frozenset(
    {
        Move.VERIFY,
        Move.ROUTE_DOWN,
        Move.HAND_BACK,
        Move.RETURN,
        Move.DECIDE,
        Move.TRANSFER,
        Move.ARCHIVE,
        Move.MERGE,
        Move.EXTEND,
        Move.FORMALISE,
        Move.EDIT_PUBLIC_TEXT,
    }
)
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
    is_first: bool

    @property
    def has_content(self) -> bool:
        return bool(self.text or self.photos or self.documents)


def timeline(page: TrackingPage) -> list[Row]:
    """From new to old. What stands in full above the history is only named in it."""
    told = _told_above(page)
    events = [event for event in page.events if event.move not in _ELSEWHERE]
    return [
        replace(_row(page, event), **_NOTHING) if event is told else _row(page, event) for event in events
    ]


def photos_of(event: HistoryEvent | None) -> tuple[dict[str, str], ...]:
    """The pictures of an event as `c-photos` shows them."""
    files = [file for file in event.files if file.has_thumbnail] if event else []
    return tuple(
        {
            "url": _address(file),
            "thumbnail_url": reverse("thumbnail", args=[file.key]),
            "alt": file.caption or file.name,
            "caption": file.caption,
        }
        for file in files
    )


def documents_of(event: HistoryEvent | None) -> tuple[dict[str, str], ...]:
    """The other files of an event as links."""
    files = [file for file in event.files if not file.has_thumbnail] if event else []
    return tuple(
        {
            "url": _address(file),
            "name": file.caption or file.name,
            "detail": f"{file.type.upper()}, {filesize(file.size)}",
            "icon": icon_of(file.type),
        }
        for file in files
    )


_NOTHING: dict[str, Any] = {"text": "", "reason": "", "photos": (), "documents": ()}


def _told_above(page: TrackingPage) -> HistoryEvent | None:
    if page.state == State.SETTLED:
        return page.last(Move.SETTLE)
    if page.state == State.INCOMPLETE:
        return page.last(Move.ASK)
    return page.last(Move.ARCHIVE, Move.MERGE, Move.EXPIRE) if page.state == State.ARCHIVED else None


def _row(page: TrackingPage, event: HistoryEvent) -> Row:
    is_reasoned = event.move in _REASONED
    return Row(
        title=_title(event),
        at=event.at,
        by=_by(page, event),
        reason=event.note if is_reasoned else "",
        text="" if is_reasoned else event.note,
        photos=photos_of(event),
        documents=documents_of(event),
        is_first=event.move == Move.RECEIVE,
    )


def _address(file: File) -> str:
    return reverse("file", args=[file.key, file.name])


def _by(page: TrackingPage, event: HistoryEvent) -> str:
    if event.move == Move.RECEIVE:
        return label(page.door, "door")
    if event.by:
        return event.by
    return _("Anda") if event.actor_kind == "reporter" else label(event.actor_kind, "actor_kind")


def _title(event: HistoryEvent) -> str:
    words = _own_titles() if event.actor_kind == "reporter" else _titles()
    title = words.get(event.move)
    return title % _parts(event) if title else label(event.move, "event")


def _parts(event: HistoryEvent) -> dict[str, Any]:
    details = event.details
    return {
        "to": event.to,
        "rating": details.get("rating", ""),
        "reason": label(details.get("reason", ""), "archive_reason"),
    }


def _titles() -> dict[str, str]:
    return {
        Move.VERIFY: _("Dibaca dan diteruskan ke %(to)s"),
        Move.ROUTE_DOWN: _("Diteruskan ke %(to)s"),
        Move.HAND_BACK: _("Dikembalikan ke %(to)s"),
        Move.DECIDE: _("Ditetapkan: ditangani %(to)s"),
        Move.TRANSFER: _("Dialihkan ke %(to)s"),
        Move.RISE: _("Naik ke %(to)s karena instansi sebelumnya belum punya petugas"),
        Move.ASK: _("Petugas bertanya"),
        Move.ARCHIVE: _("Diarsipkan: %(reason)s"),
    }


def _own_titles() -> dict[str, str]:
    return {
        Move.COMPLETE: _("Anda menjawab"),
        Move.REPLY: _("Anda membalas"),
        Move.CONFIRM: _("Anda menyatakan selesai"),
        Move.CONTEST: _("Anda menyanggah"),
        Move.OBJECT: _("Anda mengajukan keberatan"),
        Move.FORMALISE: _("Anda meminta informasi ini secara resmi"),
        Move.WITHDRAW: _("Anda mencabut laporan"),
        Move.SET_PRIVACY: _("Anda mengubah privasi"),
        Move.RATE: _("Anda memberi nilai %(rating)s dari 5"),
    }
