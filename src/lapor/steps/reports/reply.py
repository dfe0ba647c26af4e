"""The reporter writes to whoever holds his report; a countdown stops."""

from datetime import datetime
from uuid import UUID

from lapor.rules.access import Actor
from lapor.rules.kinds import Audience
from lapor.rules.lifecycle import Move
from lapor.steps._attach import Files
from lapor.steps._open import open_report
from lapor.steps._record import Said, record
from lapor.steps._words import required


def reply_to_report(
    *, actor: Actor, code: str, text: str, attachment_keys: tuple[UUID, ...] = (), now: datetime
) -> None:
    """Only the reporter and officers read a reply."""
    text = required(text, "text")
    with open_report(actor, Move.REPLY, code) as opened:
        files = Files(attachment_keys, Audience.REPORTER)
        said = Said(note=text, audience=Audience.REPORTER, files=files)
        record(opened, Move.REPLY, now=now, said=said)
