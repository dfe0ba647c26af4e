"""Mends the public title or text after release, for example where personal data was overlooked."""

from datetime import datetime

from lapor.rules.access import Actor, Permission
from lapor.rules.kinds import Audience
from lapor.rules.lifecycle import Move
from lapor.rules.refusals import Refused
from lapor.steps._open import open_report
from lapor.steps._record import Said, record
from lapor.steps._words import required


def edit_public_text(
    *, actor: Actor, code: str, public_title: str, public_text: str, reason: str, now: datetime
) -> None:
    """The reporter's own words stay as they are; officers see that and why the public text changed."""
    title = required(public_title, "public_title")[:160]
    text, reason = required(public_text, "public_text"), required(reason, "reason")
    with open_report(actor, Permission.EDIT_PUBLIC_TEXT, code) as opened:
        if not opened.report.is_published:
            raise Refused("not_published")
        said = Said(internal_note=reason, audience=Audience.OFFICERS)
        changes = {"public_title": title, "public_text": text}
        record(opened, Move.EDIT_PUBLIC_TEXT, now=now, said=said, changes=changes)
