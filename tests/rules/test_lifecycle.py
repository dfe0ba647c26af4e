"""The law of a report's life, as tables and as properties over every sequence of moves."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapor.rules.access import WHO, Relation, allowed_moves
from lapor.rules.additions import ADDITIONS
from lapor.rules.answering import Waiting
from lapor.rules.clocks import CLOCK_OF_STATE, effect_of
from lapor.rules.conditions import Hindrance, Situation, hindrance, open_moves
from lapor.rules.deadlines import Clock
from lapor.rules.lifecycle import MOVES, OPEN_STATES, Move, MoveNotAllowed, State, Stay, after, moves_from
from lapor.rules.notices import TELLINGS, template_codes

S, M = State, Move
TODAY = date(2026, 11, 20)
ALL_WAIT = Waiting(answer=True, extension=True, own_answer=True)
YESTERDAY = date(2026, 11, 19)
OPEN = {M.CONTEST: TODAY, M.OBJECT: TODAY, M.RATE: TODAY}


@pytest.mark.parametrize(
    ("move", "state", "becomes"),
    [
        (M.VERIFY, S.RECEIVED, S.ROUTED),
        (M.ASK, S.RECEIVED, S.INCOMPLETE),
        (M.ASK, S.ROUTED, S.INCOMPLETE),
        (M.ROUTE_DOWN, S.ROUTED, S.ROUTED),
        (M.ROUTE_DOWN, S.IN_PROGRESS, S.IN_PROGRESS),
        (M.RETURN, S.ROUTED, S.RECEIVED),
        (M.DECIDE, S.RECEIVED, S.ROUTED),
        (M.TRANSFER, S.IN_PROGRESS, S.ROUTED),
        (M.FOLLOW_UP, S.ROUTED, S.IN_PROGRESS),
        (M.SETTLE, S.IN_PROGRESS, S.SETTLED),
        (M.REPLY, S.SETTLED, S.IN_PROGRESS),
        (M.CONFIRM, S.SETTLED, S.CLOSED),
        (M.CONTEST, S.SETTLED, S.IN_PROGRESS),
        (M.CONTEST, S.CLOSED, S.IN_PROGRESS),
        (M.CLOSE_BY_SILENCE, S.SETTLED, S.CLOSED),
        (M.ARCHIVE, S.RECEIVED, S.ARCHIVED),
        (M.EXPIRE, S.INCOMPLETE, S.ARCHIVED),
        (M.OBJECT, S.ARCHIVED, S.RECEIVED),
        (M.WITHDRAW, S.SETTLED, S.ARCHIVED),
    ],
)
def test_moves_lead_where_the_law_says(move: Move, state: State, becomes: State) -> None:
    assert after(move, state) is becomes


@pytest.mark.parametrize(
    ("move", "state"),
    [
        (M.VERIFY, S.ROUTED),
        (M.SETTLE, S.ROUTED),
        (M.RETURN, S.IN_PROGRESS),
        (M.CONFIRM, S.IN_PROGRESS),
        (M.ARCHIVE, S.SETTLED),
        (M.FOLLOW_UP, S.SETTLED),
        (M.RECEIVE, S.RECEIVED),
        (M.WITHDRAW, S.CLOSED),
    ],
)
def test_other_moves_are_refused(move: Move, state: State) -> None:
    with pytest.raises(MoveNotAllowed):
        after(move, state)


# Where moves start as practice and the regulations know them.
ANYWHERE = frozenset(S)
KNOWN: dict[Move, frozenset[State]] = {
    M.RECEIVE: frozenset(),
    M.ASK: frozenset({S.RECEIVED, S.ROUTED}),
    M.COMPLETE: frozenset({S.INCOMPLETE}),
    M.EXPIRE: frozenset({S.INCOMPLETE}),
    M.VERIFY: frozenset({S.RECEIVED}),
    M.ROUTE_DOWN: frozenset({S.ROUTED, S.IN_PROGRESS}),
    M.HAND_BACK: frozenset({S.ROUTED}),
    M.RETURN: frozenset({S.RECEIVED, S.ROUTED}),
    M.TRANSFER: frozenset({S.ROUTED, S.IN_PROGRESS}),
    M.FOLLOW_UP: frozenset({S.ROUTED, S.IN_PROGRESS}),
    M.REPLY: frozenset({S.IN_PROGRESS, S.SETTLED}),
    M.SETTLE: frozenset({S.IN_PROGRESS}),
    M.CONFIRM: frozenset({S.SETTLED}),
    M.CONTEST: frozenset({S.SETTLED, S.CLOSED}),
    M.CLOSE_BY_SILENCE: frozenset({S.SETTLED}),
    M.ARCHIVE: frozenset({S.RECEIVED, S.INCOMPLETE}),
    M.MERGE: OPEN_STATES,
    M.WITHDRAW: OPEN_STATES,
    M.EXTEND: frozenset({S.ROUTED, S.IN_PROGRESS}),
    M.SET_PRIVACY: ANYWHERE,
    M.REVEAL_IDENTITY: ANYWHERE,
    M.RATE: frozenset({S.CLOSED}),
}


def test_whatever_is_ours_is_named() -> None:
    named = [set(re.findall(r"\w+", what)) for what, _why in ADDITIONS]
    for move, rule in MOVES.items():
        assert move in KNOWN or any(move.value in words for words in named), move
        for state in rule.sources - KNOWN.get(move, rule.sources):
            assert any({move.value, state.value} <= words for words in named), (move, state)
        assert rule.sources >= KNOWN.get(move, frozenset()), "nobody loses what practice gives him"


def test_a_completed_report_goes_back_to_where_it_came_from() -> None:
    for came_from in (S.RECEIVED, S.ROUTED, S.IN_PROGRESS):
        assert after(M.COMPLETE, S.INCOMPLETE, came_from) is came_from
        assert after(M.LEAVE, S.INCOMPLETE, came_from) is came_from is after(M.LEAVE, came_from)
    with pytest.raises(MoveNotAllowed):
        after(M.COMPLETE, S.INCOMPLETE, None)


def test_every_state_but_none_is_a_dead_end() -> None:
    for state in S:
        assert moves_from(state)
    reached = {rule.target for rule in MOVES.values() if isinstance(rule.target, State)}
    assert reached == set(S)


def test_of_every_move_it_is_said_who_may_make_it_and_who_is_told() -> None:
    assert set(WHO) == set(M)
    silent = set(M) - set(TELLINGS)
    # Whom a draft concerns does not follow from the move alone: its step tells them.
    assert silent == {M.EDIT_PUBLIC_TEXT, M.PROPOSE, M.TAKE_BACK}
    assert len(set(template_codes())) == len(template_codes())


def _run(clocks: set[Clock], paused: set[Clock], move: Move, *, is_dispute: bool) -> None:
    """Plays the clocks of one move, as `steps/_clocks.py` does."""
    effect = effect_of(move, is_dispute=is_dispute, is_asked=Clock.COMPLETION in clocks)
    for clock in effect.stop:
        clocks.discard(clock)
        paused.discard(clock)
    paused |= {clock for clock in effect.pause if clock in clocks}
    paused -= set(effect.resume)
    clocks |= set(effect.start)


@given(
    moves=st.lists(st.sampled_from([move for move in M if move is not M.RECEIVE]), max_size=40),
    supervisory=st.booleans(),
)
def test_no_sequence_loses_a_clock_or_a_state(moves: list[Move], supervisory: bool) -> None:
    state, came_from, returns, binding, left = S.RECEIVED, None, 0, False, False
    clocks: set[Clock] = set()
    paused: set[Clock] = set()
    _run(clocks, paused, M.RECEIVE, is_dispute=False)
    for move in moves:
        facts = Situation(
            state,
            TODAY,
            return_count=returns,
            is_binding=binding,
            is_supervisory=supervisory,
            is_withdrawn=left,
            waiting=ALL_WAIT,
        )
        try:
            becomes = after(move, state, came_from)
        except MoveNotAllowed:
            continue
        if hindrance(move, facts):
            continue
        returns += move is M.RETURN
        binding = binding or move is M.DECIDE
        left = left or move in (M.LEAVE, M.WITHDRAW)
        came_from = state if move is M.ASK else None if move in (M.COMPLETE, M.LEAVE) else came_from
        state = becomes
        _run(clocks, paused, move, is_dispute=returns >= 2 and not binding)
        running = clocks - paused
        wanted = CLOCK_OF_STATE[state]
        assert state in OPEN_STATES or not wanted
        assert not wanted or running & set(wanted), (move, state, clocks, paused)
        assert returns <= 2, "a report never bounces a third time"


def test_the_second_return_is_the_last_one() -> None:
    once = Situation(S.ROUTED, TODAY, return_count=1)
    assert hindrance(M.RETURN, once) is None
    disputed = Situation(S.RECEIVED, TODAY, return_count=2)
    assert hindrance(M.VERIFY, disputed) is Hindrance.DISPUTED
    assert hindrance(M.DECIDE, disputed) is None
    decided = Situation(S.ROUTED, TODAY, return_count=2, is_binding=True)
    assert hindrance(M.RETURN, decided) is Hindrance.DECISION_BINDS
    assert hindrance(M.DECIDE, once) is Hindrance.NOT_DISPUTED


@pytest.mark.parametrize(
    ("move", "facts", "hindered"),
    [
        (M.CONTEST, Situation(S.SETTLED, TODAY), None),
        (M.CONTEST, Situation(S.CLOSED, TODAY, last_days={M.CONTEST: TODAY}), None),
        (
            M.CONTEST,
            Situation(S.CLOSED, TODAY, last_days={M.CONTEST: YESTERDAY, M.RATE: TODAY}),
            Hindrance.WINDOW_OVER,
        ),
        (
            M.CONTEST,
            Situation(S.CLOSED, TODAY, last_days=OPEN, is_contested_after_closing=True),
            Hindrance.ALREADY_CONTESTED,
        ),
        (M.RATE, Situation(S.CLOSED, TODAY, last_days=OPEN, is_rated=True), Hindrance.ALREADY_RATED),
        (M.OBJECT, Situation(S.ARCHIVED, TODAY, last_days=OPEN), None),
        (
            M.OBJECT,
            Situation(S.ARCHIVED, TODAY, last_days=OPEN, is_objected=True),
            Hindrance.ALREADY_OBJECTED,
        ),
        (M.OBJECT, Situation(S.ARCHIVED, TODAY, last_days=OPEN, is_withdrawn=True), Hindrance.OWN_ARCHIVING),
        (M.EXTEND, Situation(S.IN_PROGRESS, TODAY, is_extended=True), Hindrance.ALREADY_EXTENDED),
        (M.EXTEND, Situation(S.ROUTED, TODAY, waiting=Waiting(answer=True)), Hindrance.NOTHING_PROPOSED),
        (M.EXTEND, Situation(S.ROUTED, TODAY, waiting=Waiting(extension=True)), None),
        (M.TAKE_BACK, Situation(S.ROUTED, TODAY, waiting=Waiting(answer=True)), Hindrance.NOTHING_PROPOSED),
        (M.TAKE_BACK, Situation(S.ROUTED, TODAY, waiting=ALL_WAIT), None),
        (M.RATE, Situation(S.CLOSED, TODAY, last_days={M.RATE: YESTERDAY}), Hindrance.WINDOW_OVER),
        (M.OBJECT, Situation(S.ARCHIVED, TODAY, last_days={M.OBJECT: YESTERDAY}), Hindrance.WINDOW_OVER),
        (M.RETURN, Situation(S.ROUTED, TODAY, is_return_late=True), Hindrance.RETURN_LATE),
        (M.HAND_BACK, Situation(S.ROUTED, TODAY, is_return_late=True), None),
        (M.HAND_BACK, Situation(S.ROUTED, TODAY, holder_is_top=True), Hindrance.TOP_OF_TREE),
        (M.SEND_BACK, Situation(S.ROUTED, TODAY), Hindrance.NOTHING_PROPOSED),
        (M.ARCHIVE, Situation(S.RECEIVED, TODAY), None),
        (M.ARCHIVE, Situation(S.IN_PROGRESS, TODAY), Hindrance.NOT_LEFT),
        (M.ARCHIVE, Situation(S.INCOMPLETE, TODAY, came_from=S.ROUTED), Hindrance.NOT_LEFT),
        (M.ARCHIVE, Situation(S.INCOMPLETE, TODAY, came_from=S.IN_PROGRESS), Hindrance.NOT_LEFT),
        (M.ARCHIVE, Situation(S.INCOMPLETE, TODAY, came_from=S.ROUTED, is_withdrawn=True), None),
        (M.ARCHIVE, Situation(S.INCOMPLETE, TODAY, came_from=S.RECEIVED), None),
        (M.ARCHIVE, Situation(S.IN_PROGRESS, TODAY, is_withdrawn=True), None),
        (M.ASK, Situation(S.ROUTED, TODAY, is_withdrawn=True), Hindrance.ALREADY_LEFT),
        (M.WITHDRAW, Situation(S.ROUTED, TODAY), None),
        (M.WITHDRAW, Situation(S.ROUTED, TODAY, is_supervisory=True), Hindrance.GOES_ON),
        (M.LEAVE, Situation(S.ROUTED, TODAY), Hindrance.NOT_SUPERVISORY),
        (M.LEAVE, Situation(S.ROUTED, TODAY, is_supervisory=True), None),
        (
            M.LEAVE,
            Situation(S.ROUTED, TODAY, is_supervisory=True, is_withdrawn=True),
            Hindrance.ALREADY_LEFT,
        ),
    ],
)
def test_conditions(move: Move, facts: Situation, hindered: Hindrance | None) -> None:
    assert hindrance(move, facts) is hindered


def test_a_reporter_never_gets_an_officers_button() -> None:
    for state in S:
        offered = set(allowed_moves(state, {Relation.REPORTER}))
        assert offered <= {
            M.COMPLETE,
            M.REPLY,
            M.CONFIRM,
            M.CONTEST,
            M.OBJECT,
            M.WITHDRAW,
            M.LEAVE,
            M.FORMALISE,
            M.SET_PRIVACY,
            M.RATE,
        }


def test_an_overseer_reads_and_annotates_only() -> None:
    for state in S:
        assert set(allowed_moves(state, {Relation.OVERSEER})) <= {M.NOTE}


def test_open_moves_leaves_out_what_is_hindered() -> None:
    facts = Situation(S.RECEIVED, TODAY, return_count=2)
    assert M.DECIDE in open_moves(facts, frozenset({Relation.COORDINATOR}))
    assert M.VERIFY not in open_moves(facts, frozenset({Relation.NATIONAL}))


def test_the_only_open_targets_are_states_or_stays() -> None:
    assert all(isinstance(rule.target, State | Stay) for rule in MOVES.values())
