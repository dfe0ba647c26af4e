"""The reporter says that it is solved."""

from datetime import datetime

from lapor.rules.access import Actor
from lapor.rules.lifecycle import Move
from lapor.steps._open import open_report
from lapor.steps._record import record


def confirm_report(*, actor: Actor, code: str, now: datetime) -> None:
    """Closes the report; rating is invited afterwards."""
    with open_report(actor, Move.CONFIRM, code) as opened:
        record(opened, Move.CONFIRM, now=now)
