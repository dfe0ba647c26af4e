"""Turns an information request into a formal one (permintaan informasi resmi, UU 14/2008)."""

from datetime import datetime

from lapor.rules.access import Actor
from lapor.rules.kinds import Audience
from lapor.rules.lifecycle import Move
from lapor.steps._open import open_report
from lapor.steps._record import Said, record
from lapor.steps._words import required


def formalise_request(*, actor: Actor, code: str, reason: str, now: datetime) -> None:
    """The law's clock takes the place of ours (art. 22), and may be extended once itself.

    Raises MoveHindered for any other kind of report, and for a request that is formal already.
    """
    reason = required(reason, "reason")
    with open_report(actor, Move.FORMALISE, code) as opened:
        said = Said(note=reason, audience=Audience.REPORTER)
        changes = {"is_formal": True, "is_extended": False}
        record(opened, Move.FORMALISE, now=now, said=said, changes=changes)
