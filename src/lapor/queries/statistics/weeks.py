"""The numbers of whole weeks: of the country, of one agency, and of the agencies that are latest."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import QuerySet

from lapor.records.reports.report import Report
from lapor.records.statistics.statistics import Statistics
from lapor.rules.weeks import WEEK, bounds

_NUMBERS = (
    "week_from",
    "received",
    "answered_in_time",
    "answered_late",
    "late_now",
    "open_now",
    "closed",
    "archived",
    "contested",
    "rated",
    "rating_sum",
    "median_answer_hours",
    "computed_at",
)
_DAYS_AFTER_MONDAY = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Week:
    """One week from Monday to Sunday; `late_now` and `open_now` as they stood when it was computed."""

    week_from: date
    received: int
    answered_in_time: int
    answered_late: int
    late_now: int
    open_now: int
    closed: int
    archived: int
    contested: int
    rated: int
    rating_sum: int
    median_answer_hours: float | None
    computed_at: datetime

    @property
    def week_to(self) -> date:
        return self.week_from + _DAYS_AFTER_MONDAY

    @property
    def answered(self) -> int:
        return self.answered_in_time + self.answered_late

    @property
    def in_time_of_100(self) -> int | None:
        """Of a hundred first answers of the week, how many came in time; None without any answer."""
        return round(100 * self.answered_in_time / self.answered) if self.answered else None

    @property
    def rating(self) -> float | None:
        """The mean of the ratings, one decimal; None without any."""
        return round(self.rating_sum / self.rated, 1) if self.rated else None


@dataclass(frozen=True, slots=True)
class AgencyWeek:
    """One week of a top agency."""

    code: str
    name: str
    week: Week


def last_week(now: date) -> Week | None:
    """The newest week of the whole country that has been computed and is over."""
    rows = Statistics.objects.filter(agency=None, week_from__lte=now - timedelta(days=7))
    return next(iter(_weeks(rows.order_by("-week_from")[:1])), None)


def weeks_of(agency_id: int, now: date, *, count: int = 12) -> tuple[Week, ...]:
    """The newest weeks of a top agency that are over, the oldest first."""
    rows = Statistics.objects.filter(agency=agency_id, week_from__lte=now - timedelta(days=7))
    return tuple(reversed(_weeks(rows.order_by("-week_from")[:count])))


def latest_agencies(week_from: date, *, count: int = 50) -> tuple[AgencyWeek, ...]:
    """The top agencies with the most late reports in that week, the worst first."""
    rows = Statistics.objects.filter(week_from=week_from, agency__isnull=False, late_now__gt=0)
    found = rows.order_by("-late_now", "-open_now", "agency__name")
    values = found.values_list("agency__code", "agency__name", *_NUMBERS)[:count]
    return tuple(AgencyWeek(code, name, Week(*numbers)) for code, name, *numbers in values)


def uncomputed_weeks(newest: date, *, count: int) -> tuple[date, ...]:
    """Of the `count` weeks up to `newest` those not computed since they were over, the oldest first.

    Weeks before the first report are left out, but for the newest: also an empty system has its last week.
    """
    oldest = newest - (count - 1) * WEEK
    rows = Statistics.objects.filter(agency=None, week_from__range=(oldest, newest))
    done = {week for week, at in rows.values_list("week_from", "computed_at") if at >= bounds(week)[1]}
    weeks = [oldest + number * WEEK for number in range(count)]
    missing = [week for week in weeks if week not in done]
    if missing in ([], [newest]):
        return tuple(missing)
    reports = Report.objects.scoped("when the first report came")
    first = reports.order_by("received_at").values_list("received_at", flat=True).first()
    return tuple(week for week in missing if week == newest or (first and first < bounds(week)[1]))


def _weeks(rows: QuerySet[Statistics]) -> list[Week]:
    found: Any = rows.values_list(*_NUMBERS)
    return [Week(*row) for row in found]
