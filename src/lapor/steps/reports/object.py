"""The reporter objects to the archiving of his report, once."""

from datetime import datetime

from lapor.queries.agencies.above import above_holder
from lapor.rules.access import Actor
from lapor.rules.kinds import Audience
from lapor.rules.lifecycle import Move
from lapor.steps._open import open_report
from lapor.steps._record import Said, record
from lapor.steps._words import required


def object_to_archiving(*, actor: Actor, code: str, reason: str, now: datetime) -> None:
    """The report goes to the desk above the one that archived it, to be read anew."""
    reason = required(reason, "reason")
    with open_report(actor, Move.OBJECT, code) as opened:
        to = above_holder(opened.report)
        said = Said(note=reason, audience=Audience.REPORTER)
        record(
            opened,
            Move.OBJECT,
            now=now,
            said=said,
            to=to,
            changes={"is_objected": True, "archive_reason": "", "merged_into": None},
        )
