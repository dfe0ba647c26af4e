"""Published reports beside another: near the same place, with the same agency, and late ones."""

from datetime import datetime

from lapor.queries.agencies.agency_line import AgencyLine
from lapor.queries.reports.public_filters import LISTED, held_in, in_place, is_late
from lapor.queries.reports.public_list import public_rows
from lapor.queries.reports.public_row import PublicRow, public_columns, row_from
from lapor.records.reports.report import Report
from lapor.rules.places import REGENCY_LENGTH


def reports_near(place_code: str, now: datetime, *, size: int, without: str = "") -> tuple[PublicRow, ...]:
    """The newest of the same regency or city, of the same province where no more was released."""
    if not place_code:
        return ()
    found = Report.objects.published().filter(LISTED, in_place(place_code[:REGENCY_LENGTH]))
    return public_rows(found.exclude(code=without), now, size)


def reports_with(
    holder_id: int, now: datetime, *, size: int, without: tuple[str, ...] = ()
) -> tuple[PublicRow, ...]:
    """The newest that the same agency or unit itself holds."""
    found = Report.objects.published().filter(LISTED, held_by_id=holder_id)
    return public_rows(found.exclude(code__in=without), now, size)


def newest_of(agency: AgencyLine, now: datetime, *, size: int) -> tuple[PublicRow, ...]:
    """The newest that the agency or what is below it holds."""
    return public_rows(Report.objects.published().filter(LISTED, held_in(agency)), now, size)


def latest_deadlines_missed(agency: AgencyLine, now: datetime, *, size: int) -> tuple[PublicRow, ...]:
    """What the agency or what is below it holds past its deadline, the longest overdue first."""
    found = Report.objects.published().filter(LISTED, held_in(agency), is_late(now))
    rows = public_columns(found).order_by("due_at", "id")[:size]
    return tuple(row_from(report, now) for report in rows)
