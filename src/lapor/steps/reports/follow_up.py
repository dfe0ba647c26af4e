"""The holder answers: a follow-up (tindak lanjut)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lapor.records.reports.event import Event
from lapor.rules.access import Actor
from lapor.rules.kinds import Audience
from lapor.rules.lifecycle import Move
from lapor.steps._approval import approval_needed
from lapor.steps._attach import Files
from lapor.steps._open import Opened, open_report
from lapor.steps._record import Said, record
from lapor.steps._words import required


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the holder writes; `audience` says whether everybody or only the reporter reads it."""

    text: str
    audience: Audience = Audience.PUBLIC
    attachment_keys: tuple[UUID, ...] = ()


def follow_up(*, actor: Actor, code: str, details: Answer, now: datetime) -> None:
    """Writes a follow-up. Raises Refused where an approving official has to see it first."""
    with open_report(actor, Move.FOLLOW_UP, code) as opened:
        approval_needed(opened, now)
        write_follow_up(opened, details, now)


def write_follow_up(opened: Opened, details: Answer, now: datetime) -> Event:
    """Records the follow-up on an opened report: directly, or when its proposal is approved."""
    text = required(details.text, "text")
    audience = Audience.REPORTER if details.audience is Audience.REPORTER else Audience.PUBLIC
    said = Said(note=text, audience=audience, files=Files(details.attachment_keys, audience))
    return record(opened, Move.FOLLOW_UP, now=now, said=said)
