"""A report's straight life through the steps."""

from lapor.records.reports.deadline import Deadline
from lapor.records.reports.event import Event
from lapor.rules.kinds import Outcome
from lapor.steps.reports.confirm import confirm_report
from lapor.steps.reports.contest import contest_report
from lapor.steps.reports.rate import rate_report
from lapor.steps.reports.settle import Settlement, settle_report
from tests.builders.world import World, reporter_of, row, settled, stored_file


def test_from_receipt_to_rating(world: World) -> None:
    code = settled(world)
    reporter = reporter_of(code)
    contest_report(actor=reporter, code=code, reason="Lubangnya masih ada.", now=world.later(days=1))
    assert row(code).held_by.name == "Kota Solok"
    settle_report(
        actor=world.officers["solok"],
        code=code,
        details=Settlement(text="Ditambal ulang.", attachment_keys=(stored_file(world),)),
        now=world.later(days=1),
    )
    confirm_report(actor=reporter, code=code, now=world.later(days=1))
    rate_report(actor=reporter, code=code, rating=5, outcome=Outcome.SOLVED, now=world.later(hours=1))
    report = row(code)
    assert (report.state, report.rating, report.is_open) == ("closed", 5, False)
    moves = list(Event.objects.filter(report=report).values_list("move", flat=True))
    assert moves == [
        "receive",
        "verify",
        "route_down",
        "follow_up",
        "settle",
        "contest",
        "settle",
        "confirm",
        "rate",
    ]
    assert Deadline.objects.filter(report=report, stopped_at=None).count() == 1
