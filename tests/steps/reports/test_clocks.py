"""What a transfer, a contest and a second life do to the clocks, and what no transfer moves."""

from datetime import UTC, datetime

from lapor.queries.reports.tracking import tracking_page
from lapor.records.reports.deadline import Deadline
from lapor.steps.reports.ask import ask_reporter
from lapor.steps.reports.complete import complete_report
from lapor.steps.reports.contest import contest_report
from lapor.steps.reports.hand_back import hand_back
from lapor.steps.reports.return_ import return_report
from lapor.steps.reports.transfer import transfer_report
from tests.builders.world import World, at_office, in_progress, received, reporter_of, routed, row, settled


def running(code: str) -> dict[str, datetime]:
    """The clocks that run, with their ends; paused ones are left out."""
    rows = Deadline.objects.filter(report__code=code, stopped_at=None, paused_at=None)
    return dict(rows.values_list("clock", "due_at"))


def transfer(world: World, code: str, to: str = "Kota Padang") -> None:
    transfer_report(
        actor=world.officers["nasional"],
        code=code,
        to_agency_id=world.agencies[to].pk,
        reason="Jalan itu di Padang.",
        now=world.later(days=1),
    )


def test_a_transfer_starts_the_holders_clocks_anew_and_nothing_of_the_law(world: World) -> None:
    code = routed(world)
    before = running(code)
    transfer(world, code)
    after = running(code)
    assert set(after) == set(before)
    assert all(after[clock] > before[clock] for clock in ("first_follow_up", "finish", "return"))
    assert after["answer_by_law"] == before["answer_by_law"]
    assert after["decision_by_law"] == before["decision_by_law"]
    assert (row(code).clock, row(code).due_at) == ("first_follow_up", after["first_follow_up"])


def test_after_the_first_answer_a_transfer_leaves_the_outer_bound(world: World) -> None:
    code = in_progress(world)
    before = running(code)
    assert set(before) == {"finish", "decision_by_law"}
    transfer(world, code)
    assert running(code)["decision_by_law"] == before["decision_by_law"]
    page = tracking_page(reporter_of(code), code, world.now)
    # Routed on Wednesday, 18 November; sixty days.
    assert page is not None and page.decision_by is not None
    assert page.decision_by.isoformat() == "2027-01-17"


def test_a_return_and_a_new_routing_leave_it_too(world: World) -> None:
    code = routed(world)
    bound = running(code)["decision_by_law"]
    return_report(
        actor=world.officers["solok"],
        code=code,
        reason="Bukan jalan kami.",
        proposed_agency_id=world.agencies["Kota Padang"].pk,
        now=world.later(days=1),
    )
    assert set(running(code)) == {"verification", "answer_by_law", "decision_by_law"}
    assert running(code)["decision_by_law"] == bound


def test_a_question_holds_the_outer_bound_while_it_waits(world: World) -> None:
    code = routed(world)
    bound = running(code)["decision_by_law"]
    ask_reporter(actor=world.officers["solok"], code=code, question="Di mana?", now=world.later(hours=1))
    assert set(running(code)) == {"completion"}
    complete_report(actor=reporter_of(code), code=code, text="Di sana.", now=world.later(days=10))
    assert (running(code)["decision_by_law"] - bound).days == 10


def test_a_contest_goes_on_from_the_remainder(world: World) -> None:
    code = settled(world)
    kept = Deadline.objects.get(report__code=code, clock="finish")
    # Fourteen working days from Wednesday, the first of them gone.
    assert (kept.stopped_at, kept.remaining_days) == (None, 13)
    contest_report(actor=reporter_of(code), code=code, reason="Masih berlubang.", now=world.later(days=1))
    # Friday, 20 November, and thirteen working days.
    assert running(code) == {"finish": datetime(2026, 12, 9, 9, tzinfo=UTC)}


def test_the_day_to_hand_back_is_counted_from_the_unit_and_only_shown(world: World) -> None:
    code = at_office(world)
    assert running(code)["hand_back"] == datetime(2026, 11, 19, 9, tzinfo=UTC)
    hand_back(actor=world.officers["pupr"], code=code, reason="Ini rambu.", now=world.later(days=5))
    assert "hand_back" not in running(code)


def test_receipt_starts_no_clock_of_a_holder_who_is_not_known_yet(world: World) -> None:
    assert set(running(received(world).code)) == {"verification", "answer_by_law"}
