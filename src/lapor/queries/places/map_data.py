"""Outlines for drawing maps, as GeoJSON."""

from typing import Any

from lapor.queries.places.boundaries import BoundarySet, boundaries, boundary_set_for
from lapor.queries.places.topology import Box, Point
from lapor.rules.places import CODE_LENGTHS, RegionLevel

GeoJson = dict[str, Any]

#: Decimals of a degree: about one metre, finer than any shipped outline.
_DECIMALS = 5
_SET_OF_LENGTH = {
    CODE_LENGTHS[0]: BoundarySet.PROVINCES,
    CODE_LENGTHS[1]: BoundarySet.REGENCIES,
    CODE_LENGTHS[2]: BoundarySet.DISTRICTS,
}


def outline(code: str) -> GeoJson | None:
    """The outline of a province, regency, city or district as a Feature; None for others."""
    of = _SET_OF_LENGTH.get(len(code))
    if of is None or code not in boundaries(of).shapes:
        return None
    return _feature(of, code)


def outlines_in(box: Box, level: RegionLevel) -> GeoJson:
    """The outlines of a level that touch `box` (west, south, east, north); none for villages."""
    of = boundary_set_for(level)
    return _collection(of, box) if of else {"type": "FeatureCollection", "features": []}


def neighbours_in(box: Box) -> GeoJson:
    """The land of neighbouring countries that touches `box`, for the background of a map."""
    return _collection(BoundarySet.NEIGHBOURS, box)


def bounds_of(code: str) -> Box | None:
    """The bounding box of a province, regency, city or district: west, south, east, north."""
    of = _SET_OF_LENGTH.get(len(code))
    if of is None or code not in boundaries(of).shapes:
        return None
    return boundaries(of).boxes[code]


def _collection(of: BoundarySet, box: Box) -> GeoJson:
    features = [_feature(of, key) for key in boundaries(of).keys_in(box)]
    return {"type": "FeatureCollection", "features": features}


def _feature(of: BoundarySet, key: str) -> GeoJson:
    polygons = boundaries(of).polygons(key)
    coordinates = [[_rounded(ring) for ring in polygon] for polygon in polygons]
    geometry = {"type": "MultiPolygon", "coordinates": coordinates}
    return {"type": "Feature", "properties": {"code": key}, "geometry": geometry}


def _rounded(ring: list[Point]) -> list[list[float]]:
    return [[round(longitude, _DECIMALS), round(latitude, _DECIMALS)] for longitude, latitude in ring]
