"""Whoever decides on a draft gives it back to its author (kembalikan konsep)."""

from datetime import datetime

from lapor.rules.access import Actor
from lapor.rules.kinds import Audience, ProposalState
from lapor.rules.lifecycle import Move
from lapor.steps._approval import end_draft, waiting_draft
from lapor.steps._open import open_report
from lapor.steps._record import Said, record
from lapor.steps._words import required


def send_back_proposal(
    *, actor: Actor, code: str, reason: str, is_extension: bool = False, now: datetime
) -> None:
    """Gives the answer, or the extension, back with a reason: whoever may approve it may say no."""
    reason = required(reason, "reason")
    asked = Move.EXTEND if is_extension else Move.SEND_BACK
    with open_report(actor, asked, code) as opened:
        draft = waiting_draft(opened, is_extension=is_extension)
        said = Said(internal_note=reason, audience=Audience.OFFICERS, details={"kind": draft.kind})
        record(opened, Move.SEND_BACK, now=now, said=said)
        end_draft(draft, opened, ProposalState.SENT_BACK, now, reason)
