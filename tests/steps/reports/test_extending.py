"""More time: asked for by the holder, granted one level up, once, before the clock ends."""

from datetime import UTC, datetime, timedelta

import pytest

from lapor.records.agencies.agency import Agency
from lapor.records.messages.notice import Notice
from lapor.records.reports.deadline import Deadline
from lapor.records.reports.event import Event
from lapor.records.reports.proposal import Proposal
from lapor.rules.access import Role
from lapor.rules.conditions import MoveHindered
from lapor.rules.deadlines import DayUnit
from lapor.rules.kinds import ProposalKind
from lapor.rules.refusals import Forbidden, Refused
from lapor.steps.reports.approve import approve_proposal
from lapor.steps.reports.extend import extend_report
from lapor.steps.reports.propose import Draft, propose
from lapor.steps.reports.send_back import send_back_proposal
from tests.builders.world import World, at_office, in_progress, routed, row

EXTENSION = Draft(kind=ProposalKind.EXTENSION, text="Aspal datang pekan depan.", days=5)


def asked(world: World, code: str, who: str) -> None:
    propose(actor=world.officers[who], code=code, details=EXTENSION, now=world.later(hours=1))


def told(code: str) -> set[str]:
    rows = Notice.objects.filter(report__code=code, template="above_propose")
    return set(rows.values_list("account__login", flat=True))


def test_an_extension_is_asked_below_and_granted_above_once(world: World) -> None:
    code = in_progress(world)
    due = row(code).due_at
    world.officer("kadis", "PUPR", Role.APPROVER)
    colleague = world.officer("meja-pupr", "PUPR", Role.AGENCY_DESK)
    asked(world, code, "pupr")
    assert told(code) == {"solok@contoh.test"}
    for nobody in (world.officers["kadis"], colleague, world.officers["pupr"]):
        with pytest.raises(Forbidden):
            extend_report(actor=nobody, code=code, now=world.now)
    extend_report(actor=world.officers["solok"], code=code, now=world.later(hours=1))
    report = row(code)
    assert report.is_extended and due is not None and report.due_at is not None
    assert report.due_at - due >= timedelta(days=5)
    event = Event.objects.filter(report=report).last()
    assert event is not None and (event.move, event.note) == ("extend", "Aspal datang pekan depan.")
    assert Proposal.objects.get().state == "approved"
    with pytest.raises(MoveHindered):
        asked(world, code, "pupr")


def test_over_a_city_its_coordinator_decides(world: World) -> None:
    code = routed(world)
    asked(world, code, "solok")
    assert told(code) == {"provinsi@contoh.test"}
    with pytest.raises(Forbidden):
        extend_report(actor=world.officers["solok"], code=code, now=world.now)
    extend_report(actor=world.officers["provinsi"], code=code, now=world.later(hours=1))
    assert row(code).is_extended


def test_over_a_province_and_an_inspectorate_the_national_desk_decides(world: World) -> None:
    world.officer("meja-provinsi", "Provinsi", Role.AGENCY_DESK)
    province = routed(world, "Provinsi")
    inspectorate = routed(world, "Inspektorat", is_supervisory=True)
    asked(world, province, "meja-provinsi")
    asked(world, inspectorate, "inspektur")
    for code in (province, inspectorate):
        assert told(code) == {"nasional@contoh.test"}
        extend_report(actor=world.officers["nasional"], code=code, now=world.later(hours=1))
        assert row(code).is_extended


def test_whoever_may_grant_it_may_say_no(world: World) -> None:
    code = in_progress(world)
    asked(world, code, "pupr")
    with pytest.raises(Refused, match="nothing_proposed"):
        send_back_proposal(actor=world.officers["solok"], code=code, reason="Tidak.", now=world.now)
    words = {"reason": "Sewa alat saja.", "is_extension": True}
    with pytest.raises(Forbidden):
        send_back_proposal(actor=world.officers["pupr"], code=code, **words, now=world.now)  # type: ignore[arg-type]
    send_back_proposal(actor=world.officers["solok"], code=code, **words, now=world.later(hours=1))  # type: ignore[arg-type]
    assert Proposal.objects.get().state == "sent_back" and not row(code).is_extended


def test_nothing_is_granted_once_the_clock_has_ended(world: World) -> None:
    code = in_progress(world)
    asked(world, code, "pupr")
    end = Deadline.objects.get(report__code=code, clock="finish", stopped_at=None).due_at
    with pytest.raises(Refused, match="clock_over"):
        extend_report(actor=world.officers["solok"], code=code, now=end + timedelta(minutes=1))
    assert Proposal.objects.get().state == "pending"
    extend_report(actor=world.officers["solok"], code=code, now=end)


def test_days_of_the_calendar_are_added_to_the_last_day_too(world: World) -> None:
    code = in_progress(world)
    finish = Deadline.objects.filter(report__code=code, clock="finish")
    # Midnight in Western Indonesia: the last day is Monday, 30 November.
    finish.update(unit=DayUnit.CALENDAR_DAY, due_at=datetime(2026, 11, 30, 17, tzinfo=UTC))
    asked(world, code, "pupr")
    extend_report(actor=world.officers["solok"], code=code, now=world.later(hours=1))
    assert finish.get().due_at == datetime(2026, 12, 5, 17, tzinfo=UTC)


def test_asking_for_time_holds_up_no_answer(world: World) -> None:
    code = at_office(world)
    approver = world.officer("kadis", "PUPR", Role.APPROVER)
    asked(world, code, "pupr")
    answer = Draft(kind=ProposalKind.FOLLOW_UP, text="Besok diukur.")
    propose(actor=world.officers["pupr"], code=code, details=answer, now=world.later(hours=1))
    with pytest.raises(Refused, match="extension_waits"):
        asked(world, code, "pupr")
    approve_proposal(actor=approver, code=code, now=world.later(hours=1))
    assert row(code).state == "in_progress"
    extend_report(actor=world.officers["solok"], code=code, now=world.later(hours=1))
    assert set(Proposal.objects.values_list("state", flat=True)) == {"approved"}


def test_where_nobody_is_above_it_is_said(world: World) -> None:
    Agency.objects.filter(name="Kota Solok").update(coordinated_by=world.agencies["Kota Padang"])
    code = routed(world)
    with pytest.raises(Refused, match="nobody_extends"):
        asked(world, code, "solok")
