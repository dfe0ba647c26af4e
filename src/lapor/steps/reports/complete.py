"""The reporter gives what he was asked for, himself or through an officer who writes it down."""

from datetime import datetime
from uuid import UUID

from lapor.rules.access import Actor
from lapor.rules.kinds import OFFICER_DOORS, Audience, Door
from lapor.rules.lifecycle import Move
from lapor.rules.refusals import Forbidden
from lapor.steps._attach import Files
from lapor.steps._open import open_report
from lapor.steps._record import Said, record
from lapor.steps._words import required


def complete_report(
    *,
    actor: Actor,
    code: str,
    text: str,
    door: Door = Door.WEB,
    attachment_keys: tuple[UUID, ...] = (),
    now: datetime,
) -> None:
    """The report goes back to where it was asked, and the holder's clocks go on.

    An officer answers on the reporter's behalf; then `door` says how it came to him, and the event keeps it.
    """
    text = required(text, "text")
    with open_report(actor, Move.COMPLETE, code) as opened:
        if (door in OFFICER_DOORS) != (opened.desk is not None):
            raise Forbidden(Move.COMPLETE)
        details = {"door": door.value} if opened.desk else {}
        files = Files(attachment_keys, Audience.REPORTER)
        said = Said(note=text, audience=Audience.REPORTER, details=details, files=files)
        record(opened, Move.COMPLETE, now=now, said=said)
