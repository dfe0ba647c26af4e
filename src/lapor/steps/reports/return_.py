"""An agency returns a report as not its own (bukan wewenang)."""

from datetime import datetime

from lapor.rules.access import Actor
from lapor.rules.conditions import RETURNS_UNTIL_DISPUTE
from lapor.rules.lifecycle import Move
from lapor.rules.refusals import Refused
from lapor.steps._destination import arbiter, destination, national_desk
from lapor.steps._open import open_report
from lapor.steps._record import Said, record
from lapor.steps._words import required


def return_report(
    *, actor: Actor, code: str, reason: str, proposed_agency_id: int | None, now: datetime
) -> None:
    """Gives the report back to the national desk with a reason and a proposed agency.

    The second return of the same report opens a dispute: it goes to the coordinator of the returning
    agency (a supervisory complaint to the national desk), who decides with binding effect. So a report
    never bounces a third time.
    """
    reason = required(reason, "reason")
    with open_report(actor, Move.RETURN, code) as opened:
        report = opened.report
        if proposed_agency_id is None:
            raise Refused("proposed_agency_missing", "to_agency")
        proposed = destination(proposed_agency_id, is_supervisory=False)
        if proposed.pk == report.held_by_id:
            raise Refused("proposed_agency_is_own", "to_agency")
        count = report.return_count + 1
        is_dispute = count >= RETURNS_UNTIL_DISPUTE
        to = arbiter(report) if is_dispute else national_desk()
        said = Said(
            note=reason,
            details={"proposed": proposed.pk, "proposed_name": proposed.name, "is_dispute": is_dispute},
        )
        record(opened, Move.RETURN, now=now, said=said, to=to, changes={"return_count": count})
