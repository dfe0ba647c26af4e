"""What waits for somebody's approval, as the approver reads it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from lapor.queries.reports.history import File, HistoryEvent, history_of
from lapor.records.reports.proposal import Proposal
from lapor.records.reports.report import Report
from lapor.rules.access import Actor
from lapor.rules.kinds import Audience, ProposalState
from lapor.rules.lifecycle import Move


@dataclass(frozen=True, slots=True)
class Draft:
    """A follow-up, a settlement or an extension before its approval."""

    kind: str
    text: str
    audience: str
    no_evidence_reason: str
    days: int | None
    by_id: int
    by: str
    agency: str
    at: datetime
    files: tuple[File, ...]


def waiting_draft(report_id: int, events: Iterable[HistoryEvent]) -> Draft | None:
    """The one that waits, with its files out of the history that was read already; one statement."""
    row = (
        Proposal.objects.filter(report_id=report_id, state=ProposalState.PENDING)
        .select_related("proposed_by", "proposed_for")
        .first()
    )
    if row is None:
        return None
    proposed = (event for event in events if event.move == Move.PROPOSE and event.at == row.proposed_at)
    event = next(proposed, None)
    return Draft(
        kind=row.kind,
        text=row.text,
        audience=row.audience,
        no_evidence_reason=row.no_evidence_reason,
        days=row.days,
        by_id=row.proposed_by_id,
        by=row.proposed_by.name,
        agency=row.proposed_for.name,
        at=row.proposed_at,
        files=event.files if event else (),
    )


def desk_draft(actor: Actor, code: str) -> Draft | None:
    """The draft that waits at this report, within what the officer may see. Four statements."""
    report_id = Report.objects.visible_to(actor).filter(code=code).values_list("pk", flat=True).first()
    return waiting_draft(report_id, history_of(report_id, Audience)) if report_id else None
