"""Any life of a report: moves that are offered, made by anybody, in any order, with the jobs in between.

Some lives are the same every time, others are new. A failure says how to bring it back: with the same
`LAPOR_LIVES` and `LAPOR_LIVES_SEED` in the environment. More lives: `LAPOR_LIVES=200`.
"""

import os
import secrets
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta

from django.db import transaction
from hypothesis import HealthCheck, Phase, given, note, seed, settings
from hypothesis import strategies as st

from lapor.jobs.clocks import (
    approve_waiting_answers,
    close_silent_reports,
    expire_unanswered_reports,
    rise_unattended_reports,
)
from lapor.queries.reports.allowed_moves import allowed_moves
from lapor.queries.reports.chain_check import broken_chains, broken_heads
from lapor.records.messages.notice import Notice
from lapor.records.reports.deadline import Deadline
from lapor.records.reports.event import Event
from lapor.rules.access import Actor, ActorKind
from lapor.rules.clocks import CLOCK_OF_STATE
from lapor.rules.conditions import MoveHindered
from lapor.rules.deadlines import Clock
from lapor.rules.kinds import ArchiveReason, Door, Kind, Outcome, ProposalKind
from lapor.rules.lifecycle import OPEN_STATES, Move, MoveNotAllowed, State
from lapor.rules.notices import Recipient, tellings
from lapor.rules.refusals import Refused
from lapor.steps.reports.approve import approve_proposal
from lapor.steps.reports.archive import archive_report
from lapor.steps.reports.ask import ask_reporter
from lapor.steps.reports.complete import complete_report
from lapor.steps.reports.confirm import confirm_report
from lapor.steps.reports.contest import contest_report
from lapor.steps.reports.decide import decide_report
from lapor.steps.reports.follow_up import Answer, follow_up
from lapor.steps.reports.formalise import formalise_request
from lapor.steps.reports.hand_back import hand_back
from lapor.steps.reports.note import add_note
from lapor.steps.reports.object import object_to_archiving
from lapor.steps.reports.propose import Draft, propose
from lapor.steps.reports.rate import rate_report
from lapor.steps.reports.reply import reply_to_report
from lapor.steps.reports.return_ import return_report
from lapor.steps.reports.route_down import route_down
from lapor.steps.reports.send_back import send_back_proposal
from lapor.steps.reports.settle import Settlement, settle_report
from lapor.steps.reports.transfer import transfer_report
from lapor.steps.reports.verify import verify_report
from lapor.steps.reports.withdraw import withdraw_report
from tests.builders.world import World, received, reporter_of, row, verification

OFFICERS = ("nasional", "solok", "pupr", "provinsi", "padang")
PLACES = ("Kota Solok", "PUPR", "Bidang Jalan", "Kota Padang")
PAUSES = (timedelta(minutes=5), timedelta(hours=30), timedelta(days=4), timedelta(days=20))
WORDS = "Ini kata-kata yang cukup panjang."
WORDY: dict[Move, tuple[Callable[..., object], str]] = {
    Move.ASK: (ask_reporter, "question"),
    Move.COMPLETE: (complete_report, "text"),
    Move.HAND_BACK: (hand_back, "reason"),
    Move.REPLY: (reply_to_report, "text"),
    Move.CONTEST: (contest_report, "reason"),
    Move.OBJECT: (object_to_archiving, "reason"),
    Move.WITHDRAW: (withdraw_report, "reason"),
    Move.FORMALISE: (formalise_request, "reason"),
    Move.NOTE: (add_note, "text"),
    Move.SEND_BACK: (send_back_proposal, "reason"),
}
PLACING = {Move.ROUTE_DOWN: route_down, Move.TRANSFER: transfer_report, Move.DECIDE: decide_report}


def draft(choice: int) -> Draft:
    kind = list(ProposalKind)[choice % 3]
    return Draft(kind=kind, text=WORDS, days=1 + choice % 9, no_evidence_reason=WORDS)


def make(world: World, move: Move, actor: Actor, code: str, choice: int) -> None:
    """Does the move through its real step; `choice` picks where to, or which of two ways."""
    who = {"actor": actor, "code": code, "now": world.now}
    place = PLACES[choice % len(PLACES)]
    to = world.agencies[place].pk
    if move is Move.SEND_BACK and choice % 2:
        with suppress(MoveNotAllowed):  # a settlement that was drafted before a transfer
            approve_proposal(**who)  # type: ignore[arg-type]
    elif move is Move.PROPOSE:
        with suppress(MoveHindered):  # extended before: only a second extension is hindered
            propose(**who, details=draft(choice))  # type: ignore[arg-type]
    elif move is Move.COMPLETE and actor.kind is ActorKind.OFFICER:
        complete_report(**who, text=WORDS, door=Door.TELEPHONE)  # type: ignore[arg-type]
    elif move in WORDY:
        step, field = WORDY[move]
        step(**who, **{field: WORDS})
    elif move in PLACING:
        PLACING[move](**who, to_agency_id=to, reason=WORDS)  # type: ignore[operator]
    elif move is Move.RETURN:
        return_report(**who, reason=WORDS, proposed_agency_id=to)  # type: ignore[arg-type]
    elif move is Move.VERIFY:
        verify_report(**who, details=verification(world, place, kind=Kind(row(code).kind)))  # type: ignore[arg-type]
    else:
        OTHERS[move](who, choice)


