"""Opens a reporter's identity for one officer, for a reason; written down and shown to the reporter."""

from datetime import datetime

from lapor.records.reports.identity import Disclosure
from lapor.rules.access import Actor
from lapor.rules.disclosure import MIN_REASON_LENGTH, REVEAL_LASTS, may_reveal
from lapor.rules.kinds import Audience
from lapor.rules.lifecycle import Move
from lapor.rules.refusals import Forbidden
from lapor.steps._open import open_report
from lapor.steps._record import Said, record
from lapor.steps._words import required


def reveal_identity(*, actor: Actor, code: str, reason: str, now: datetime) -> None:
    """Afterwards `queries/reports/identity.py` shows it to this officer for some hours.

    Raises Forbidden: an anonymous reporter's identity opens to the national desk only.
    """
    reason = required(reason, "reason", at_least=MIN_REASON_LENGTH)
    with open_report(actor, Move.REVEAL_IDENTITY, code) as opened:
        report, desk = opened.report, opened.desk
        if (
            desk is None
            or actor.account_id is None
            or not may_reveal(opened.relations, is_anonymous=report.is_anonymous)
        ):
            raise Forbidden(Move.REVEAL_IDENTITY)
        record(opened, Move.REVEAL_IDENTITY, now=now, said=Said(note=reason, audience=Audience.REPORTER))
        Disclosure.objects.create(
            report=report,
            account_id=actor.account_id,
            agency_id=desk.agency_id,
            reason=reason,
            at=now,
            until=now + REVEAL_LASTS,
        )
