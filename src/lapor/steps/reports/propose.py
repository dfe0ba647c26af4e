"""An officer hands a follow-up, a settlement or an extension to whoever has to approve it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lapor.records.reports.attachment import Attachment
from lapor.records.reports.deadline import Deadline
from lapor.records.reports.proposal import Proposal
from lapor.records.reports.report import Report
from lapor.rules.access import Actor, Permission
from lapor.rules.conditions import Hindrance, MoveHindered
from lapor.rules.kinds import Audience, ProposalKind
from lapor.rules.lifecycle import Move, State
from lapor.rules.refusals import Refused
from lapor.steps._attach import attach
from lapor.steps._clocks import finish_clock, longest_extension
from lapor.steps._open import Opened, open_report
from lapor.steps._record import Said, record
from lapor.steps._words import limited, required


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is to be approved. `days` is for an extension, in days of the finish clock's unit."""

    kind: ProposalKind
    text: str
    audience: Audience = Audience.PUBLIC
    attachment_keys: tuple[UUID, ...] = ()
    no_evidence_reason: str = ""
    days: int | None = None


def propose(*, actor: Actor, code: str, details: Draft, now: datetime) -> None:
    """Keeps the draft for approval; officers see it, nobody else. One draft waits per report."""
    text = required(details.text, "text")
    no_evidence = limited(details.no_evidence_reason, "no_evidence_reason")
    with open_report(actor, Permission.PROPOSE, code) as opened:
        _check(opened, details, no_evidence, now)
        assert opened.desk is not None and actor.account_id is not None
        Proposal.objects.create(
            report=opened.report,
            kind=details.kind,
            text=text,
            audience=details.audience,
            no_evidence_reason=no_evidence,
            days=details.days,
            proposed_by_id=actor.account_id,
            proposed_for_id=opened.desk.agency_id,
            proposed_at=now,
        )
        said = Said(internal_note=text, audience=Audience.OFFICERS, details={"kind": details.kind.value})
        event = record(opened, Move.PROPOSE, now=now, said=said)
        attach(event, details.attachment_keys, Audience.OFFICERS)


def _check(opened: Opened, details: Draft, no_evidence: str, now: datetime) -> None:
    report = opened.report
    if opened.has_proposal:
        raise Refused("proposal_waits")
    if details.kind is ProposalKind.SETTLEMENT:
        if report.state != State.IN_PROGRESS:
            raise Refused("follow_up_first")
        if not details.attachment_keys and len(no_evidence) < 10:
            raise Refused("evidence_missing", "attachments")
    if details.kind is ProposalKind.EXTENSION:
        _check_extension(report, details, now)


def _check_extension(report: Report, details: Draft, now: datetime) -> None:
    if report.is_extended:
        raise MoveHindered(Move.EXTEND, Hindrance.ALREADY_EXTENDED)
    if not details.days or not 1 <= details.days <= longest_extension(report, now=now):
        raise Refused("days_out_of_range", "days")
    finish = Deadline.objects.filter(report=report, clock=finish_clock(report), stopped_at=None).first()
    if finish is None or finish.due_at < now:
        raise Refused("clock_over")


def proposed_files(proposal: Proposal) -> tuple[UUID, ...]:
    """The files that came with the proposal, still for officers only."""
    return tuple(
        Attachment.objects.filter(
            report_id=proposal.report_id, audience=Audience.OFFICERS, event__at=proposal.proposed_at
        ).values_list("key", flat=True)
    )
