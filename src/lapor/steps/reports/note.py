"""An internal note of an officer; the reporter and the public never see it."""

from datetime import datetime

from lapor.rules.access import Actor
from lapor.rules.kinds import Audience
from lapor.rules.lifecycle import Move
from lapor.steps._open import open_report
from lapor.steps._record import Said, record
from lapor.steps._words import required


def add_note(*, actor: Actor, code: str, text: str, now: datetime) -> None:
    """Appends the note to the history for officers."""
    text = required(text, "text")
    with open_report(actor, Move.NOTE, code) as opened:
        record(opened, Move.NOTE, now=now, said=Said(internal_note=text, audience=Audience.OFFICERS))
