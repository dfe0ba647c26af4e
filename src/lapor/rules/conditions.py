"""What a move needs beyond its starting state: the limits of once, of time, and of binding decisions.

`hindrance` is asked twice with the same facts: when buttons are drawn, and by the pen before it writes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from lapor.rules.access import Relation, allowed_moves
from lapor.rules.answering import NOTHING_WAITS, Waiting
from lapor.rules.lifecycle import Move, State

# A report is returned as "not ours" at most this often; the last time opens a dispute, decided for good.
RETURNS_UNTIL_DISPUTE = 2


class Hindrance(StrEnum):
    """Why a move that starts in this state is not open all the same."""

    DISPUTED = "disputed"
    NOT_DISPUTED = "not_disputed"
    DECISION_BINDS = "decision_binds"
    TOP_OF_TREE = "top_of_tree"
    ALREADY_CONTESTED = "already_contested"
    ALREADY_OBJECTED = "already_objected"
    ALREADY_RATED = "already_rated"
    ALREADY_EXTENDED = "already_extended"
    WINDOW_OVER = "window_over"
    RETURN_LATE = "return_late"
    NO_INFORMATION_REQUEST = "no_information_request"
    ALREADY_FORMAL = "already_formal"
    NOTHING_PROPOSED = "nothing_proposed"
    OWN_ARCHIVING = "own_archiving"
    GOES_ON = "goes_on"
    NOT_SUPERVISORY = "not_supervisory"
    ALREADY_LEFT = "already_left"
    NOT_LEFT = "not_left"


class MoveHindered(Exception):
    """The move starts in this state, but a condition forbids it now."""

    def __init__(self, move: Move, hindrance: Hindrance) -> None:
        super().__init__(f"{move}: {hindrance}")
        self.move = move
        self.hindrance = hindrance


@dataclass(frozen=True, slots=True)
class Situation:
    """The facts of one report that conditions look at.

    `came_from` is the state in which the reporter was asked for something, while he is. `is_withdrawn`: its
    reporter took it back, or left it where it goes on without him. `last_days` are the last days of moves
    that the reporter has a window for after the end; `is_return_late`: the holder has had it longer than he
    may before he says that it is not his.
    """

    state: State
    today: date
    came_from: State | None = None
    return_count: int = 0
    is_binding: bool = False
    is_supervisory: bool = False
    holder_is_top: bool = False
    last_days: Mapping[Move, date] = field(default_factory=dict)
    is_return_late: bool = False
    is_contested_after_closing: bool = False
    is_objected: bool = False
    is_rated: bool = False
    is_extended: bool = False
    is_information_request: bool = False
    is_formal: bool = False
    is_withdrawn: bool = False
    waiting: Waiting = NOTHING_WAITS

    @property
    def is_disputed(self) -> bool:
        """Returned as often as allowed and not yet decided."""
        return self.return_count >= RETURNS_UNTIL_DISPUTE and not self.is_binding

    def is_window_over(self, move: Move) -> bool:
        last = self.last_days.get(move)
        return last is not None and self.today > last


def _on_return(facts: Situation) -> Hindrance | None:
    if facts.is_binding:
        return Hindrance.DECISION_BINDS
    if facts.is_disputed:
        return Hindrance.DISPUTED
    return Hindrance.RETURN_LATE if facts.is_return_late else None


def _on_ask(facts: Situation) -> Hindrance | None:
    return Hindrance.ALREADY_LEFT if facts.is_withdrawn else None


def _on_verify(facts: Situation) -> Hindrance | None:
    return Hindrance.DISPUTED if facts.is_disputed else None


def _on_archive(facts: Situation) -> Hindrance | None:
    # Asking its reporter does not bring it back to where it was before.
    stands_in = facts.came_from or facts.state
    if stands_in in (State.ROUTED, State.IN_PROGRESS) and not facts.is_withdrawn:
        return Hindrance.NOT_LEFT
    return _on_verify(facts)


def _on_withdraw(facts: Situation) -> Hindrance | None:
    return Hindrance.GOES_ON if facts.is_supervisory else None


def _on_leave(facts: Situation) -> Hindrance | None:
    if not facts.is_supervisory:
        return Hindrance.NOT_SUPERVISORY
    return Hindrance.ALREADY_LEFT if facts.is_withdrawn else None


def _on_decide(facts: Situation) -> Hindrance | None:
    return None if facts.is_disputed else Hindrance.NOT_DISPUTED


def _on_hand_back(facts: Situation) -> Hindrance | None:
    return Hindrance.TOP_OF_TREE if facts.holder_is_top else None


def _on_contest(facts: Situation) -> Hindrance | None:
    if facts.state is not State.CLOSED:
        return None
    if facts.is_contested_after_closing:
        return Hindrance.ALREADY_CONTESTED
    return Hindrance.WINDOW_OVER if facts.is_window_over(Move.CONTEST) else None


def _on_object(facts: Situation) -> Hindrance | None:
    if facts.is_withdrawn:
        return Hindrance.OWN_ARCHIVING
    if facts.is_objected:
        return Hindrance.ALREADY_OBJECTED
    return Hindrance.WINDOW_OVER if facts.is_window_over(Move.OBJECT) else None


def _on_rate(facts: Situation) -> Hindrance | None:
    if facts.is_rated:
        return Hindrance.ALREADY_RATED
    return Hindrance.WINDOW_OVER if facts.is_window_over(Move.RATE) else None


def _on_extend(facts: Situation) -> Hindrance | None:
    if facts.is_extended:
        return Hindrance.ALREADY_EXTENDED
    return None if facts.waiting.extension else Hindrance.NOTHING_PROPOSED


def _on_formalise(facts: Situation) -> Hindrance | None:
    if not facts.is_information_request:
        return Hindrance.NO_INFORMATION_REQUEST
    return Hindrance.ALREADY_FORMAL if facts.is_formal else None


def _on_send_back(facts: Situation) -> Hindrance | None:
    return None if facts.waiting else Hindrance.NOTHING_PROPOSED


def _on_take_back(facts: Situation) -> Hindrance | None:
    return None if facts.waiting.own else Hindrance.NOTHING_PROPOSED


_CONDITIONS = {
    Move.ASK: _on_ask,
    Move.VERIFY: _on_verify,
    Move.ARCHIVE: _on_archive,
    Move.MERGE: _on_verify,
    Move.RETURN: _on_return,
    Move.DECIDE: _on_decide,
    Move.HAND_BACK: _on_hand_back,
    Move.CONTEST: _on_contest,
    Move.OBJECT: _on_object,
    Move.WITHDRAW: _on_withdraw,
    Move.LEAVE: _on_leave,
    Move.RATE: _on_rate,
    Move.EXTEND: _on_extend,
    Move.FORMALISE: _on_formalise,
    Move.SEND_BACK: _on_send_back,
    Move.TAKE_BACK: _on_take_back,
}


def hindrance(move: Move, facts: Situation) -> Hindrance | None:
    """What forbids `move` in this situation, or None. The starting state is lifecycle's business."""
    condition = _CONDITIONS.get(move)
    return condition(facts) if condition else None


def open_moves(facts: Situation, having: frozenset[Relation]) -> tuple[Move, ...]:
    """The moves open to these relations right now: what buttons and the allowed actions in JSON show."""
    return tuple(move for move in allowed_moves(facts.state, having) if hindrance(move, facts) is None)
