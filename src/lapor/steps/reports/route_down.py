"""Routes a report down to a unit (disposisi berjenjang)."""

from datetime import datetime

from lapor.rules.access import Actor
from lapor.rules.lifecycle import Move
from lapor.steps._destination import destination_by
from lapor.steps._open import open_report
from lapor.steps._record import Said, record
from lapor.steps._words import limited, required


def route_down(
    *, actor: Actor, code: str, to_agency_id: int, reason: str, instruction: str = "", now: datetime
) -> None:
    """Hands the report to an agency below its holder; the clocks run on. Raises Refused for any other."""
    reason = required(reason, "reason")
    with open_report(actor, Move.ROUTE_DOWN, code) as opened:
        to = destination_by(Move.ROUTE_DOWN, to_agency_id, opened.report)
        said = Said(note=reason, internal_note=limited(instruction, "instruction"))
        record(opened, Move.ROUTE_DOWN, now=now, said=said, to=to)
