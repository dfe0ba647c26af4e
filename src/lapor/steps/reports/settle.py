"""The holder says that it is solved, and shows evidence (penyelesaian)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lapor.records.reports.event import Event
from lapor.rules.access import Actor
from lapor.rules.answering import is_evidenced
from lapor.rules.lifecycle import Move
from lapor.rules.refusals import Refused
from lapor.steps._approval import approval_needed
from lapor.steps._attach import Files
from lapor.steps._open import Opened, open_report
from lapor.steps._record import Said, record
from lapor.steps._words import limited, required


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """What was done, with evidence, or the stated reason why none is possible."""

    text: str
    attachment_keys: tuple[UUID, ...] = ()
    no_evidence_reason: str = ""


def settle_report(*, actor: Actor, code: str, details: Settlement, now: datetime) -> None:
    """The reporter's countdown starts. Raises Refused without evidence and without a reason for that."""
    with open_report(actor, Move.SETTLE, code) as opened:
        approval_needed(opened, now)
        write_settlement(opened, details, now)


def write_settlement(opened: Opened, details: Settlement, now: datetime) -> Event:
    """Records the settlement on an opened report: directly, or when its proposal is approved."""
    text = required(details.text, "text")
    no_evidence = limited(details.no_evidence_reason, "no_evidence_reason")
    if not is_evidenced(len(details.attachment_keys), no_evidence):
        raise Refused("evidence_missing", "attachments")
    why_none = {"no_evidence_reason": no_evidence} if no_evidence else {}
    said = Said(note=text, details=why_none, files=Files(details.attachment_keys))
    return record(opened, Move.SETTLE, now=now, said=said)
