"""What waits for somebody's approval, as whoever decides reads it, and what is back with its author."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from lapor.queries.reports.history import File, HistoryEvent, history_of
from lapor.records.reports.proposal import Proposal
from lapor.records.reports.report import Report
from lapor.rules.access import Actor
from lapor.rules.answering import ANSWERS, EXTENSIONS, RETURNED
from lapor.rules.kinds import Audience, ProposalKind, ProposalState
from lapor.rules.lifecycle import Move

_WITH_DRAFTS = frozenset({Move.PROPOSE, Move.SEND_BACK, Move.TAKE_BACK})


@dataclass(frozen=True, slots=True)
class Draft:
    """A follow-up, a settlement or an extension before its approval; `reason` is why it was given back."""

    kind: str
    text: str
    audience: str
    no_evidence_reason: str
    days: int | None
    by_id: int
    by: str
    agency: str
    at: datetime
    is_waiting: bool
    reason: str
    files: tuple[File, ...]

    @property
    def is_extension(self) -> bool:
        return self.kind in EXTENSIONS


def drafts_of(report: Report, events: Iterable[HistoryEvent]) -> tuple[Draft, ...]:
    """The answer and the extension that wait, or that are back with their authors and were not sent since.

    Their files come out of the history that was read already. One statement, none where no draft ever was.
    """
    events = tuple(events)
    if not any(event.move in _WITH_DRAFTS for event in events):
        return ()
    rows = list(
        Proposal.objects.filter(report=report, proposed_at__gte=report.held_since)
        .select_related("event", "proposed_by", "proposed_for")
        .order_by("-proposed_at", "-pk")
    )
    newest = (next((row for row in rows if row.kind in kinds), None) for kinds in (ANSWERS, EXTENSIONS))
    return tuple(_draft(row, events) for row in newest if row and _is_alive(row, events))


def desk_draft(actor: Actor, code: str, kinds: Collection[ProposalKind]) -> Draft | None:
    """The draft of these kinds, waiting or given back, within what the officer may see. Four statements."""
    report = Report.objects.visible_to(actor).filter(code=code).first()
    drafts = drafts_of(report, history_of(report.pk, Audience)) if report else ()
    return next((draft for draft in drafts if draft.kind in kinds), None)


def _is_alive(row: Proposal, events: tuple[HistoryEvent, ...]) -> bool:
    if row.state == ProposalState.PENDING:
        return True
    answered = (event.at for event in events if event.move in (Move.FOLLOW_UP, Move.SETTLE))
    is_overtaken = row.kind in ANSWERS and any(at > row.proposed_at for at in answered)
    return row.state in RETURNED and not is_overtaken


def _draft(row: Proposal, events: tuple[HistoryEvent, ...]) -> Draft:
    event = next((event for event in events if event.number == row.event.number), None)
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
        is_waiting=row.state == ProposalState.PENDING,
        reason=row.decision_note,
        files=event.files if event else (),
    )
