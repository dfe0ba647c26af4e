"""The working calendar of each region."""

from collections import defaultdict
from datetime import date

from lapor.queries.calendar.remembered import Remembered
from lapor.records.calendar.holiday import Holiday
from lapor.rules.places import chain_of
from lapor.rules.working_days import WorkingCalendar

_NATIONAL = ""


def _read() -> dict[str, frozenset[date]]:
    """Days off by region code; the nation's and joint leave under the empty code."""
    days: dict[str, set[date]] = defaultdict(set)
    rows = Holiday.objects.filter(is_active=True).values_list("region_id", "on")
    for region, on in rows:
        days[region or _NATIONAL].add(on)
    return {region: frozenset(found) for region, found in days.items()}


_days_off = Remembered(_read)


def calendar_for(region_code: str | None) -> WorkingCalendar:
    """National holidays and joint leave, with the local holidays of the region and of all above it."""
    days = _days_off()
    codes = (_NATIONAL, *chain_of(region_code)) if region_code else (_NATIONAL,)
    return WorkingCalendar(frozenset[date]().union(*(days.get(code, frozenset()) for code in codes)))


def forget_calendars() -> None:
    """After a holiday was changed in this process."""
    _days_off.forget()
