"""Merges a duplicate of the same reporter into his other report (digabung)."""

from datetime import datetime

from lapor.records.reports.identity import ReporterIdentity
from lapor.records.reports.report import Report
from lapor.rules.access import Actor, Relation
from lapor.rules.kinds import ArchiveReason
from lapor.rules.lifecycle import Move
from lapor.rules.refusals import Refused
from lapor.steps._open import open_report
from lapor.steps._record import Said, record
from lapor.steps._words import required


def merge_report(*, actor: Actor, code: str, into_code: str, reason: str, now: datetime) -> None:
    """Archives `code` and points to `into_code`. Raises Refused unless both are of the same reporter.

    Where one of them is anonymous only the national desk may ask: the answer itself would tell who he is.
    """
    reason = required(reason, "reason")
    with open_report(actor, Move.MERGE, code, also=into_code) as opened:
        report = opened.report
        into = Report.objects.visible_to(actor).filter(code=into_code, is_open=True).first()
        if into is None or into.pk == report.pk:
            raise Refused("merge_target_unknown", "into_code")
        if (report.is_anonymous or into.is_anonymous) and Relation.NATIONAL not in opened.relations:
            raise Refused("merge_anonymous", "into_code")
        if not _same_reporter(report, into):
            raise Refused("merge_other_reporter", "into_code")
        changes = {"archive_reason": ArchiveReason.ALREADY_REPORTED, "merged_into": into}
        said = Said(note=reason, details={"into": into.code})
        record(opened, Move.MERGE, now=now, said=said, changes=changes)


def _same_reporter(one: Report, other: Report) -> bool:
    """One account, one e-mail address or one telephone number behind both; compared, never shown."""
    rows = ReporterIdentity.objects.scoped("compare the reporters of two reports").filter(
        report_id__in=[one.pk, other.pk]
    )
    identities = list(rows.values_list("account_id", "email", "phone"))
    if len(identities) != 2:
        return False
    return any(a and a == b for a, b in zip(*identities, strict=True))
