"""Whether everybody may read about a report."""

from lapor.records.reports.report import Report


def is_published(code: str) -> bool:
    """True if the report has a public page."""
    return Report.objects.published().filter(code=code).exists()
