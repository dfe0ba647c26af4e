"""Drafts that wait for approval: whether an answer needs one, who is asked, and how a draft ends."""

from collections.abc import Collection
from datetime import datetime

from lapor.queries.reports.deciders import approvers_of
from lapor.records.reports.event import Event
from lapor.records.reports.proposal import Proposal, waiting
from lapor.rules.answering import ANSWERS, EXTENSIONS, asks_first
from lapor.rules.kinds import ProposalKind, ProposalState
from lapor.rules.notices import DRAFT_LAPSED
from lapor.rules.refusals import Refused
from lapor.steps._open import Opened
from lapor.steps._outbox import tell_accounts


def approval_needed(opened: Opened, now: datetime) -> None:
    """Raises Refused(`approval_needed`) where a liaison officer's unit has an approving official."""
    report = opened.report
    approvers = approvers_of(report.held_by_id, now, is_supervisory=report.is_supervisory)
    if asks_first(opened.relations) and approvers.exists():
        raise Refused("approval_needed")


def waiting_draft(opened: Opened, *, is_extension: bool) -> Proposal:
    """The answer or the extension that waits. Raises Refused(`nothing_proposed`)."""
    kinds = EXTENSIONS if is_extension else ANSWERS
    draft = waiting(kinds).filter(report=opened.report).first()
    if draft is None:
        raise Refused("nothing_proposed")
    return draft


def end_draft(draft: Proposal, opened: Opened, state: ProposalState, now: datetime, note: str = "") -> None:
    """The draft waits no longer: the actor decided so."""
    draft.state, draft.decided_by_id = state, opened.actor.account_id
    draft.decided_at, draft.decision_note = now, note
    draft.save(update_fields=["state", "decided_by", "decided_at", "decision_note"])


def lapse_drafts(opened: Opened, event: Event, kinds: Collection[ProposalKind], now: datetime) -> None:
    """What still waits is never sent: the report went on without it. The authors are told."""
    drafts = waiting(kinds).filter(report=opened.report)
    authors = set(drafts.values_list("proposed_by_id", flat=True))
    drafts.update(state=ProposalState.LAPSED, decided_at=now)
    tell_accounts(event, opened.report, DRAFT_LAPSED, authors, now=now)
