"""An information request becomes a formal one: the law's clock, one extension, an objection (UU 14/2008)."""

from datetime import UTC, datetime, timedelta

import pytest

from lapor.queries.reports.allowed_moves import allowed_moves
from lapor.queries.reports.tracking import tracking_page
from lapor.records.messages.notice import Notice
from lapor.records.reports.deadline import Deadline
from lapor.rules.access import Actor
from lapor.rules.conditions import Hindrance, MoveHindered
from lapor.rules.kinds import Kind, ProposalKind
from lapor.rules.lifecycle import Move
from lapor.rules.refusals import Forbidden, Refused
from lapor.steps.reports.confirm import confirm_report
from lapor.steps.reports.contest import contest_report
from lapor.steps.reports.decide import decide_report
from lapor.steps.reports.extend import extend_report
from lapor.steps.reports.follow_up import Answer, follow_up
from lapor.steps.reports.formalise import formalise_request
from lapor.steps.reports.propose import Draft, propose
from lapor.steps.reports.return_ import return_report
from lapor.steps.reports.settle import Settlement, settle_report
from lapor.steps.reports.transfer import transfer_report
from lapor.steps.reports.verify import verify_report
from tests.builders.world import World, received, reporter_of, row, stored_file, verification


def asked_for(world: World, kind: Kind = Kind.INFORMATION_REQUEST, to: str = "Kota Solok") -> str:
    code = received(world, kind=kind).code
    details = verification(world, to, kind=kind)
    verify_report(actor=world.officers["nasional"], code=code, details=details, now=world.later(hours=2))
    return code


def formal(world: World, actor: Actor | None = None, **where: str) -> str:
    code = asked_for(world, **where)  # type: ignore[arg-type]
    actor = actor or reporter_of(code)
    formalise_request(actor=actor, code=code, reason="Untuk menilai anggaran.", now=world.later(hours=1))
    return code


def answered(world: World) -> str:
    code = formal(world)
    actor = world.officers["solok"]
    follow_up(actor=actor, code=code, details=Answer(text="Kami siapkan."), now=world.later(hours=1))
    return code


def clocks(code: str) -> dict[str, datetime]:
    return dict(Deadline.objects.filter(report__code=code, stopped_at=None).values_list("clock", "due_at"))


def test_the_laws_clock_takes_the_place_of_ours(world: World) -> None:
    code = formal(world)
    # Wednesday, 18 November, and ten working days.
    assert clocks(code)["formal_request"] == datetime(2026, 12, 2, 9, tzinfo=UTC)
    assert "finish" not in clocks(code) and row(code).clock == "first_follow_up"
    told = set(Notice.objects.filter(event__move="formalise").values_list("template", flat=True))
    assert told == {"reporter_formalise", "holder_formalise"}
    follow_up(
        actor=world.officers["solok"], code=code, details=Answer(text="Segera."), now=world.later(hours=1)
    )
    assert (row(code).state, row(code).clock) == ("in_progress", "formal_request")


def test_the_holder_may_make_it_formal_too_and_nobody_twice(world: World) -> None:
    code = formal(world, world.officers["solok"])
    with pytest.raises(MoveHindered) as twice:
        formalise_request(actor=reporter_of(code), code=code, reason="Lagi.", now=world.later(hours=1))
    assert twice.value.hindrance is Hindrance.ALREADY_FORMAL
    with pytest.raises(Forbidden):
        formalise_request(actor=world.officers["pengawas"], code=code, reason="Saya.", now=world.now)
    open_to = allowed_moves(reporter_of(code), code, world.now)
    assert open_to is not None and Move.FORMALISE not in open_to.moves


def test_only_an_information_request_with_a_reason(world: World) -> None:
    code = asked_for(world, Kind.ASPIRATION)
    with pytest.raises(MoveHindered) as other:
        formalise_request(actor=reporter_of(code), code=code, reason="Saya mau.", now=world.now)
    assert other.value.hindrance is Hindrance.NO_INFORMATION_REQUEST
    asked = asked_for(world)
    with pytest.raises(Refused):
        formalise_request(actor=reporter_of(asked), code=asked, reason=" ", now=world.now)
    open_to = allowed_moves(reporter_of(asked), asked, world.now)
    assert open_to is not None and Move.FORMALISE in open_to.moves


