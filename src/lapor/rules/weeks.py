"""The weeks of the statistics: from Monday, midnight, in Western Indonesia, where the national desk works."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Jakarta")
WEEK = timedelta(days=7)


def bounds(monday: date) -> tuple[datetime, datetime]:
    """The first moment of the week that begins on `monday` and the first after it. Raises ValueError."""
    if monday.weekday() != 0:
        raise ValueError("a week begins on Monday")
    start = datetime.combine(monday, time.min, tzinfo=ZONE)
    return start, start + WEEK


def last_full_week(now: datetime) -> date:
    """The Monday of the newest week that is over."""
    today = now.astimezone(ZONE).date()
    return today - timedelta(days=today.weekday()) - WEEK
