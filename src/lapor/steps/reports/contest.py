"""The reporter says that it is not solved (sanggah)."""

from datetime import datetime
from typing import Any
from uuid import UUID

from lapor.queries.agencies.above import above_holder
from lapor.rules.access import Actor
from lapor.rules.kinds import Audience
from lapor.rules.lifecycle import Move, State
from lapor.steps._attach import Files
from lapor.steps._open import open_report
from lapor.steps._record import Said, record
from lapor.steps._words import required


def contest_report(
    *, actor: Actor, code: str, reason: str, attachment_keys: tuple[UUID, ...] = (), now: datetime
) -> None:
    """The report goes one level above its holder, who looks at it first; the finish clock runs on."""
    reason = required(reason, "reason")
    with open_report(actor, Move.CONTEST, code) as opened:
        report = opened.report
        changes: dict[str, Any] = {"rating": None, "outcome": "", "rating_text": ""}
        if report.state == State.CLOSED:
            changes["is_contested_after_closing"] = True
        said = Said(note=reason, files=Files(attachment_keys, Audience.REPORTER))
        record(opened, Move.CONTEST, now=now, said=said, to=above_holder(report), changes=changes)
