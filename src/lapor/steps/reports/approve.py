"""An approving official approves what an officer wants to answer."""

from datetime import datetime
from uuid import UUID

from lapor.records.reports.attachment import Attachment
from lapor.records.reports.event import Event
from lapor.records.reports.proposal import Proposal
from lapor.rules.access import Actor, ActorKind
from lapor.rules.kinds import Audience, ProposalKind, ProposalState
from lapor.rules.lifecycle import Move, State
from lapor.rules.notices import DRAFT_SENT
from lapor.rules.refusals import Refused
from lapor.steps._approval import end_draft, waiting_draft
from lapor.steps._open import Opened, open_report
from lapor.steps._outbox import tell_accounts
from lapor.steps.reports.follow_up import Answer, write_follow_up
from lapor.steps.reports.settle import Settlement, write_settlement


def approve_proposal(*, actor: Actor, code: str, now: datetime) -> None:
    """Sends the answer that waits, and tells its author. Nobody approves his own.

    Where the system sends it because approval is missing, it signs for the agency whose words these are.
    Raises Refused where none waits.
    """
    asked = Move.FOLLOW_UP if actor.kind is ActorKind.SYSTEM else Move.SEND_BACK
    with open_report(actor, asked, code) as opened:
        draft = waiting_draft(opened, is_extension=False)
        if draft.proposed_by_id == actor.account_id:
            raise Refused("own_proposal")
        if actor.kind is ActorKind.SYSTEM and not _may_go_unapproved(opened, draft):
            raise Refused("approval_needed")
        opened.signs_for = draft.proposed_for_id
        end_draft(draft, opened, ProposalState.APPROVED, now)
        event = _send(opened, draft, now)
        tell_accounts(event, opened.report, DRAFT_SENT, {draft.proposed_by_id}, now=now)


def _may_go_unapproved(opened: Opened, draft: Proposal) -> bool:
    """Only a first answer, written since the present holder has the report."""
    report = opened.report
    is_first = report.state == State.ROUTED and draft.kind == ProposalKind.FOLLOW_UP
    return is_first and draft.proposed_at >= report.held_since


def _send(opened: Opened, draft: Proposal, now: datetime) -> Event:
    files = _files(draft)
    if draft.kind == ProposalKind.SETTLEMENT:
        reason = draft.no_evidence_reason
        settlement = Settlement(text=draft.text, attachment_keys=files, no_evidence_reason=reason)
        return write_settlement(opened, settlement, now)
    answer = Answer(text=draft.text, audience=Audience(draft.audience), attachment_keys=files)
    return write_follow_up(opened, answer, now)


def _files(draft: Proposal) -> tuple[UUID, ...]:
    """What came with the draft, still for officers only."""
    came = Attachment.objects.filter(event=draft.event_id, audience=Audience.OFFICERS)
    return tuple(came.values_list("key", flat=True))
