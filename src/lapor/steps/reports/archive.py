"""Archives a report that is not handled, with a reason that the reporter can read (arsipkan)."""

from datetime import datetime

from lapor.records.reports.report import Report
from lapor.rules.access import Actor
from lapor.rules.kinds import ArchiveReason, archive_reasons
from lapor.rules.lifecycle import Move
from lapor.rules.refusals import Refused
from lapor.steps._open import open_report
from lapor.steps._record import Said, record
from lapor.steps._words import limited, required


def archive_report(
    *,
    actor: Actor,
    code: str,
    reason: ArchiveReason,
    words: str,
    competent_body: str = "",
    other_code: str = "",
    now: datetime,
) -> None:
    """Raises Refused without words, or where the competent body outside is not named (no wrong door).

    `other_code` is the published report that tells the same. Once routed, only what its reporter has left
    is archived.
    """
    words = required(words, "words", at_least=10)
    body = limited(competent_body, "competent_body")
    if reason is ArchiveReason.COMPETENT_BODY_OUTSIDE and not body:
        raise Refused("competent_body_missing", "competent_body")
    with open_report(actor, Move.ARCHIVE, code) as opened:
        report = opened.report
        if reason not in archive_reasons(is_withdrawn=report.is_withdrawn):
            refusal = "left_by_reporter" if report.is_withdrawn else "archive_reason_unknown"
            raise Refused(refusal, "archive_reason")
        other = _published(other_code, code) if reason is ArchiveReason.ALREADY_REPORTED else ""
        told = {"reason": reason.value, "competent_body": body, "other": other}
        said = Said(note=words, details={name: value for name, value in told.items() if value})
        record(opened, Move.ARCHIVE, now=now, said=said, changes={"archive_reason": reason})


def _published(code: str, own_code: str) -> str:
    """Everybody may open what is linked here; a duplicate of the same reporter is merged instead."""
    if code and (code == own_code or not Report.objects.published().filter(code=code).exists()):
        raise Refused("other_not_public", "other_code")
    return code
