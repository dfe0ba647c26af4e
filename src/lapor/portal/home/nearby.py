"""The reports the front page shows: near a place if one is known, else the newest of all."""

from dataclasses import dataclass
from datetime import datetime

from lapor.portal.browse.address import address_of
from lapor.queries.places.place import Place
from lapor.queries.places.regions import region_by_code
from lapor.queries.reports.public_filters import PublicFilters
from lapor.queries.reports.public_list import public_reports
from lapor.queries.reports.public_near import reports_near
from lapor.queries.reports.public_row import PublicRow

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Nearby:
    """`place` is None where the newest of the whole country are shown."""

    place: Place | None
    rows: tuple[PublicRow, ...]
    address: str


def nearby(code: str, now: datetime) -> Nearby:
    """Of the regency or city of the place; of the whole country where nothing is public there yet."""
    place = region_by_code(code[:5]) if code else None
    rows = reports_near(place.code, now, size=_SHOWN) if place else ()
    if place and rows:
        return Nearby(place, rows, address_of(PublicFilters(place=place.code)))
    newest = public_reports(PublicFilters(), None, now, size=_SHOWN).rows
    return Nearby(None, newest, address_of(PublicFilters()))
