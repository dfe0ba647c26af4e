"""The law of a report's life: which move leads from where to where.

`MOVES` is the one table: buttons, the allowed actions in JSON, `docs/process/` and tests are made from it.
Source: PermenPANRB 62/2018 as practised by SP4N-LAPOR!; our own additions are in `additions.py`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    RECEIVED = "received"
    INCOMPLETE = "incomplete"
    ROUTED = "routed"
    IN_PROGRESS = "in_progress"
    SETTLED = "settled"
    CLOSED = "closed"
    ARCHIVED = "archived"


OPEN_STATES = frozenset(State) - {State.CLOSED, State.ARCHIVED}
ANSWERED_STATES = frozenset({State.IN_PROGRESS, State.SETTLED, State.CLOSED})
# Here it is the reporter's turn.
REPORTER_HOLDS = frozenset({State.INCOMPLETE, State.SETTLED})


class Move(StrEnum):
    RECEIVE = "receive"
    ASK = "ask"
    COMPLETE = "complete"
    VERIFY = "verify"
    ROUTE_DOWN = "route_down"
    HAND_BACK = "hand_back"
    RETURN = "return"
    DECIDE = "decide"
    TRANSFER = "transfer"
    RISE = "rise"
    FOLLOW_UP = "follow_up"
    REPLY = "reply"
    SETTLE = "settle"
    CONFIRM = "confirm"
    CONTEST = "contest"
    CLOSE_BY_SILENCE = "close_by_silence"
    ARCHIVE = "archive"
    EXPIRE = "expire"
    OBJECT = "object"
    MERGE = "merge"
    WITHDRAW = "withdraw"
    LEAVE = "leave"
    PROPOSE = "propose"
    SEND_BACK = "send_back"
    TAKE_BACK = "take_back"
    EXTEND = "extend"
    FORMALISE = "formalise"
    SET_PRIVACY = "set_privacy"
    EDIT_PUBLIC_TEXT = "edit_public_text"
    REVEAL_IDENTITY = "reveal_identity"
    RATE = "rate"
    NOTE = "note"


class Stay(StrEnum):
    """Targets that are not one state. A report comes back from waiting for its reporter only."""

    SAME = "same"
    WHERE_IT_CAME_FROM = "where_it_came_from"


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the law: the states a move may start in, and where it leads."""

    sources: frozenset[State]
    target: State | Stay


class MoveNotAllowed(Exception):
    """The move does not start in this state; somebody else may have been first."""

    def __init__(self, move: Move, state: State | None) -> None:
        super().__init__(f"{move} does not start in {state}")
        self.move = move
        self.state = state


def _rule(sources: Iterable[State], target: State | Stay) -> Rule:
    return Rule(frozenset(sources), target)


_S = State
MOVES: dict[Move, Rule] = {
    Move.RECEIVE: _rule((), _S.RECEIVED),
    Move.ASK: _rule((_S.RECEIVED, _S.ROUTED, _S.IN_PROGRESS), _S.INCOMPLETE),
    Move.COMPLETE: _rule((_S.INCOMPLETE,), Stay.WHERE_IT_CAME_FROM),
    Move.VERIFY: _rule((_S.RECEIVED,), _S.ROUTED),
    Move.ROUTE_DOWN: _rule((_S.ROUTED, _S.IN_PROGRESS), Stay.SAME),
    Move.HAND_BACK: _rule((_S.ROUTED, _S.IN_PROGRESS), Stay.SAME),
    Move.RETURN: _rule((_S.RECEIVED, _S.ROUTED), _S.RECEIVED),
    Move.DECIDE: _rule((_S.RECEIVED,), _S.ROUTED),
    Move.TRANSFER: _rule((_S.ROUTED, _S.IN_PROGRESS), _S.ROUTED),
    Move.RISE: _rule((_S.RECEIVED, _S.ROUTED, _S.IN_PROGRESS), Stay.SAME),
    Move.FOLLOW_UP: _rule((_S.ROUTED, _S.IN_PROGRESS), _S.IN_PROGRESS),
    Move.REPLY: _rule((_S.IN_PROGRESS, _S.SETTLED), _S.IN_PROGRESS),
    Move.SETTLE: _rule((_S.IN_PROGRESS,), _S.SETTLED),
    Move.CONFIRM: _rule((_S.SETTLED,), _S.CLOSED),
    Move.CONTEST: _rule((_S.SETTLED, _S.CLOSED), _S.IN_PROGRESS),
    Move.CLOSE_BY_SILENCE: _rule((_S.SETTLED,), _S.CLOSED),
    # Once it is routed, only what its reporter has left: see `conditions`.
    Move.ARCHIVE: _rule((_S.RECEIVED, _S.INCOMPLETE, _S.ROUTED, _S.IN_PROGRESS), _S.ARCHIVED),
    Move.EXPIRE: _rule((_S.INCOMPLETE,), _S.ARCHIVED),
    Move.OBJECT: _rule((_S.ARCHIVED,), _S.RECEIVED),
    Move.MERGE: _rule(OPEN_STATES, _S.ARCHIVED),
    Move.WITHDRAW: _rule(OPEN_STATES, _S.ARCHIVED),
    # Nobody waits any longer for an answer of whoever left.
    Move.LEAVE: _rule(OPEN_STATES, Stay.WHERE_IT_CAME_FROM),
    Move.PROPOSE: _rule((_S.ROUTED, _S.IN_PROGRESS), Stay.SAME),
    Move.SEND_BACK: _rule((_S.ROUTED, _S.IN_PROGRESS), Stay.SAME),
    Move.TAKE_BACK: _rule((_S.ROUTED, _S.IN_PROGRESS), Stay.SAME),
    Move.EXTEND: _rule((_S.ROUTED, _S.IN_PROGRESS), Stay.SAME),
    Move.FORMALISE: _rule((_S.ROUTED, _S.IN_PROGRESS), Stay.SAME),
    Move.SET_PRIVACY: _rule(State, Stay.SAME),
    Move.EDIT_PUBLIC_TEXT: _rule(State, Stay.SAME),
    Move.REVEAL_IDENTITY: _rule(State, Stay.SAME),
    Move.RATE: _rule((_S.CLOSED,), Stay.SAME),
    Move.NOTE: _rule(State, Stay.SAME),
}
#: After one of these a report is not handled any further.
ARCHIVING = tuple(move for move, rule in MOVES.items() if rule.target is State.ARCHIVED)


def moves_from(state: State) -> tuple[Move, ...]:
    """All moves that may start in `state`, in the order of the table."""
    return tuple(move for move, rule in MOVES.items() if state in rule.sources)


def after(move: Move, state: State | None, came_from: State | None = None) -> State:
    """The state that `move` leads to from `state` (None before a report exists).

    `came_from` is the state a report was in when it was asked for something.
    Raises MoveNotAllowed.
    """
    rule = MOVES[move]
    if state is None:
        if move is not Move.RECEIVE:
            raise MoveNotAllowed(move, state)
        return State.RECEIVED
    if state not in rule.sources:
        raise MoveNotAllowed(move, state)
    if rule.target is Stay.WHERE_IT_CAME_FROM and state is State.INCOMPLETE:
        if came_from not in (State.RECEIVED, State.ROUTED, State.IN_PROGRESS):
            raise MoveNotAllowed(move, state)
        return came_from
    return state if isinstance(rule.target, Stay) else rule.target
