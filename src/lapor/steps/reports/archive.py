"""Archives a report that is not handled, with a reason that the reporter can read (arsipkan)."""

from datetime import datetime

from lapor.rules.access import Actor, Permission
from lapor.rules.kinds import ArchiveReason, archive_reasons
from lapor.rules.lifecycle import Move
from lapor.rules.refusals import Refused
from lapor.steps._open import open_report
from lapor.steps._record import Said, record
from lapor.steps._words import limited, required


def archive_report(
    *, actor: Actor, code: str, reason: ArchiveReason, words: str, competent_body: str = "", now: datetime
) -> None:
    """Raises Refused without words, or where the competent body outside is not named (no wrong door).

    Once routed, only what its reporter has left is archived.
    """
    words = required(words, "words", at_least=10)
    body = limited(competent_body, "competent_body")
    if reason is ArchiveReason.COMPETENT_BODY_OUTSIDE and not body:
        raise Refused("competent_body_missing", "competent_body")
    with open_report(actor, Permission.ARCHIVE, code) as opened:
        report = opened.report
        if reason not in archive_reasons(is_withdrawn=report.is_withdrawn):
            raise Refused("archive_reason_unknown", "archive_reason")
        details = {"reason": reason.value} | ({"competent_body": body} if body else {})
        said = Said(note=words, details=details)
        record(opened, Move.ARCHIVE, now=now, said=said, changes={"archive_reason": reason})
