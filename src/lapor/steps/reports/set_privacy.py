"""Changes who may know: anonymous (identity) and secret (content)."""

from datetime import datetime
from typing import Any

from lapor.rules.access import Actor
from lapor.rules.disclosure import may_set_privacy
from lapor.rules.kinds import Audience
from lapor.rules.lifecycle import Move
from lapor.rules.refusals import Refused
from lapor.steps._open import open_report
from lapor.steps._record import Said, record
from lapor.steps._words import limited


def set_privacy(
    *, actor: Actor, code: str, is_anonymous: bool, is_secret: bool, reason: str = "", now: datetime
) -> None:
    """The reporter decides freely, a desk only towards more privacy. A secret report leaves public pages."""
    with open_report(actor, Move.SET_PRIVACY, code) as opened:
        report = opened.report
        was, becomes = (report.is_anonymous, report.is_secret), (is_anonymous, is_secret)
        if was == becomes:
            return
        if not may_set_privacy(by_reporter=opened.acts_as_reporter, was=was, becomes=becomes):
            raise Refused("less_privacy", "privacy")
        changes: dict[str, Any] = {"is_anonymous": is_anonymous, "is_secret": is_secret}
        if is_secret:
            changes |= {"is_published": False}
        elif was[1] and report.public_title:
            changes |= {"is_published": True}
        said = Said(
            note=limited(reason, "reason"),
            audience=Audience.REPORTER,
            details={"is_anonymous": is_anonymous, "is_secret": is_secret},
        )
        record(opened, Move.SET_PRIVACY, now=now, said=said, changes=changes)
