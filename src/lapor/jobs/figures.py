"""The weekly figures."""

from datetime import datetime

from lapor.queries.statistics.weeks import is_computed
from lapor.rules.weeks import WEEK, last_full_week
from lapor.steps.statistics.compute import compute_statistics


def compute_last_week(now: datetime) -> int:
    """Computes the last full week once it is over; returns the rows written, 0 if that was done before."""
    week_from = last_full_week(now)
    return 0 if is_computed(week_from) else compute_statistics(week_from=week_from, now=now)


def compute_weeks(count: int, *, now: datetime) -> int:
    """Computes the last `count` full weeks anew, the oldest first; returns the rows written."""
    newest = last_full_week(now)
    return sum(compute_statistics(week_from=newest - back * WEEK, now=now) for back in reversed(range(count)))
