"""The lives a report may have, worked out once by the product's own law; only the moments differ."""

from dataclasses import dataclass, replace

from lapor.rules.clocks import CLOCK_OF_STATE, effect_of
from lapor.rules.deadlines import Clock, DayUnit, limit_for
from lapor.rules.kinds import Kind
from lapor.rules.lifecycle import Move, State, after
from lapor.rules.limits import DEFAULT_LIMITS

# The share of reports that take this path, and the path. Who stops early is stuck there.
PATHS: tuple[tuple[int, tuple[Move, ...]], ...] = (
    (44, (Move.RECEIVE, Move.VERIFY, Move.ROUTE_DOWN, Move.FOLLOW_UP, Move.SETTLE, Move.CLOSE_BY_SILENCE)),
    (18, (Move.RECEIVE, Move.VERIFY, Move.FOLLOW_UP, Move.SETTLE, Move.CONFIRM)),
    (12, (Move.RECEIVE, Move.ASK, Move.COMPLETE, Move.VERIFY, Move.FOLLOW_UP, Move.SETTLE, Move.CONFIRM)),
    (10, (Move.RECEIVE, Move.ARCHIVE)),
    (6, (Move.RECEIVE, Move.VERIFY, Move.ROUTE_DOWN, Move.FOLLOW_UP)),
    (4, (Move.RECEIVE, Move.VERIFY, Move.ROUTE_DOWN)),
    (2, (Move.RECEIVE, Move.VERIFY)),
    (2, (Move.RECEIVE, Move.ASK)),
    (2, (Move.RECEIVE,)),
)
MEAN_DAYS = {Move.SETTLE: 6.0, Move.CLOSE_BY_SILENCE: 14.0, Move.COMPLETE: 4.0, Move.FOLLOW_UP: 3.0}


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a clock; moments are places in the row of events."""

    clock: Clock
    days: int
    unit: DayUnit
    started: int
    paused: int | None = None
    stopped: int | None = None

    @property
    def seconds(self) -> float:
        """About how long it runs: seven calendar days for five working days, holidays left out."""
        return self.days * 86400 * (1.4 if self.unit is DayUnit.WORKING_DAY else 1.0)


@dataclass(frozen=True, slots=True)
class Life:
    """Moves, the state after each, the clocks they ran, and the clock the report shows at the end."""

    moves: tuple[Move, ...]
    states: tuple[State, ...]
    runs: tuple[Run, ...]
    shown: Run | None

    def at(self, *moves: Move) -> int | None:
        """The place of the last of these moves, None if there was none."""
        return max((place for place, move in enumerate(self.moves) if move in moves), default=None)


def lives() -> list[tuple[int, list[Life]]]:
    """For every path its weight and what it is after 1, 2, 3 … moves."""
    return [(weight, [_life(path[:end]) for end in range(1, len(path) + 1)]) for weight, path in PATHS]


def _life(moves: tuple[Move, ...]) -> Life:
    states: list[State] = []
    running: dict[Clock, Run] = {}
    ended: list[Run] = []
    for place, move in enumerate(moves):
        came_from = states[place - 2] if move is Move.COMPLETE else None
        states.append(after(move, states[-1] if states else None, came_from))
        effect = effect_of(move)
        ended += [replace(running.pop(clock), stopped=place) for clock in effect.stop if clock in running]
        for clocks, paused in ((effect.pause, place), (effect.resume, None)):
            running |= {clock: replace(running[clock], paused=paused) for clock in clocks if clock in running}
        running |= {clock: _run(clock, place) for clock in effect.start if clock not in running}
    shown = next((running[clock] for clock in CLOCK_OF_STATE[states[-1]] if clock in running), None)
    return Life(moves, tuple(states), (*ended, *running.values()), shown)


def _run(clock: Clock, place: int) -> Run:
    limit = limit_for(
        DEFAULT_LIMITS,
        clock=clock,
        kind=Kind.COMPLAINT,
        is_supervisory=False,
        on=DEFAULT_LIMITS[0].valid_from,
    )
    return Run(clock, limit.days, limit.unit, place)
