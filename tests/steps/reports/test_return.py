"""Not ours: once to the national desk, twice to the coordinator, who decides for good."""

import pytest

from lapor.queries.calendar.limits import forget_limits
from lapor.queries.reports.desk_clocks import clocks_of
from lapor.records.calendar.day_limit import DayLimit
from lapor.records.reports.deadline import Deadline
from lapor.records.reports.event import Event
from lapor.rules.conditions import Hindrance, MoveHindered
from lapor.rules.deadlines import Clock
from lapor.rules.refusals import Forbidden, NotFound, Refused
from lapor.steps.reports.ask import ask_reporter
from lapor.steps.reports.complete import complete_report
from lapor.steps.reports.decide import decide_report
from lapor.steps.reports.expire import expire_report
from lapor.steps.reports.follow_up import Answer, follow_up
from lapor.steps.reports.object import object_to_archiving
from lapor.steps.reports.return_ import return_report
from lapor.steps.reports.transfer import transfer_report
from lapor.steps.reports.verify import verify_report
from tests.builders.world import World, reporter_of, routed, row, verification


def give_back(world: World, code: str, officer: str, proposed: str) -> None:
    return_report(
        actor=world.officers[officer],
        code=code,
        reason="Bukan jalan kami.",
        proposed_agency_id=world.agencies[proposed].pk,
        now=world.later(hours=1),
    )


def disputed(world: World) -> str:
    code = routed(world)
    give_back(world, code, "solok", "Kota Padang")
    assert row(code).held_by.name == "Meja Nasional"
    verify_report(
        actor=world.officers["nasional"],
        code=code,
        details=verification(world, "Kota Padang"),
        now=world.later(hours=1),
    )
    give_back(world, code, "padang", "Kota Solok")
    return code


def test_the_first_return_goes_to_the_national_desk(world: World) -> None:
    code = routed(world)
    give_back(world, code, "solok", "Kota Padang")
    report = row(code)
    assert (report.state, report.held_by.name, report.clock) == ("received", "Meja Nasional", "verification")
    event = Event.objects.filter(report=report).last()
    assert event is not None
    assert event.details["proposed_name"] == "Kota Padang"
    assert event.details["is_dispute"] is False


def test_the_second_return_is_decided_by_the_coordinator_and_binds(world: World) -> None:
    code = disputed(world)
    report = row(code)
    assert (report.held_by.name, report.clock, report.return_count) == ("Provinsi", "decision", 2)
    with pytest.raises(MoveHindered) as disputed_error:
        verify_report(
            actor=world.officers["nasional"], code=code, details=verification(world), now=world.later(hours=1)
        )
    assert disputed_error.value.hindrance is Hindrance.DISPUTED
    decide_report(
        actor=world.officers["provinsi"],
        code=code,
        to_agency_id=world.agencies["Kota Solok"].pk,
        reason="Menurut daftar ruas, jalan ini jalan Kota Solok.",
        now=world.later(hours=1),
    )
    report = row(code)
    assert (report.state, report.held_by.name, report.is_binding) == ("routed", "Kota Solok", True)
    with pytest.raises(MoveHindered) as binding:
        give_back(world, code, "solok", "Kota Padang")
    assert binding.value.hindrance is Hindrance.DECISION_BINDS
    transfer_report(
        actor=world.officers["nasional"],
        code=code,
        to_agency_id=world.agencies["Kota Padang"].pk,
        reason="Jalannya berpindah kota.",
        now=world.later(hours=1),
    )
    assert not Deadline.objects.filter(report=report, clock=Clock.RETURN, stopped_at=None).exists()


def test_archived_in_dispute_and_objected_to_it_is_still_to_be_decided(world: World) -> None:
    code = disputed(world)
    ask_reporter(actor=world.officers["provinsi"], code=code, question="Di mana?", now=world.later(hours=1))
    expire_report(code=code, now=world.later(days=40))
    object_to_archiving(actor=reporter_of(code), code=code, reason="Ini penting.", now=world.later(days=1))
    assert (row(code).state, row(code).held_by.name, row(code).clock) == (
        "received",
        "Meja Nasional",
        "decision",
    )
    decide_report(
        actor=world.officers["nasional"],
        code=code,
        to_agency_id=world.agencies["Kota Solok"].pk,
        reason="Jalan kota.",
        now=world.later(hours=1),
    )
    assert row(code).clock == "first_follow_up"


def test_the_days_to_return_it_are_a_right_and_nothing_that_is_late(world: World) -> None:
    code = routed(world)
    states = {clock.clock: clock.state for clock in clocks_of(row(code), world.now)}
    assert (states["return"], states["first_follow_up"]) == ("running", "running")
    states = {clock.clock: clock.state for clock in clocks_of(row(code), world.later(days=30))}
    assert (states["return"], states["first_follow_up"]) == ("over", "late")
    follow_up(actor=world.officers["solok"], code=code, details=Answer(text="Besok."), now=world.now)
    states = {clock.clock: clock.state for clock in clocks_of(row(code), world.now)}
    assert (states["return"], states["first_follow_up"]) == ("over", "missed")


def test_a_return_names_an_agency_and_a_reason(world: World) -> None:
    code = routed(world)
    actor = world.officers["solok"]
    for reason, proposed, field in (
        ("", world.agencies["Kota Padang"].pk, "reason"),
        ("Bukan.", None, "to_agency"),
    ):
        with pytest.raises(Refused) as refused:
            return_report(actor=actor, code=code, reason=reason, proposed_agency_id=proposed, now=world.now)
        assert refused.value.field == field
    with pytest.raises(Refused, match="proposed_agency_is_own"):
        give_back(world, code, "solok", "Kota Solok")
    assert row(code).state == "routed"


def test_others_can_not_return_it(world: World) -> None:
    code = routed(world)
    with pytest.raises(NotFound):
        give_back(world, code, "padang", "Kota Solok")
    with pytest.raises(Forbidden):
        give_back(world, code, "pengawas", "Kota Padang")


def test_after_two_working_days_it_is_late_to_return_it(world: World) -> None:
    code = routed(world)
    # Routed on Wednesday evening: Thursday and Friday are the two days, the last ends at four.
    friday = world.now.replace(day=20, hour=9, minute=0, second=0)
    clock = Deadline.objects.get(report__code=code, clock=Clock.RETURN)
    assert (clock.due_at, clock.days) == (friday, 2)
    world.now = friday
    with pytest.raises(MoveHindered) as late:
        give_back(world, code, "solok", "Kota Padang")
    assert late.value.hindrance is Hindrance.RETURN_LATE
    transfer_report(
        actor=world.officers["nasional"],
        code=code,
        to_agency_id=world.agencies["Kota Padang"].pk,
        reason="Jalan itu di Padang.",
        now=world.later(hours=1),
    )
    give_back(world, code, "padang", "Provinsi")
    assert row(code).held_by.name == "Meja Nasional"


def test_a_question_to_the_reporter_holds_the_days_to_return_it(world: World) -> None:
    code = routed(world)
    ask_reporter(actor=world.officers["solok"], code=code, question="Di mana?", now=world.later(hours=1))
    complete_report(actor=reporter_of(code), code=code, text="Di Padang.", now=world.later(days=9))
    give_back(world, code, "solok", "Kota Padang")
    assert row(code).state == "received"


def test_the_limit_to_return_is_what_the_rows_say(world: World) -> None:
    DayLimit.objects.filter(clock=Clock.RETURN).update(days=4)
    forget_limits()
    code = routed(world)
    world.later(days=4)
    give_back(world, code, "solok", "Kota Padang")
    assert row(code).state == "received"
