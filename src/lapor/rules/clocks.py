"""Which clocks a move starts, stops, pauses and takes up again (process: the table of clocks).

Every open state has one clock that its holder is measured by; `CLOCK_OF_STATE` names it, the first that runs.
"""

from dataclasses import dataclass, replace

from lapor.rules.deadlines import Clock
from lapor.rules.lifecycle import REPORTER_HOLDS, Move, State

WORK = (Clock.FIRST_FOLLOW_UP, Clock.FINISH)
ALL = tuple(Clock)


@dataclass(frozen=True, slots=True)
class Effect:
    """What one move does to the clocks of a report, in this order: stop, pause, resume, start.

    What runs already is not started anew.
    """

    stop: tuple[Clock, ...] = ()
    pause: tuple[Clock, ...] = ()
    resume: tuple[Clock, ...] = ()
    start: tuple[Clock, ...] = ()


# How long whoever got it may take to say that it is not his, a right and no duty; over with his first answer.
NOT_MINE = (Clock.RETURN, Clock.HAND_BACK)
_HOLDERS = (Clock.VERIFICATION, Clock.DECISION, *WORK, *NOT_MINE)
_GIVEN = Effect(stop=_HOLDERS, start=(*WORK, Clock.RETURN))
# The file is complete: the law counts to the decision, whoever holds the report until then. Whoever routes
# it says of what kind it is, and may end a formal request so.
_ROUTED = Effect(stop=(*_HOLDERS, Clock.FORMAL_REQUEST), start=(*_GIVEN.start, Clock.DECISION_BY_LAW))
_ENDED = Effect(stop=ALL)

EFFECTS: dict[Move, Effect] = {
    Move.RECEIVE: Effect(start=(Clock.VERIFICATION, Clock.ANSWER_BY_LAW)),
    Move.ASK: Effect(
        stop=(Clock.ANSWER_BY_LAW,), pause=(*_HOLDERS, Clock.DECISION_BY_LAW), start=(Clock.COMPLETION,)
    ),
    Move.COMPLETE: Effect(stop=(Clock.COMPLETION,), resume=(*_HOLDERS, Clock.DECISION_BY_LAW)),
    Move.VERIFY: _ROUTED,
    # Decided with binding effect: nobody may return it any more.
    Move.DECIDE: Effect(stop=_HOLDERS, start=(*WORK, Clock.DECISION_BY_LAW)),
    Move.TRANSFER: _GIVEN,
    Move.RISE: Effect(stop=NOT_MINE),
    Move.ROUTE_DOWN: Effect(stop=(Clock.HAND_BACK,), start=(Clock.HAND_BACK,)),
    Move.HAND_BACK: Effect(stop=(Clock.HAND_BACK,)),
    Move.RETURN: Effect(stop=_HOLDERS, start=(Clock.VERIFICATION,)),
    Move.FOLLOW_UP: Effect(stop=(Clock.FIRST_FOLLOW_UP, Clock.ANSWER_BY_LAW, *NOT_MINE)),
    Move.REPLY: Effect(stop=(Clock.CONFIRMATION,), resume=(Clock.FINISH,)),
    # The finish clock is kept with its remainder: a contested settlement goes on from there.
    Move.SETTLE: Effect(
        stop=(Clock.FIRST_FOLLOW_UP, Clock.ANSWER_BY_LAW, Clock.DECISION_BY_LAW, *NOT_MINE),
        pause=(Clock.FINISH,),
        start=(Clock.CONFIRMATION,),
    ),
    Move.CONFIRM: Effect(stop=(Clock.CONFIRMATION,)),
    Move.CLOSE_BY_SILENCE: Effect(stop=(Clock.CONFIRMATION,)),
    Move.CONTEST: Effect(stop=(Clock.CONFIRMATION,), resume=(Clock.FINISH,)),
    Move.FORMALISE: Effect(stop=(Clock.FINISH,), start=(Clock.FORMAL_REQUEST,)),
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
    State.IN_PROGRESS: (Clock.FORMAL_REQUEST, Clock.FINISH),
    State.SETTLED: (Clock.CONFIRMATION,),
    State.CLOSED: (),
    State.ARCHIVED: (),
}
# Whoever lets one of these end is late.
HOLDERS_CLOCKS = tuple(
    clock for state, clocks in CLOCK_OF_STATE.items() if state not in REPORTER_HOLDS for clock in clocks
)


def effect_of(
    move: Move,
    *,
    is_dispute: bool = False,
    is_binding: bool = False,
    is_formal: bool = False,
    is_asked: bool = False,
) -> Effect:
    """The effect of `move`.

    `is_dispute`: the coordinator is to decide, so his clock opens. `is_binding`: it was decided, and nobody
    may return the report any more. `is_formal`: the law's clock takes the place of the finish clock.
    `is_asked`: the report waits for its reporter; if he leaves it, it goes on as if he had answered.
    """
    effect = EFFECTS.get(Move.COMPLETE if move is Move.LEAVE and is_asked else move, NO_EFFECT)
    if is_dispute and move in (Move.RETURN, Move.OBJECT):
        effect = replace(effect, start=(Clock.DECISION,))
    if is_binding:
        effect = replace(effect, start=_without(effect.start, Clock.RETURN))
    return _formal(effect) if is_formal and move is not Move.FORMALISE else effect


def _formal(effect: Effect) -> Effect:
    """Who gets a formal request goes on with what the law has left of it: only its end stops that clock."""

    def instead(clocks: tuple[Clock, ...]) -> tuple[Clock, ...]:
        return tuple(Clock.FORMAL_REQUEST if clock is Clock.FINISH else clock for clock in clocks)

    stop = effect.stop if effect == _ENDED else _without(effect.stop, Clock.FINISH, Clock.FORMAL_REQUEST)
    return Effect(stop, instead(effect.pause), instead(effect.resume), instead(effect.start))


def _without(clocks: tuple[Clock, ...], *gone: Clock) -> tuple[Clock, ...]:
    return tuple(clock for clock in clocks if clock not in gone)
