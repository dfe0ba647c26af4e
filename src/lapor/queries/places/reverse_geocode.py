"""Which district a point lies in, without asking any server."""

import math
from dataclasses import dataclass
from enum import StrEnum

from lapor.queries.places.boundaries import BoundarySet, boundaries
from lapor.queries.places.place import COLUMNS, Place, place_from
from lapor.queries.places.regions import region_by_code
from lapor.queries.places.topology import METRES_PER_DEGREE
from lapor.records.places.region import Region

NEAREST_WITHIN_M = 5000.0
#: The outlines are simplified by 150 m: so close to a border the other side is possible too.
BORDER_WITHIN_M = 150.0


class Certainty(StrEnum):
    """Well inside a district, inside but close to its border, or outside all of them (at sea, a coast)."""

    INSIDE = "inside"
    NEAR_BORDER = "near_border"
    NEAREST = "nearest"


@dataclass(frozen=True, slots=True)
class PlaceAt:
    """The district of a point; `village` is only a suggestion: the one whose centre is closest.

    `distance_m` is 0 inside, else how far away the district lies.
    """

    code: str
    label: str
    distance_m: float
    certainty: Certainty
    village: Place | None


def place_at(latitude: float, longitude: float) -> PlaceAt | None:
    """The district at this point, else the nearest within 5 km, else None: then ask."""
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):  # also false for NaN
        return None
    found = _district_at(latitude, longitude)
    district = region_by_code(found[0]) if found else None
    if found is None or district is None:
        return None
    code, distance, certainty = found
    return PlaceAt(code, district.label, distance, certainty, _nearest_village(code, latitude, longitude))


def _district_at(latitude: float, longitude: float) -> tuple[str, float, Certainty] | None:
    districts = boundaries(BoundarySet.DISTRICTS)
    for code in districts.keys_in((longitude, latitude, longitude, latitude)):
        if districts.contains(code, longitude, latitude):
            border = districts.metres_to_border(code, longitude, latitude)
            return code, 0.0, Certainty.NEAR_BORDER if border < BORDER_WITHIN_M else Certainty.INSIDE
    north = NEAREST_WITHIN_M / METRES_PER_DEGREE
    east = north / max(math.cos(math.radians(latitude)), 0.1)
    around = (longitude - east, latitude - north, longitude + east, latitude + north)
    distances = [
        (districts.metres_to_border(code, longitude, latitude), code) for code in districts.keys_in(around)
    ]
    distance, code = min(distances, default=(math.inf, ""))
    return (code, distance, Certainty.NEAREST) if distance <= NEAREST_WITHIN_M else None


def _nearest_village(district: str, latitude: float, longitude: float) -> Place | None:
    rows = Region.objects.filter(parent=district, is_active=True, latitude__isnull=False)
    villages = [place_from(row) for row in rows.values_list(*COLUMNS)]

    def distance(village: Place) -> float:
        return math.hypot((village.latitude or 0) - latitude, (village.longitude or 0) - longitude)

    return min(villages, key=distance, default=None)
