"""A national or coordinating desk gives a routed report to another agency (alihkan)."""

from datetime import datetime

from lapor.rules.access import Actor
from lapor.rules.lifecycle import Move
from lapor.steps._destination import destination_by
from lapor.steps._open import open_report
from lapor.steps._record import Said, record
from lapor.steps._words import required


def transfer_report(*, actor: Actor, code: str, to_agency_id: int, reason: str, now: datetime) -> None:
    """The holder's clocks start anew for the new holder; what the law counts from receipt runs on."""
    reason = required(reason, "reason")
    with open_report(actor, Move.TRANSFER, code) as opened:
        to = destination_by(Move.TRANSFER, to_agency_id, opened.report)
        record(opened, Move.TRANSFER, now=now, said=Said(note=reason), to=to)
