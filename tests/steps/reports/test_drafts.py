"""Drafts of answers: who approves them, who takes them back, and when they lapse."""

from collections.abc import Callable

import pytest

from lapor.jobs.clocks import approve_waiting_answers
from lapor.records.messages.notice import Notice
from lapor.records.reports.attachment import Attachment
from lapor.records.reports.event import Event
from lapor.records.reports.proposal import Proposal
from lapor.rules.access import SYSTEM, Actor, Role
from lapor.rules.conditions import MoveHindered
from lapor.rules.kinds import ProposalKind, ProposalState
from lapor.rules.refusals import Forbidden, Refused
from lapor.steps.reports.approve import approve_proposal
from lapor.steps.reports.ask import ask_reporter
from lapor.steps.reports.complete import complete_report
from lapor.steps.reports.follow_up import Answer, follow_up
from lapor.steps.reports.hand_back import hand_back
from lapor.steps.reports.merge import merge_report
from lapor.steps.reports.note import add_note
from lapor.steps.reports.propose import Draft, propose
from lapor.steps.reports.return_ import return_report
from lapor.steps.reports.route_down import route_down
from lapor.steps.reports.send_back import send_back_proposal
from lapor.steps.reports.settle import Settlement, settle_report
from lapor.steps.reports.take_back import take_back_proposal
from lapor.steps.reports.transfer import transfer_report
from lapor.steps.reports.withdraw import withdraw_report
from tests.builders.world import (
    World,
    at_office,
    in_progress,
    received,
    reporter_of,
    routed,
    row,
    stored_file,
)

FOLLOW_UP = Draft(kind=ProposalKind.FOLLOW_UP, text="Besok diukur.")
SETTLEMENT = Draft(kind=ProposalKind.SETTLEMENT, text="Ditambal.", no_evidence_reason="Hujan, tak ada foto.")


def with_approver(world: World) -> Actor:
    world.officer("kadis", "PUPR", Role.APPROVER)
    return world.officers["kadis"]


def test_where_an_approver_is_named_a_liaison_proposes(world: World) -> None:
    code, approver = at_office(world), with_approver(world)
    pupr = world.officers["pupr"]
    with pytest.raises(Refused, match="approval_needed"):
        follow_up(actor=pupr, code=code, details=Answer(text="Besok diukur."), now=world.later(hours=1))
    draft = Draft(kind=ProposalKind.FOLLOW_UP, text="Besok diukur.", attachment_keys=(stored_file(world),))
    propose(actor=pupr, code=code, details=draft, now=world.later(hours=1))
    assert row(code).state == "routed"
    with pytest.raises(Refused, match="proposal_waits"):
        propose(actor=pupr, code=code, details=draft, now=world.later(hours=1))
    approve_proposal(actor=approver, code=code, now=world.later(hours=1))
    report = row(code)
    assert report.state == "in_progress"
    event = Event.objects.get(report=report, move="follow_up")
    assert (event.note, event.account_id) == ("Besok diukur.", approver.account_id)
    assert event.attachments.get().audience == "public"
    assert Proposal.objects.get(report=report).state == "approved"


def test_a_proposal_may_be_sent_back_and_nobody_approves_his_own(world: World) -> None:
    code, approver = at_office(world), with_approver(world)
    draft = Draft(kind=ProposalKind.FOLLOW_UP, text="Besok diukur.")
    propose(actor=world.officers["solok"], code=code, details=draft, now=world.later(hours=1))
    with pytest.raises(Refused, match="own_proposal"):
        approve_proposal(actor=world.officers["solok"], code=code, now=world.now)
    send_back_proposal(actor=approver, code=code, reason="Sebut tanggalnya.", now=world.later(hours=1))
    assert Proposal.objects.get(report__code=code).state == "sent_back"
    with pytest.raises((MoveHindered, Refused)):
        send_back_proposal(actor=approver, code=code, reason="Sekali lagi.", now=world.now)


def test_a_missing_approval_does_not_block_the_first_reply(world: World) -> None:
    code, _ = at_office(world), with_approver(world)
    draft = Draft(kind=ProposalKind.FOLLOW_UP, text="Besok diukur.")
    propose(actor=world.officers["pupr"], code=code, details=draft, now=world.later(hours=1))
    approve_proposal(actor=SYSTEM, code=code, now=world.later(days=2))
    assert row(code).state == "in_progress"


