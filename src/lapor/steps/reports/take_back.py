"""An officer takes his own draft back before anybody has decided (tarik konsep)."""

from datetime import datetime

from lapor.rules.access import Actor
from lapor.rules.kinds import Audience, ProposalState
from lapor.rules.lifecycle import Move
from lapor.rules.refusals import Refused
from lapor.steps._approval import end_draft, waiting_draft
from lapor.steps._open import open_report
from lapor.steps._record import Said, record


def take_back_proposal(*, actor: Actor, code: str, is_extension: bool = False, now: datetime) -> None:
    """The draft waits no longer; its author may mend it. Raises Refused where it is not his."""
    with open_report(actor, Move.TAKE_BACK, code) as opened:
        draft = waiting_draft(opened, is_extension=is_extension)
        if draft.proposed_by_id != actor.account_id:
            raise Refused("not_own_proposal")
        record(
            opened,
            Move.TAKE_BACK,
            now=now,
            said=Said(audience=Audience.OFFICERS, details={"kind": draft.kind}),
        )
        end_draft(draft, opened, ProposalState.TAKEN_BACK, now)
