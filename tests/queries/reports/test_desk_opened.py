"""Why a report stands where it stands: the last words that still explain it."""

from lapor.queries.reports.desk_opened import opened_for_desk
from lapor.steps.reports.ask import ask_reporter
from lapor.steps.reports.complete import complete_report
from tests.builders.world import World, at_office, reporter_of


def test_an_answered_question_explains_nothing_any_more(world: World) -> None:
    code, pupr = at_office(world), world.officers["pupr"]

    def reason() -> str:
        found = opened_for_desk(pupr, code, world.now)
        return found.reason if found else ""

    assert reason() == "Pemeliharaan jalan kota."
    ask_reporter(actor=pupr, code=code, question="Di depan bangunan apa?", now=world.later(hours=1))
    assert reason() == "Di depan bangunan apa?"
    complete_report(actor=reporter_of(code), code=code, text="Di depan SD.", now=world.later(hours=1))
    assert reason() == "Pemeliharaan jalan kota."
