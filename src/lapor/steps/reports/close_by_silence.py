"""Closes a settled report whose reporter kept silent until his clock ended."""

from datetime import datetime

from lapor.rules.access import SYSTEM
from lapor.rules.lifecycle import Move
from lapor.rules.refusals import Refused
from lapor.steps._open import open_report
from lapor.steps._record import record


def close_by_silence(*, code: str, now: datetime) -> None:
    """Raises Refused(`not_due`) while the reporter still has time."""
    with open_report(SYSTEM, Move.CLOSE_BY_SILENCE, code) as opened:
        if opened.report.due_at is None or opened.report.due_at > now:
            raise Refused("not_due")
        record(opened, Move.CLOSE_BY_SILENCE, now=now)
