"""A unit hands a report back up (kembalikan)."""

from datetime import datetime

from lapor.queries.agencies.above import above_holder
from lapor.rules.access import Actor
from lapor.rules.lifecycle import Move
from lapor.steps._destination import agency_of
from lapor.steps._open import open_report
from lapor.steps._record import Said, record
from lapor.steps._words import required


def hand_back(*, actor: Actor, code: str, reason: str, now: datetime) -> None:
    """Gives the report to the agency above, with a reason for officers only.

    Who sits above the holder takes it back himself.

    Raises MoveHindered at the top of a tree.
    """
    reason = required(reason, "reason")
    with open_report(actor, Move.HAND_BACK, code) as opened:
        report, desk = opened.report, opened.desk
        is_taken = desk is not None and desk.agency_id != report.held_by_id
        to = agency_of(desk) if desk and is_taken else above_holder(report)
        record(opened, Move.HAND_BACK, now=now, said=Said(internal_note=reason), to=to)