def drafted(world: World, draft: Draft = FOLLOW_UP) -> str:
    """A report at PUPR with a draft that waits."""
    code = in_progress(world) if draft.kind is ProposalKind.SETTLEMENT else at_office(world)
    with_approver(world)
    propose(actor=world.officers["pupr"], code=code, details=draft, now=world.later(hours=1))
    return code


def states(code: str) -> list[str]:
    return list(Proposal.objects.filter(report__code=code).order_by("pk").values_list("state", flat=True))


def test_an_approved_settlement_is_a_settlement_like_any_other(world: World) -> None:
    code = drafted(world, SETTLEMENT)
    approve_proposal(actor=world.officers["kadis"], code=code, now=world.later(hours=1))
    event = Event.objects.get(report__code=code, move="settle")
    assert (event.note, event.details) == ("Ditambal.", {"no_evidence_reason": "Hujan, tak ada foto."})
    assert (row(code).state, states(code)) == ("settled", ["approved"])


def test_nobody_asks_for_approval_where_nobody_could_give_it(world: World) -> None:
    code = at_office(world)
    with pytest.raises(Refused, match="nobody_approves"):
        propose(actor=world.officers["pupr"], code=code, details=FOLLOW_UP, now=world.later(hours=1))
    assert states(code) == []


def test_the_author_takes_his_draft_back_and_nobody_else(world: World) -> None:
    code = drafted(world)
    colleague = world.officer("pupr-dua", "PUPR", Role.LIAISON)
    with pytest.raises(Forbidden):
        take_back_proposal(actor=world.officers["kadis"], code=code, now=world.now)
    with pytest.raises(Refused, match="not_own_proposal"):
        take_back_proposal(actor=colleague, code=code, now=world.now)
    take_back_proposal(actor=world.officers["pupr"], code=code, now=world.later(hours=1))
    assert states(code) == ["taken_back"]
    event = Event.objects.filter(report__code=code).latest("number")
    assert (event.move, event.audience) == ("take_back", "officers")
    with pytest.raises(Refused, match="nothing_proposed"):
        take_back_proposal(actor=world.officers["pupr"], code=code, now=world.now)


def test_files_of_a_draft_given_back_go_along_with_the_next_one(world: World) -> None:
    key = stored_file(world)
    code = drafted(world, Draft(kind=ProposalKind.FOLLOW_UP, text="Besok.", attachment_keys=(key,)))
    again = Draft(kind=ProposalKind.FOLLOW_UP, text="Besok pagi.", attachment_keys=(key,))
    direct = Answer(text="Sudah.", attachment_keys=(key,))
    with pytest.raises(Refused, match="file_gone"):
        follow_up(actor=world.officers["solok"], code=code, details=direct, now=world.now)
    send_back_proposal(
        actor=world.officers["kadis"], code=code, reason="Jam berapa?", now=world.later(hours=1)
    )
    propose(actor=world.officers["pupr"], code=code, details=again, now=world.later(hours=1))
    approve_proposal(actor=world.officers["kadis"], code=code, now=world.later(hours=1))
    file = Attachment.objects.get(key=key)
    assert file.event is not None and (file.event.move, file.audience) == ("follow_up", "public")


def test_only_the_files_of_the_draft_itself_are_sent(world: World) -> None:
    code, approver, own, other = (
        at_office(world),
        with_approver(world),
        stored_file(world),
        stored_file(world),
    )
    for kind, text, key in (
        (ProposalKind.FOLLOW_UP, "Besok diukur.", own),
        (ProposalKind.EXTENSION, "Aspal datang pekan depan.", other),
    ):
        draft = Draft(kind=kind, text=text, days=5, attachment_keys=(key,))
        propose(actor=world.officers["pupr"], code=code, details=draft, now=world.now)
    approve_proposal(actor=approver, code=code, now=world.later(hours=1))
    audiences = dict(Attachment.objects.filter(report__code=code).values_list("key", "audience"))
    assert audiences == {own: "public", other: "officers"}


def _hand_back(world: World, code: str) -> None:
    hand_back(actor=world.officers["pupr"], code=code, reason="Bukan jalan kami.", now=world.later(hours=1))


def _return(world: World, code: str) -> None:
    proposed = world.agencies["Provinsi"].pk
    words = {"reason": "Jalan provinsi.", "proposed_agency_id": proposed}
    return_report(actor=world.officers["solok"], code=code, **words, now=world.later(hours=1))  # type: ignore[arg-type]


