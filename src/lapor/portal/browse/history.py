"""The public history in words: a title for each event, and who made it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from lapor.queries.reports.public_report import PublicEvent, PublicReport
from lapor.rules.access import ActorKind
from lapor.rules.lifecycle import Move
from lapor.ui.labels import label

#: Their words are why something was decided; those of other moves are what was done.
_REASONS = frozenset(
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
    }
)


@dataclass(frozen=True, slots=True)
class Told:
    """One event as the page prints it."""

    event: PublicEvent
    title: str
    by: str
    reason: str
    text: str


def told_history(report: PublicReport) -> list[Told]:
    """The events, new to old."""
    return [
        Told(
            event=event,
            title=_title(event),
            by=label(report.door, "door") if event.move == Move.RECEIVE else _by(event),
            reason=event.words if event.move in _REASONS else "",
            text="" if event.move in _REASONS else event.words,
        )
        for event in report.events
    ]


def _title(event: PublicEvent) -> str:
    title = _titles().get(event.move, "") if event.to else ""
    return title % {"to": event.to} if title else label(event.move, "event")


def _titles() -> dict[str, str]:
    return {
        Move.VERIFY: _("Dibaca dan diteruskan ke %(to)s"),
        Move.ROUTE_DOWN: _("Diteruskan ke %(to)s"),
        Move.HAND_BACK: _("Dikembalikan ke %(to)s"),
        Move.DECIDE: _("Ditetapkan: ditangani %(to)s"),
        Move.TRANSFER: _("Dialihkan ke %(to)s"),
        Move.RISE: _("Naik ke %(to)s karena instansi sebelumnya belum punya petugas"),
        Move.CONTEST: _("Pelapor menyanggah, diperiksa %(to)s"),
    }


def _by(event: PublicEvent) -> str:
    if event.by:
        return event.by
    return "" if event.actor_kind == ActorKind.REPORTER else _("otomatis")
