"""What whoever asks may do with a report right now: the same rule that draws the buttons."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef

from lapor.queries.reports.situation import return_due, situation_of, standing_of
from lapor.records.reports.copy import Copy
from lapor.records.reports.identity import owner_account
from lapor.records.reports.proposal import Proposal
from lapor.records.reports.report import Report
from lapor.rules.access import Actor, Relation, relations
from lapor.rules.conditions import open_moves
from lapor.rules.kinds import ProposalState
from lapor.rules.lifecycle import Move


@dataclass(frozen=True, slots=True)
class AllowedMoves:
    """The state of one report and the moves open to the actor, in the order of the law."""

    code: str
    state: str
    moves: tuple[Move, ...]


def allowed_moves(actor: Actor, code: str, now: datetime) -> AllowedMoves | None:
    """None where the actor may not know what is inside the report. One statement."""
    waiting = Proposal.objects.filter(report_id=OuterRef("pk"), state=ProposalState.PENDING)
    agencies = [desk.agency_id for desk in actor.desks]
    copies = Copy.objects.filter(report_id=OuterRef("pk"), agency_id__in=agencies)
    report = (
        Report.objects.visible_to(actor)
        .select_related("held_by", "holder_root")
        .annotate(
            reporter_account_id=owner_account(),
            has_proposal=Exists(waiting),
            return_due_at=return_due(),
            is_copied=Exists(copies),
        )
        .filter(code=code)
        .first()
    )
    if report is None:
        return None
    having = relations(actor, standing_of(report, report.reporter_account_id))
    if report.is_copied and not report.is_shielded:
        having |= {Relation.COPIED}
    situation = situation_of(
        report, now=now, has_proposal=report.has_proposal, return_due_at=report.return_due_at
    )
    return AllowedMoves(report.code, report.state, open_moves(situation, having))
