"""History in words, for the reporter and for everybody: what happened, and which notes are reasons."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from lapor.rules.deadlines import due_on
from lapor.rules.lifecycle import Move
from lapor.ui.labels import label
from lapor.ui.privacy_choices import choice_of
from lapor.ui.wording import day_short

#: Moves whose note is why something was decided; the notes of all others are what somebody told.
REASONED = frozenset(
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


def title_of(move: str, *, to: str, details: dict[str, Any], zone: str, is_own: bool = False) -> str:
    """What happened; `is_own` if whoever reads it did it himself. `to` is who got the report."""
    words, needed = (_own_titles() if is_own else {}).get(move) or _titles().get(move) or ("", "")
    parts = {"to": to} | _parts(details, zone)
    if not words or (needed and not parts[needed]):
        return label(move, "event")
    return words % parts


def _parts(details: dict[str, Any], zone: str) -> dict[str, str]:
    until, reason, door = details.get("due_at"), details.get("reason"), details.get("door")
    day = day_short(due_on(datetime.fromisoformat(until), ZoneInfo(zone))) if until else ""
    return {
        "rating": str(details.get("rating", "")),
        "reason": label(reason, "archive_reason") if reason else "",
        "day": day,
        "door": label(door, "door") if door else "",
        "privacy": _privacy(details) if "is_anonymous" in details else "",
    }


def _privacy(details: dict[str, Any]) -> str:
    return label(choice_of(details["is_anonymous"], details["is_secret"]), "privacy_choice")


def _titles() -> dict[str, tuple[str, str]]:
    """By move: the words, and the part without which they say nothing."""
    return {
        Move.VERIFY: (_("Dibaca dan diteruskan ke %(to)s"), "to"),
        Move.ROUTE_DOWN: (_("Diteruskan ke %(to)s"), "to"),
        Move.HAND_BACK: (_("Dikembalikan ke %(to)s"), "to"),
        Move.DECIDE: (_("Ditetapkan: ditangani %(to)s"), "to"),
        Move.TRANSFER: (_("Dialihkan ke %(to)s"), "to"),
        Move.RISE: (_("Naik ke %(to)s karena instansi sebelumnya belum punya petugas"), "to"),
        Move.CONTEST: (_("Pelapor menyanggah, diperiksa %(to)s"), "to"),
        Move.COMPLETE: (_("Jawaban pelapor dicatat petugas: %(door)s"), "door"),
        Move.ARCHIVE: (_("Diarsipkan: %(reason)s"), "reason"),
        Move.EXTEND: (_("Tenggat diperpanjang sampai %(day)s"), "day"),
        Move.SET_PRIVACY: (_("Privasi diubah: %(privacy)s"), "privacy"),
    }


def _own_titles() -> dict[str, tuple[str, str]]:
    return {
        Move.COMPLETE: (_("Anda menjawab"), ""),
        Move.REPLY: (_("Anda membalas"), ""),
        Move.CONFIRM: (_("Anda menyatakan selesai"), ""),
        Move.CONTEST: (_("Anda menyanggah, diperiksa %(to)s"), "to"),
        Move.OBJECT: (_("Anda mengajukan keberatan"), ""),
        Move.FORMALISE: (_("Anda meminta informasi ini secara resmi"), ""),
        Move.WITHDRAW: (_("Anda mencabut laporan"), ""),
        Move.LEAVE: (_("Anda mencabut laporan"), ""),
        Move.SET_PRIVACY: (_("Anda mengubah privasi: %(privacy)s"), "privacy"),
        Move.RATE: (_("Anda memberi nilai %(rating)s dari 5"), "rating"),
    }
