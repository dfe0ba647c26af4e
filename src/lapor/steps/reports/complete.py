"""The reporter gives what he was asked for."""

from datetime import datetime
from uuid import UUID

from lapor.rules.access import Actor, Permission
from lapor.rules.kinds import Audience
from lapor.rules.lifecycle import Move
from lapor.steps._attach import attach
from lapor.steps._open import open_report
from lapor.steps._record import Said, record
from lapor.steps._words import required


def complete_report(
    *, actor: Actor, code: str, text: str, attachment_keys: tuple[UUID, ...] = (), now: datetime
) -> None:
    """The report goes back to where it was asked, and the holder's clocks go on."""
    text = required(text, "text")
    with open_report(actor, Permission.COMPLETE, code) as opened:
        event = record(opened, Move.COMPLETE, now=now, said=Said(note=text, audience=Audience.REPORTER))
        attach(event, attachment_keys, Audience.REPORTER)
