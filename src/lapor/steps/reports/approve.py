"""Approves or sends back what an officer proposed."""

from datetime import datetime
from uuid import UUID

from lapor.records.reports.attachment import Attachment
from lapor.records.reports.event import Event
from lapor.records.reports.proposal import Proposal
from lapor.rules.access import Actor, ActorKind, Permission, may
from lapor.rules.kinds import Audience, ProposalKind, ProposalState
from lapor.rules.lifecycle import Move
from lapor.rules.refusals import Forbidden, Refused
from lapor.steps._clocks import extend_finish
from lapor.steps._open import Opened, open_report
from lapor.steps._record import Said, record
from lapor.steps._words import required
from lapor.steps.reports.follow_up import Answer, write_follow_up
from lapor.steps.reports.propose import proposed_files


def approve_proposal(*, actor: Actor, code: str, now: datetime) -> None:
    """Carries out what was proposed. Nobody approves his own proposal. Raises Refused where none waits."""
    permission = Permission.FOLLOW_UP if actor.kind is ActorKind.SYSTEM else Permission.SEND_BACK
    with open_report(actor, permission, code) as opened:
        proposal = _waiting(opened)
        if proposal.proposed_by_id == actor.account_id:
            raise Refused("own_proposal")
        if proposal.kind == ProposalKind.EXTENSION and not may(Permission.EXTEND, opened.relations):
            raise Forbidden(Permission.EXTEND)
        _decide(proposal, actor, ProposalState.APPROVED, "", now)
        opened.has_proposal = False
        _carry_out(opened, proposal, now)


def send_back_proposal(*, actor: Actor, code: str, reason: str, now: datetime) -> None:
    """Gives the proposal back to its author with a reason."""
    reason = required(reason, "reason")
    with open_report(actor, Permission.SEND_BACK, code) as opened:
        proposal = _waiting(opened)
        said = Said(internal_note=reason, audience=Audience.OFFICERS, details={"kind": proposal.kind})
        record(opened, Move.SEND_BACK, now=now, said=said)
        _decide(proposal, actor, ProposalState.SENT_BACK, reason, now)


def _waiting(opened: Opened) -> Proposal:
    proposal = Proposal.objects.filter(report=opened.report, state=ProposalState.PENDING).first()
    if proposal is None:
        raise Refused("nothing_proposed")
    return proposal


def _decide(proposal: Proposal, actor: Actor, state: ProposalState, note: str, now: datetime) -> None:
    proposal.state, proposal.decided_by_id = state, actor.account_id
    proposal.decided_at, proposal.decision_note = now, note
    proposal.save(update_fields=["state", "decided_by", "decided_at", "decision_note"])


def _carry_out(opened: Opened, proposal: Proposal, now: datetime) -> None:
    kind, audience = ProposalKind(proposal.kind), Audience(proposal.audience)
    if kind is ProposalKind.EXTENSION:
        _extend(opened, proposal, now)
        return
    files = proposed_files(proposal)
    if kind is ProposalKind.FOLLOW_UP:
        event = write_follow_up(opened, Answer(text=proposal.text, audience=audience), now)
    else:
        reason = proposal.no_evidence_reason
        said = Said(note=proposal.text, details={"no_evidence_reason": reason} if reason else {})
        event, audience = record(opened, Move.SETTLE, now=now, said=said), Audience.PUBLIC
    _release(files, event, audience)


def _release(files: tuple[UUID, ...], event: Event, audience: Audience) -> None:
    Attachment.objects.filter(key__in=files).update(event=event, audience=audience)


def _extend(opened: Opened, proposal: Proposal, now: datetime) -> None:
    due_at = extend_finish(opened.report, days=proposal.days or 1, now=now)
    said = Said(note=proposal.text, details={"days": proposal.days, "due_at": due_at.isoformat()})
    record(opened, Move.EXTEND, now=now, said=said, changes={"is_extended": True})
