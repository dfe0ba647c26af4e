"""The level above the holder gives more time (perpanjang)."""

from datetime import datetime

from lapor.rules.access import Actor
from lapor.rules.kinds import ProposalState
from lapor.rules.lifecycle import Move
from lapor.rules.refusals import Refused
from lapor.steps._approval import end_draft, waiting_draft
from lapor.steps._clocks import extend_finish, finish_ends_at
from lapor.steps._open import open_report
from lapor.steps._record import Said, record


def extend_report(*, actor: Actor, code: str, now: datetime) -> None:
    """Grants the extension that waits: once, and before the clock has ended (process, "Moves").

    Raises Refused(`clock_over`) for whoever decides too late, `own_proposal` for whoever asked himself.
    """
    with open_report(actor, Move.EXTEND, code) as opened:
        draft = waiting_draft(opened, is_extension=True)
        if draft.proposed_by_id == actor.account_id:
            raise Refused("own_proposal")
        ends_at = finish_ends_at(opened.report)
        if ends_at is None or ends_at < now:
            raise Refused("clock_over")
        due_at = extend_finish(opened.report, days=draft.days or 1, now=now)
        said = Said(note=draft.text, details={"days": draft.days, "due_at": due_at.isoformat()})
        record(opened, Move.EXTEND, now=now, said=said, changes={"is_extended": True})
        end_draft(draft, opened, ProposalState.APPROVED, now)
