"""Archives a report whose reporter did not give what was asked for in time (UU 25/2009 art. 44)."""

from datetime import datetime

from lapor.rules.access import SYSTEM
from lapor.rules.kinds import ArchiveReason
from lapor.rules.lifecycle import Move
from lapor.rules.refusals import Refused
from lapor.steps._open import open_report
from lapor.steps._record import record


def expire_report(*, code: str, now: datetime) -> None:
    """Raises Refused(`not_due`) while the reporter still has time."""
    with open_report(SYSTEM, Move.EXPIRE, code) as opened:
        if opened.report.due_at is None or opened.report.due_at > now:
            raise Refused("not_due")
        record(opened, Move.EXPIRE, now=now, changes={"archive_reason": ArchiveReason.NO_ANSWER})
