"""A unit hands a report back up (kembalikan)."""

from datetime import datetime

from lapor.rules.access import Actor, Permission
from lapor.rules.lifecycle import Move
from lapor.steps._destination import above
from lapor.steps._open import open_report
from lapor.steps._record import Said, record
from lapor.steps._words import required


def hand_back(*, actor: Actor, code: str, reason: str, now: datetime) -> None:
    """Gives the report to the agency above, with a reason for officers only.

    Raises MoveHindered at the top of a tree.
    """
    reason = required(reason, "reason")
    with open_report(actor, Permission.HAND_BACK, code) as opened:
        to = above(opened.report.held_by)
        record(opened, Move.HAND_BACK, now=now, said=Said(internal_note=reason), to=to)