def test_it_is_extended_once_by_seven_days_at_most(world: World) -> None:
    code = answered(world)
    before = clocks(code)["formal_request"]
    draft = Draft(kind=ProposalKind.EXTENSION, text="Arsipnya di gudang lama.", days=8)
    with pytest.raises(Refused, match="days_out_of_range"):
        propose(actor=world.officers["solok"], code=code, details=draft, now=world.now)
    draft = Draft(kind=ProposalKind.EXTENSION, text="Arsipnya di gudang lama.", days=7)
    propose(actor=world.officers["solok"], code=code, details=draft, now=world.later(hours=1))
    extend_report(actor=world.officers["nasional"], code=code, now=world.later(hours=1))
    assert clocks(code)["formal_request"] == before + timedelta(days=9)
    assert row(code).due_at == clocks(code)["formal_request"]
    with pytest.raises(MoveHindered):
        propose(actor=world.officers["solok"], code=code, details=draft, now=world.later(hours=1))


def test_the_answer_may_be_objected_to_in_thirty_working_days_one_level_above(world: World) -> None:
    code = answered(world)
    settle_report(
        actor=world.officers["solok"],
        code=code,
        details=Settlement(text="Ini datanya.", attachment_keys=(stored_file(world),)),
        now=world.later(days=1),
    )
    confirm_report(actor=reporter_of(code), code=code, now=world.later(days=1))
    assert Move.FORMALISE not in tracking_page(reporter_of(code), code, world.now).moves  # type: ignore[union-attr]
    # Forty days on, an ordinary report could not be contested any more.
    contest_report(actor=reporter_of(code), code=code, reason="Datanya kurang.", now=world.later(days=40))
    report = row(code)
    assert (report.state, report.held_by.name, report.clock) == ("in_progress", "Provinsi", "formal_request")


def test_whoever_gets_it_goes_on_with_what_the_law_has_left(world: World) -> None:
    code = answered(world)
    end = clocks(code)["formal_request"]
    transfer_report(
        actor=world.officers["nasional"],
        code=code,
        to_agency_id=world.agencies["Kota Padang"].pk,
        reason="Datanya di Padang.",
        now=world.later(days=1),
    )
    assert {"first_follow_up", "decision_by_law"} <= set(clocks(code))
    for _ in range(2):
        return_report(
            actor=world.officers["padang"],
            code=code,
            reason="Datanya di Solok.",
            proposed_agency_id=world.agencies["Kota Solok"].pk,
            now=world.later(hours=1),
        )
        assert clocks(code)["formal_request"] == end
        if row(code).return_count == 1:
            details = verification(world, "Kota Padang", kind=Kind.INFORMATION_REQUEST)
            verify_report(actor=world.officers["nasional"], code=code, details=details, now=world.now)
    solok = world.agencies["Kota Solok"].pk
    decider = world.officers["provinsi"]
    decide_report(
        actor=decider, code=code, to_agency_id=solok, reason="Arsip kota.", now=world.later(hours=1)
    )
    assert (clocks(code)["formal_request"], "finish" in clocks(code)) == (end, False)


def test_the_laws_clock_ends_with_the_kind(world: World) -> None:
    code = formal(world)
    return_report(
        actor=world.officers["solok"],
        code=code,
        reason="Ini keluhan.",
        proposed_agency_id=world.agencies["Kota Padang"].pk,
        now=world.later(hours=1),
    )
    details = verification(world, "Kota Padang")
    verify_report(actor=world.officers["nasional"], code=code, details=details, now=world.later(hours=1))
    assert "finish" in clocks(code) and "formal_request" not in clocks(code)


def test_seven_days_on_the_last_day_are_seven_days(world: World) -> None:
    code = answered(world)
    end = clocks(code)["formal_request"]
    draft = Draft(kind=ProposalKind.EXTENSION, text="Arsipnya di gudang lama.", days=7)
    propose(actor=world.officers["solok"], code=code, details=draft, now=end)
    extend_report(actor=world.officers["nasional"], code=code, now=end)
    # Wednesday, 2 December, and seven working days.
    assert clocks(code)["formal_request"] == datetime(2026, 12, 11, 9, tzinfo=UTC)