def _route_down(world: World, code: str) -> None:
    to = world.agencies["Bidang Jalan"].pk
    route_down(
        actor=world.officers["pupr"], code=code, to_agency_id=to, reason="Rutin.", now=world.later(hours=1)
    )


def _transfer(world: World, code: str) -> None:
    to = world.agencies["Kota Padang"].pk
    desk = world.officers["nasional"]
    transfer_report(actor=desk, code=code, to_agency_id=to, reason="Jalan Padang.", now=world.later(hours=1))


def _withdraw(world: World, code: str) -> None:
    withdraw_report(actor=reporter_of(code), code=code, now=world.later(hours=1))


def _merge(world: World, code: str) -> None:
    other = received(world).code
    desk = world.officers["nasional"]
    merge_report(actor=desk, code=code, into_code=other, reason="Sama.", now=world.later(hours=1))


@pytest.mark.parametrize("move_on", [_hand_back, _return, _route_down, _transfer, _withdraw, _merge])
def test_a_draft_lapses_when_the_report_moves_on(world: World, move_on: Callable[[World, str], None]) -> None:
    code = drafted(world)
    move_on(world, code)
    assert states(code) == ["lapsed"]
    told = Notice.objects.filter(report__code=code, template="author_lapsed")
    did_it_himself = move_on in (_hand_back, _route_down)
    author = world.officers["pupr"].account_id
    assert list(told.values_list("account_id", flat=True)) == ([] if did_it_himself else [author])
    # Not even where somebody else's draft was left behind by mistake.
    Proposal.objects.filter(report__code=code).update(state=ProposalState.PENDING)
    assert approve_waiting_answers(world.later(days=30)) == 0
    assert not Event.objects.filter(report__code=code, move="follow_up").exists()


def test_an_answer_lapses_when_the_reporter_is_asked_and_an_extension_does_not(world: World) -> None:
    code = drafted(world)
    more_time = Draft(kind=ProposalKind.EXTENSION, text="Aspal datang pekan depan.", days=5)
    propose(actor=world.officers["pupr"], code=code, details=more_time, now=world.later(hours=1))
    ask_reporter(actor=world.officers["solok"], code=code, question="SD mana?", now=world.later(hours=1))
    assert states(code) == ["lapsed", "pending"]
    told = Notice.objects.get(report__code=code, template="author_lapsed")
    assert told.account_id == world.officers["pupr"].account_id
    complete_report(actor=reporter_of(code), code=code, text="SD Negeri 05.", now=world.later(days=20))
    assert approve_waiting_answers(world.later(days=2)) == 0


def test_a_draft_lapses_when_the_desk_settles_without_it(world: World) -> None:
    code = drafted(world, SETTLEMENT)
    done = Settlement(text="Sudah.", attachment_keys=(stored_file(world),))
    settle_report(actor=world.officers["solok"], code=code, details=done, now=world.later(hours=1))
    assert states(code) == ["lapsed"]


def test_other_moves_leave_a_draft_alone(world: World) -> None:
    code = drafted(world)
    add_note(actor=world.officers["solok"], code=code, text="Mohon segera.", now=world.later(hours=1))
    assert states(code) == ["pending"]


def test_the_system_sends_only_a_first_answer_of_the_present_holder(world: World) -> None:
    later = drafted(world, SETTLEMENT)
    with pytest.raises(Refused, match="approval_needed"):
        approve_proposal(actor=SYSTEM, code=later, now=world.later(days=2))


def test_what_goes_out_unapproved_is_signed_by_the_agency(world: World) -> None:
    code = drafted(world)
    assert approve_waiting_answers(world.later(days=4)) == 1
    event = Event.objects.get(report__code=code, move="follow_up")
    pupr = world.agencies["PUPR"].pk
    assert (event.actor_kind, event.account_id, event.agency_id) == ("system", None, pupr)


def test_an_inspectorates_first_answer_is_not_held_up_either(world: World) -> None:
    world.officer("irban", "Inspektorat", Role.APPROVER)
    code = routed(world, "Inspektorat", is_supervisory=True)
    inspector = world.officers["inspektur"]
    with pytest.raises(Refused, match="approval_needed"):
        follow_up(actor=inspector, code=code, details=Answer(text="Kami periksa."), now=world.later(hours=1))
    propose(actor=inspector, code=code, details=FOLLOW_UP, now=world.later(hours=1))
    assert approve_waiting_answers(world.later(days=4)) == 1
    assert row(code).state == "in_progress"
