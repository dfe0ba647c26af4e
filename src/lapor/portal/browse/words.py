"""The words that addresses of public lists use for stored values."""

from lapor.queries.reports.public_filters import LATE
from lapor.rules.kinds import Kind
from lapor.rules.lifecycle import State

KINDS: dict[str, str] = {
    "pengaduan": Kind.COMPLAINT,
    "aspirasi": Kind.ASPIRATION,
    "permintaan-informasi": Kind.INFORMATION_REQUEST,
}
STATES: dict[str, str] = {
    "terlambat": LATE,
    "belum-dibaca": State.RECEIVED,
    "menunggu-pelapor": State.INCOMPLETE,
    "diteruskan": State.ROUTED,
    "dikerjakan": State.IN_PROGRESS,
    "dinyatakan-selesai": State.SETTLED,
    "selesai": State.CLOSED,
    "diarsipkan": State.ARCHIVED,
}
_NAMES = {value: word for words in (KINDS, STATES) for word, value in words.items()}


def word_of(value: str) -> str:
    """The address word for a stored kind or state."""
    return _NAMES.get(value, value)
