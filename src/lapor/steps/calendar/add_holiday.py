"""Adds a day off: a local one of a region, or one of the whole country."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from lapor.queries.calendar.calendars import forget_calendars
from lapor.records.calendar.holiday import HOLIDAY_KINDS, Holiday
from lapor.records.places.region import Region
from lapor.rules.access import Actor
from lapor.rules.administration import Deed
from lapor.rules.places import LEVEL_STEP, RegionLevel
from lapor.rules.refusals import Forbidden, Refused
from lapor.rules.text import clean_text
from lapor.steps._amend import amend
from lapor.steps.calendar._holiday import may_declare

_LONGEST_NAME = 150
# Provinces, regencies and cities declare local days off; districts and villages don't.
_LOWEST_STEP = LEVEL_STEP[RegionLevel.REGENCY]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewHoliday:
    """`region_code` empty: for the whole country, and then `kind` tells whether it is joint leave."""

    on: date
    name: str
    region_code: str = ""
    kind: str = "local"


def add_holiday(*, actor: Actor, details: NewHoliday, now: datetime) -> None:
    """Stores the day; one withdrawn before is declared anew. Clocks that run already keep their end.

    Raises Forbidden where it is not the actor's to declare, and Refused at a field.
    """
    name = " ".join(clean_text(details.name).split())
    if not name or len(name) > _LONGEST_NAME:
        raise Refused("line_too_long" if name else "holiday_name_missing", "name")
    if details.on < timezone.localdate(now):
        raise Refused("day_in_past", "on")
    region = _region(details)
    if not may_declare(actor, region.code if region else None):
        raise Forbidden("this region's days off are its government's")
    with transaction.atomic():
        row = Holiday.objects.select_for_update().filter(on=details.on, region=region).first()
        if row is not None and row.is_active:
            raise Refused("holiday_taken", "on")
        row = row or Holiday(on=details.on, region=region)
        row.name, row.kind, row.is_active, row.is_shipped = name, details.kind, True, False
        try:
            row.save()
        except IntegrityError as error:  # somebody else declared it at this moment
            raise Refused("holiday_taken", "on") from error
        amend(actor, Deed.ADDED, row, changes={"name": ["", name]}, now=now)
        transaction.on_commit(forget_calendars)


def _region(details: NewHoliday) -> Region | None:
    if details.kind not in HOLIDAY_KINDS or (details.kind == "local") != bool(details.region_code):
        raise Refused("holiday_kind_unknown", "kind")
    if not details.region_code:
        return None
    region = Region.objects.filter(code=details.region_code, is_active=True).first()
    if region is None or LEVEL_STEP[RegionLevel(region.level)] > _LOWEST_STEP:
        raise Refused("holiday_region_unknown", "region")
    return region