OTHERS: dict[Move, Callable[..., object]] = {
    Move.FOLLOW_UP: lambda who, choice: follow_up(**who, details=Answer(text=WORDS)),
    Move.SETTLE: lambda who, choice: settle_report(
        **who, details=Settlement(text=WORDS, no_evidence_reason=WORDS)
    ),
    Move.CONFIRM: lambda who, choice: confirm_report(**who),
    Move.RATE: lambda who, choice: rate_report(**who, rating=1 + choice % 5, outcome=Outcome.PARTLY),
    Move.ARCHIVE: lambda who, choice: archive_report(
        **who, reason=ArchiveReason.NOT_PUBLIC_SERVICE, words=WORDS
    ),
}
MADE = {Move.PROPOSE, *WORDY, *PLACING, *OTHERS, Move.RETURN, Move.VERIFY}


def offered(world: World, code: str) -> Iterator[tuple[Actor, Move]]:
    """Who may do what now, as the allowed actions in JSON say it."""
    for actor in (reporter_of(code), *(world.officers[name] for name in OFFICERS)):
        found = allowed_moves(actor, code, world.now)
        yield from ((actor, move) for move in (found.moves if found else ()) if move in MADE)


def jobs(now: datetime) -> None:
    close_silent_reports(now)
    expire_unanswered_reports(now)
    approve_waiting_answers(now)
    rise_unattended_reports(now)


def holds(code: str) -> None:
    """Everything that is true of a report at any moment."""
    report = row(code)
    state = State(report.state)
    rows = list(Deadline.objects.filter(report=report, stopped_at=None))
    running = {Clock(one.clock): one for one in rows if one.paused_at is None}
    wanted = [clock for clock in CLOCK_OF_STATE[state] if clock in running]
    assert report.is_open == (state in OPEN_STATES) == (report.ended_at is None)
    assert bool(wanted) == report.is_open, (state, set(running))
    shown = running[wanted[0]] if wanted else None
    assert (report.clock, report.due_at) == ((shown.clock, shown.due_at) if shown else ("", None))
    assert report.is_open or not running
    assert state is not State.INCOMPLETE or set(running) == {Clock.COMPLETION}
    assert not {Clock.FINISH, Clock.FORMAL_REQUEST} <= {Clock(one.clock) for one in rows}
    assert report.return_count <= 2
    events = list(Event.objects.filter(report=report).order_by("number"))
    assert [event.number for event in events] == list(range(1, report.event_count + 1))
    assert events[-1].to_state == report.state and events[-1].hash == report.last_hash


def told_once(code: str) -> None:
    """The reporter is told by e-mail of every event that is for him, nobody of anything twice."""
    notices = Notice.objects.filter(report__code=code).exclude(event=None)
    found = Counter(notices.values_list("event__number", "account", "channel"))
    assert set(found.values()) <= {1}
    for event in Event.objects.filter(report__code=code):
        is_for_him = any(one.recipient is Recipient.REPORTER for one in tellings(Move(event.move)))
        assert found[event.number, None, "email"] == int(is_for_him), event.move


Steps = list[tuple[int, int, timedelta]]
STEPS = st.lists(
    st.tuples(st.integers(0, 999), st.integers(0, 999), st.sampled_from(PAUSES)), min_size=6, max_size=12
)
SEED = int(os.environ.get("LAPOR_LIVES_SEED") or secrets.randbits(32))
LIVES = int(os.environ.get("LAPOR_LIVES") or 3)
# A life takes too long for hundreds of shorter ones to be tried after a failure.
ALL_NEW = settings(
    max_examples=LIVES,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Phase.generate],
    database=None,
)


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(kind=st.sampled_from(Kind), steps=STEPS)
def test_whatever_is_offered_works_and_leaves_everything_whole(
    world: World, kind: Kind, steps: Steps
) -> None:
    live(world, kind, steps)


@seed(SEED)
@ALL_NEW
@given(kind=st.sampled_from(Kind), steps=STEPS)
def test_so_it_does_in_lives_that_nobody_has_seen(world: World, kind: Kind, steps: Steps) -> None:
    note(f"LAPOR_LIVES={LIVES} LAPOR_LIVES_SEED={SEED}")
    live(world, kind, steps)


def live(world: World, kind: Kind, steps: Steps) -> None:
    begun = world.now
    with transaction.atomic():
        code = received(world, kind=kind).code
        for pick, choice, pause in steps:
            world.now += pause
            jobs(world.now)
            holds(code)
            # Notes change nothing, and would be half of all there is to choose.
            open_now = sorted(
                {pair for pair in offered(world, code) if pair[1] is not Move.NOTE or choice % 7 == 0},
                key=lambda pair: (pair[1], pair[0].account_id or 0),
            )
            if not open_now:
                continue
            actor, move = open_now[pick % len(open_now)]
            with suppress(Refused):  # a form that is not filled in rightly; nothing may have happened
                make(world, move, actor, code, choice)
            holds(code)
        told_once(code)
        assert not list(broken_chains()) and not broken_heads()
        transaction.set_rollback(True)
    world.now = begun
