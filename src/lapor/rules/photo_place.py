"""The place a photograph carries: read once to offer it, before the photograph loses all it carries."""

import math
from collections.abc import Mapping

# Tags of the GPS block (Exif 2.32, table 15).
_LATITUDE_SIDE, _LATITUDE, _LONGITUDE_SIDE, _LONGITUDE = 1, 2, 3, 4
# Reports lie in Indonesia; a camera without a fix says 0, 0.
_SOUTH, _NORTH, _WEST, _EAST = -12.0, 8.0, 94.0, 142.0


def photo_place(gps: Mapping[int, object]) -> tuple[float, float] | None:
    """Latitude and longitude in degrees, None where the block tells none or one outside Indonesia."""
    latitude = _degrees(gps.get(_LATITUDE), gps.get(_LATITUDE_SIDE), negative="S")
    longitude = _degrees(gps.get(_LONGITUDE), gps.get(_LONGITUDE_SIDE), negative="W")
    if latitude is None or longitude is None:
        return None
    if not (_SOUTH <= latitude <= _NORTH and _WEST <= longitude <= _EAST):
        return None
    return round(latitude, 6), round(longitude, 6)


def _degrees(value: object, side: object, *, negative: str) -> float | None:
    """Degrees, minutes and seconds as one number."""
    if not isinstance(value, tuple | list) or len(value) != 3 or not isinstance(side, str):
        return None
    try:
        degrees, minutes, seconds = (float(part) for part in value)
    except (TypeError, ValueError, ZeroDivisionError, OverflowError):
        return None
    found = degrees + minutes / 60 + seconds / 3600
    if not math.isfinite(found):
        return None
    return -found if side.strip("\0 ").upper() == negative else found
