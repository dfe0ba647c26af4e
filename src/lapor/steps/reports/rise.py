"""Takes a report up from an agency where nobody can work on it (naik karena belum ada petugas)."""

from datetime import datetime

from lapor.queries.reports.unattended import reader_instead
from lapor.rules.access import SYSTEM
from lapor.rules.lifecycle import Move
from lapor.rules.refusals import Refused
from lapor.steps._open import open_report
from lapor.steps._record import record


def rise_report(*, code: str, now: datetime) -> None:
    """The nearest level above with an officer holds it; its clocks run on, as the reporter was promised.

    Raises Refused(`not_due`) where somebody works again, or the wait is not over.
    """
    with open_report(SYSTEM, Move.RISE, code) as opened:
        reader = reader_instead(opened.report, now=now)
        if reader is None:
            raise Refused("not_due")
        record(opened, Move.RISE, now=now, to=reader)
