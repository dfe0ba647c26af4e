"""A small map of a released point, drawn on the server from our own boundaries: no tiles, no script."""

import math
from dataclasses import dataclass

from lapor.queries.places.map_data import GeoJson, bounds_of, outlines_in
from lapor.rules.places import CODE_LENGTHS, RegionLevel

_WIDTH, _HEIGHT = 640, 360
_MARGIN = 1.15
#: Half the height of the map in degrees where no district is known, about 5 km.
_DEFAULT_SPAN = 0.045


@dataclass(frozen=True, slots=True)
class Outline:
    """SVG paths in a box of 640 × 360: the district of the point, its neighbours, and the point itself."""

    here: str
    around: str
    x: int
    y: int
    width: int = _WIDTH
    height: int = _HEIGHT


@dataclass(frozen=True, slots=True)
class _View:
    """A piece of the locally flat earth around a centre; `scale` is pixels per degree of latitude."""

    longitude: float
    latitude: float
    scale: float

    def point(self, longitude: float, latitude: float) -> tuple[int, int]:
        east = (longitude - self.longitude) * math.cos(math.radians(self.latitude))
        return (
            round(_WIDTH / 2 + east * self.scale),
            round(_HEIGHT / 2 - (latitude - self.latitude) * self.scale),
        )

    @property
    def box(self) -> tuple[float, float, float, float]:
        half_height = _HEIGHT / 2 / self.scale
        half_width = _WIDTH / 2 / self.scale / math.cos(math.radians(self.latitude))
        return (
            self.longitude - half_width,
            self.latitude - half_height,
            self.longitude + half_width,
            self.latitude + half_height,
        )


def outline_around(latitude: float, longitude: float, place_code: str) -> Outline:
    """The map of the district in which the released place lies."""
    code = place_code[: CODE_LENGTHS[2]]
    view = _view(code, latitude, longitude)
    areas = outlines_in(view.box, RegionLevel.DISTRICT)["features"]
    here = [area for area in areas if area["properties"]["code"] == code]
    around = [area for area in areas if area["properties"]["code"] != code]
    return Outline(_path(here, view), _path(around, view), *view.point(longitude, latitude))


def _view(code: str, latitude: float, longitude: float) -> _View:
    """So that the whole district is seen, but never from so far that the point says nothing."""
    bounds = bounds_of(code)
    if bounds is None:
        return _View(longitude, latitude, _HEIGHT / 2 / _DEFAULT_SPAN)
    west, south, east, north = bounds
    middle = ((west + east) / 2, (south + north) / 2)
    width = (east - west) * math.cos(math.radians(middle[1])) * _MARGIN
    scale = min(_WIDTH / max(width, 0.01), _HEIGHT / max((north - south) * _MARGIN, 0.01))
    return _View(*middle, scale)


def _path(areas: list[GeoJson], view: _View) -> str:
    rings = (ring for area in areas for polygon in area["geometry"]["coordinates"] for ring in polygon)
    return "".join(_ring([view.point(*point) for point in ring]) for ring in rings)


def _ring(points: list[tuple[int, int]]) -> str:
    """A closed ring; points that fall on the same pixel are said once."""
    kept = [point for index, point in enumerate(points) if not index or point != points[index - 1]]
    if len(kept) < 3 or all(x < 0 for x, _ in kept) or all(y < 0 for _, y in kept):
        return ""
    return "M" + "L".join(f"{x} {y}" for x, y in kept) + "Z"
