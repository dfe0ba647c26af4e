"""The reporter takes his report back (cabut)."""

from datetime import datetime

from lapor.rules.access import Actor, Permission
from lapor.rules.kinds import ArchiveReason, Audience
from lapor.rules.lifecycle import Move
from lapor.rules.refusals import Refused
from lapor.steps._open import open_report
from lapor.steps._record import Said, record
from lapor.steps._words import limited


def withdraw_report(*, actor: Actor, code: str, reason: str = "", now: datetime) -> None:
    """Archives the report; he can still read it.

    A supervisory complaint that has reached an inspectorate goes on without him: then the withdrawal is
    only noted. Raises Refused(`supervisory_goes_on`) so that he is told.
    """
    with open_report(actor, Permission.WITHDRAW, code) as opened:
        if opened.report.is_shielded:
            raise Refused("supervisory_goes_on")
        said = Said(note=limited(reason, "reason"), audience=Audience.REPORTER)
        record(opened, Move.WITHDRAW, now=now, said=said, changes={"archive_reason": ArchiveReason.WITHDRAWN})
