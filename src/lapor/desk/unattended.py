"""What is said of an agency without officers before a report is handed to it."""

from django.utils.translation import gettext as _

from lapor.queries.reports.desk_promise import Promise
from lapor.ui.wording import days


def unattended_words(found: Promise | None) -> str:
    """That nobody is there, and who has the report instead after how long; empty where somebody works."""
    if found is None or found.waits is None:
        return ""
    return _(
        "%(agency)s belum punya petugas. Bila dalam %(days)s tetap begitu, laporan naik ke %(reader)s."
    ) % {
        "agency": found.agency,
        "days": days(found.waits.days, found.waits.unit),
        "reader": found.reader,
    }
