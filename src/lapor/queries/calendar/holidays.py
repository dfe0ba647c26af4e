"""Holidays to show."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from lapor.records.calendar.holiday import Holiday
from lapor.rules.places import chain_of


@dataclass(frozen=True, slots=True)
class HolidayLine:
    """One day off; `region` names where, empty for the whole country."""

    on: date
    name: str
    kind: str
    region: str


def holidays_between(first: date, last: date, *, region_code: str | None = None) -> tuple[HolidayLine, ...]:
    """Days off from `first` to `last`, both included: the nation's, and those of the region's chain."""
    where = Q(region=None)
    if region_code:
        where |= Q(region__in=chain_of(region_code))
    rows = Holiday.objects.filter(where, is_active=True, on__range=(first, last)).select_related("region")
    return tuple(
        HolidayLine(row.on, row.name, row.kind, row.region.label if row.region else "")
        for row in rows.order_by("on", "region_id")
    )
