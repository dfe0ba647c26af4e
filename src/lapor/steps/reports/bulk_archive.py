"""Archives many reports for one reason, each by its own step."""

from collections.abc import Iterable
from datetime import datetime

from lapor.rules.access import Actor
from lapor.rules.kinds import OFFICER_ARCHIVE_REASONS, ArchiveReason
from lapor.rules.refusals import Refused
from lapor.steps._words import limited, required
from lapor.steps.reports._bulk import BulkResult, each
from lapor.steps.reports.archive import archive_report

__all__ = ["BulkResult", "bulk_archive"]


def bulk_archive(
    *,
    actor: Actor,
    codes: Iterable[str],
    reason: ArchiveReason,
    words: str,
    competent_body: str = "",
    other_code: str = "",
    now: datetime,
) -> tuple[BulkResult, ...]:
    """What became of each. Raises Refused, before any is touched, for what concerns them all."""
    words = required(words, "words", at_least=10)
    body = limited(competent_body, "competent_body")
    if reason not in OFFICER_ARCHIVE_REASONS:
        raise Refused("archive_reason_unknown", "archive_reason")
    if reason is ArchiveReason.COMPETENT_BODY_OUTSIDE and not body:
        raise Refused("competent_body_missing", "competent_body")

    def archive(code: str) -> None:
        archive_report(
            actor=actor,
            code=code,
            reason=reason,
            words=words,
            competent_body=body,
            other_code=other_code,
            now=now,
        )

    return each(codes, archive)
