"""Which button stands for which move on the desk, under which address and key, and which one comes first.

Whether a move is open is never decided here: `rules.conditions.open_moves` did that.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lapor.queries.reports.desk_summary import DeskSummary
from lapor.rules.lifecycle import Move, State

Condition = Callable[[DeskSummary], bool]


def _always(summary: DeskSummary) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """A button. `key` presses it; `is_quick` ones also stand beside the list."""

    move: Move
    url_name: str
    label: str | Promise
    key: str = ""
    is_quick: bool = False
    makes_sense: Condition = _always

    def is_open(self, summary: DeskSummary) -> bool:
        return self.move in summary.moves and self.makes_sense(summary)


ACTIONS: tuple[Action, ...] = (
    Action(
        Move.SEND_BACK,
        "desk-approve",
        _("Periksa konsep"),
        "a",
        True,
        makes_sense=lambda summary: summary.waiting.answer and not summary.waiting.own_answer,
    ),
    Action(
        Move.EXTEND,
        "desk-grant",
        _("Periksa perpanjangan"),
        "e",
        True,
        makes_sense=lambda summary: not summary.waiting.own_extension,
    ),
    Action(Move.DECIDE, "route-decide", _("Putuskan kewenangan"), "p", True),
    Action(Move.VERIFY, "verify", _("Verifikasi"), "v", True),
    Action(Move.FOLLOW_UP, "desk-follow-up", _("Tindak lanjut"), "b", True),
    Action(Move.SETTLE, "desk-settle", _("Nyatakan selesai"), "s", True),
    Action(Move.ROUTE_DOWN, "route-down", _("Disposisi"), "d", True),
    Action(Move.TRANSFER, "route-transfer", _("Alihkan"), "l"),
    Action(Move.ASK, "desk-ask", _("Tunda"), "t", True),
    Action(Move.COMPLETE, "desk-on-behalf", _("Catat jawaban pelapor"), "c", True),
    Action(Move.HAND_BACK, "route-hand-back", _("Kembalikan ke atas"), "u", True),
    Action(Move.RETURN, "route-return", _("Bukan wewenang"), "w", True),
    Action(
        Move.PROPOSE,
        "desk-extend",
        _("Minta perpanjangan"),
        makes_sense=lambda summary: summary.is_extendable and not summary.waiting.extension,
    ),
    Action(Move.TAKE_BACK, "desk-take-back", _("Tarik konsep")),
    Action(Move.FORMALISE, "desk-formalise", _("Jadikan permintaan resmi")),
    Action(Move.ARCHIVE, "desk-archive", _("Arsipkan")),
    Action(Move.MERGE, "desk-merge", _("Gabungkan dengan laporan lain")),
    Action(Move.NOTE, "desk-note", _("Tulis catatan"), "n"),
    Action(
        Move.EDIT_PUBLIC_TEXT,
        "desk-public-text",
        _("Ubah naskah publik"),
        makes_sense=lambda summary: summary.may_be_public,
    ),
    Action(
        Move.SET_PRIVACY,
        "desk-privacy",
        _("Tutup lebih rapat"),
        makes_sense=lambda summary: not (summary.is_anonymous and summary.is_secret),
    ),
    Action(
        Move.REVEAL_IDENTITY,
        "desk-identity",
        _("Buka identitas"),
        makes_sense=lambda summary: summary.may_reveal,
    ),
)
BY_MOVE = {action.move: action for action in ACTIONS}

# Whoever approves does not hold the report himself.
_ON_DRAFTS = (Move.SEND_BACK, Move.EXTEND)
_FIRST_IN_STATE = {State.ROUTED: Move.FOLLOW_UP, State.IN_PROGRESS: Move.SETTLE}


def primary_of(summary: DeskSummary) -> Action | None:
    """The one action that is next. None where it is somebody else's turn."""
    for move in (*_ON_DRAFTS, Move.DECIDE, Move.VERIFY):
        if BY_MOVE[move].is_open(summary) and (summary.is_mine or move in _ON_DRAFTS):
            return BY_MOVE[move]
    if not summary.is_mine or summary.waiting.answer:
        return None
    usual = _FIRST_IN_STATE.get(State(summary.state))
    if usual and BY_MOVE[usual].is_open(summary):
        return BY_MOVE[usual]
    return None
