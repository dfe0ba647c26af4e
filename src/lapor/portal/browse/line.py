"""The status line of a public report with its reason: no decision is shown without one."""

from dataclasses import replace

from django.utils.translation import gettext as _

from lapor.queries.reports.public_report import PublicReport
from lapor.rules.kinds import ArchiveReason
from lapor.rules.lifecycle import Move
from lapor.rules.status_line import Look, StatusLine
from lapor.ui.labels import label


def line_with_reason(report: PublicReport) -> StatusLine:
    """The report's line; a reason that is missing is said aloud."""
    kind, reason = _reason(report)
    return replace(report.line, reason_kind=kind, reason=reason)


def _reason(report: PublicReport) -> tuple[str, str]:
    look = report.line.look
    if look is Look.ARCHIVED:
        return "archived", _archived(report)
    if look is Look.CLOSED:
        return "closed", _closed(report)
    if look is Look.LATE:
        words = _("%(agency)s belum menulis alasan. Keterlambatan ini tercatat pada angka kinerja %(top)s.")
        return "late", words % {"agency": report.holder, "top": report.government or report.holder}
    if look is Look.SETTLED:
        return "settled", _("Instansi menyatakan masalahnya beres. Pelapor yang memutuskan apakah itu benar.")
    if report.routing_reason:
        return "routing", report.routing_reason
    return "", ""


def _closed(report: PublicReport) -> str:
    """Whether its reporter said so or said nothing: only he knows if it is true."""
    ends = (event.move for event in report.events if event.move in (Move.CONFIRM, Move.CLOSE_BY_SILENCE))
    if next(ends, "") == Move.CONFIRM:
        return _("Pelapor menyatakan masalahnya selesai.")
    return _("Instansi menyatakan selesai, dan pelapor tidak menjawab sampai batas waktunya.")


def _archived(report: PublicReport) -> str:
    if report.archive_reason == ArchiveReason.WITHDRAWN:
        return _("Pelapor mencabut laporan ini.")
    reason = label(report.archive_reason, "archive_reason")
    return f"{reason}. {report.archive_words}" if report.archive_words else f"{reason}."
