"""The weekly figures."""

from datetime import datetime

from lapor.queries.statistics.weeks import uncomputed_weeks
from lapor.rules.weeks import WEEK, last_full_week
from lapor.steps.statistics.compute import compute_statistics

_WEEKS_BACK = 53


def compute_missing_weeks(now: datetime) -> int:
    """Computes the weeks that are over and were not computed since, at most a year back; the rows written."""
    missing = uncomputed_weeks(last_full_week(now), count=_WEEKS_BACK)
    return sum(compute_statistics(week_from=week_from, now=now) for week_from in missing)


def compute_weeks(count: int, *, now: datetime) -> int:
    """Computes the last `count` full weeks anew, the oldest first; returns the rows written."""
    newest = last_full_week(now)
    return sum(compute_statistics(week_from=newest - back * WEEK, now=now) for back in reversed(range(count)))
