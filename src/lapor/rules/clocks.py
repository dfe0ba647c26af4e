"""Which clocks a move starts, stops, pauses and takes up again (process: the table of clocks).

Every open state has exactly one clock that its holder is measured by; `CLOCK_OF_STATE` names it.
"""

from dataclasses import dataclass

from lapor.rules.deadlines import Clock
from lapor.rules.lifecycle import Move, State

WORK = (Clock.FIRST_FOLLOW_UP, Clock.FINISH)
ALL = tuple(Clock)


@dataclass(frozen=True, slots=True)
class Effect:
    """What one move does to the clocks of a report, in this order: stop, pause, resume, start."""

    stop: tuple[Clock, ...] = ()
    pause: tuple[Clock, ...] = ()
    resume: tuple[Clock, ...] = ()
    start: tuple[Clock, ...] = ()


_ROUTED = Effect(stop=(Clock.VERIFICATION, Clock.DECISION, *WORK), start=WORK)
_ENDED = Effect(stop=ALL)

EFFECTS: dict[Move, Effect] = {
    Move.RECEIVE: Effect(start=(Clock.VERIFICATION, Clock.ANSWER_BY_LAW)),
    Move.ASK: Effect(
        stop=(Clock.ANSWER_BY_LAW,),
        pause=(Clock.VERIFICATION, Clock.DECISION, *WORK),
        start=(Clock.COMPLETION,),
    ),
    Move.COMPLETE: Effect(stop=(Clock.COMPLETION,), resume=(Clock.VERIFICATION, Clock.DECISION, *WORK)),
    Move.VERIFY: _ROUTED,
    Move.DECIDE: _ROUTED,
    Move.TRANSFER: _ROUTED,
    Move.RETURN: Effect(stop=(Clock.VERIFICATION, Clock.DECISION, *WORK), start=(Clock.VERIFICATION,)),
    Move.FOLLOW_UP: Effect(stop=(Clock.FIRST_FOLLOW_UP, Clock.ANSWER_BY_LAW)),
    Move.REPLY: Effect(stop=(Clock.CONFIRMATION,), resume=(Clock.FINISH,)),
    # The finish clock is kept with its remainder: a contested settlement goes on from there.
    Move.SETTLE: Effect(
        stop=(Clock.FIRST_FOLLOW_UP, Clock.ANSWER_BY_LAW), pause=(Clock.FINISH,), start=(Clock.CONFIRMATION,)
    ),
    Move.CONFIRM: Effect(stop=(Clock.CONFIRMATION,)),
    Move.CLOSE_BY_SILENCE: Effect(stop=(Clock.CONFIRMATION,)),
    Move.CONTEST: Effect(stop=(Clock.CONFIRMATION,), resume=(Clock.FINISH,)),
    Move.ARCHIVE: _ENDED,
    Move.EXPIRE: _ENDED,
    Move.MERGE: _ENDED,
    Move.WITHDRAW: _ENDED,
    Move.OBJECT: Effect(start=(Clock.VERIFICATION,)),
}
NO_EFFECT = Effect()

CLOCK_OF_STATE: dict[State, tuple[Clock, ...]] = {
    State.RECEIVED: (Clock.DECISION, Clock.VERIFICATION),
    State.INCOMPLETE: (Clock.COMPLETION,),
    State.ROUTED: (Clock.FIRST_FOLLOW_UP,),
    State.IN_PROGRESS: (Clock.FINISH,),
    State.SETTLED: (Clock.CONFIRMATION,),
    State.CLOSED: (),
    State.ARCHIVED: (),
}


def effect_of(move: Move, *, is_dispute: bool = False) -> Effect:
    """The effect of `move`; `is_dispute` marks the second return, which opens the coordinator's clock."""
    effect = EFFECTS.get(move, NO_EFFECT)
    if move is Move.RETURN and is_dispute:
        return Effect(stop=effect.stop, start=(Clock.DECISION,))
    return effect
