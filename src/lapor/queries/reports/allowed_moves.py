"""What whoever asks may do with a report right now: the same rule that draws the buttons."""

from dataclasses import dataclass
from datetime import datetime

from lapor.queries.reports.facts import situation_of, standing_of, with_facts
from lapor.records.reports.report import Report
from lapor.rules.access import Actor, relations
from lapor.rules.conditions import open_moves
from lapor.rules.lifecycle import Move


@dataclass(frozen=True, slots=True)
class AllowedMoves:
    """The state of one report and the moves open to the actor, in the order of the law."""

    code: str
    state: str
    moves: tuple[Move, ...]


def allowed_moves(actor: Actor, code: str, now: datetime) -> AllowedMoves | None:
    """None where the actor may not know what is inside the report. One statement."""
    report = with_facts(Report.objects.visible_to(actor), actor).filter(code=code).first()
    if report is None:
        return None
    having = relations(actor, standing_of(report))
    return AllowedMoves(report.code, report.state, open_moves(situation_of(report, now=now), having))
