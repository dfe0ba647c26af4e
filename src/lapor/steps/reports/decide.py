"""The coordinator decides a dispute of authority, with binding effect."""

from datetime import datetime

from lapor.rules.access import Actor
from lapor.rules.lifecycle import Move
from lapor.steps._destination import destination
from lapor.steps._open import open_report
from lapor.steps._record import Said, record
from lapor.steps._words import required


def decide_report(*, actor: Actor, code: str, to_agency_id: int, reason: str, now: datetime) -> None:
    """Routes the disputed report for good: nobody may return it as not his own again."""
    reason = required(reason, "reason")
    with open_report(actor, Move.DECIDE, code) as opened:
        to = destination(to_agency_id, is_supervisory=opened.report.is_supervisory)
        said = Said(note=reason, details={"is_binding": True})
        record(opened, Move.DECIDE, now=now, said=said, to=to, changes={"is_binding": True})
