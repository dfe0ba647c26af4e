"""The reporter takes his report back (cabut)."""

from datetime import datetime
from typing import Any

from lapor.rules.access import Actor
from lapor.rules.kinds import ArchiveReason, Audience
from lapor.rules.lifecycle import Move
from lapor.steps._open import open_report
from lapor.steps._record import Said, record
from lapor.steps._words import limited


def withdraw_report(*, actor: Actor, code: str, reason: str = "", now: datetime) -> None:
    """Archives the report; he can still read it.

    A supervisory complaint he only leaves: it stays where it is, waits for no answer of his any more, and its
    holder decides whether to go on. So nobody can end it by pressing him.
    """
    with open_report(actor, Move.WITHDRAW, code) as opened:
        move = Move.LEAVE if opened.report.is_supervisory else Move.WITHDRAW
        changes: dict[str, Any] = {"is_withdrawn": True}
        if move is Move.WITHDRAW:
            changes["archive_reason"] = ArchiveReason.WITHDRAWN
        said = Said(note=limited(reason, "reason"), audience=Audience.REPORTER)
        record(opened, move, now=now, said=said, changes=changes)
