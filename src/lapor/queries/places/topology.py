"""TopoJSON with shared, quantised arcs, decoded into little memory and asked without any geometry library.

The arcs are kept as two arrays of integers: as Python lists they would take ten times the room, and numpy
with a geometry library would take more than the districts themselves in every worker process.
"""

import json
import math
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

Ring = list[int]
Box = tuple[float, float, float, float]
Point = tuple[float, float]

#: Of latitude; of longitude it is less by the cosine of the latitude.
METRES_PER_DEGREE = 111_320.0


class UnreadableTopology(ValueError):
    """The file is no TopoJSON laid out as `type, arcs, transform, objects`."""


@dataclass(frozen=True, slots=True)
class Topology:
    """Shapes by key (the property `code`, or `name`), sharing arcs of quantised points.

    A shape is a list of polygons, a polygon a list of rings (the outer one first, then holes), a ring a
    list of references to arcs: `~i` is arc i backwards. Boxes are west, south, east, north in degrees.
    """

    xs: "array[int]"
    ys: "array[int]"
    #: Where arc i begins in `xs` and `ys`; one more entry tells where the last one ends.
    starts: "array[int]"
    scale: Point
    shift: Point
    shapes: dict[str, list[list[Ring]]]
    boxes: dict[str, Box]

    def keys_in(self, box: Box) -> list[str]:
        """Shapes whose bounding box touches `box`."""
        west, south, east, north = box
        return [
            key
            for key, (left, bottom, right, top) in self.boxes.items()
            if left <= east and right >= west and bottom <= north and top >= south
        ]

    def contains(self, key: str, longitude: float, latitude: float) -> bool:
        """By the parity of crossings, which also holds for outlines that cross themselves."""
        x = (longitude - self.shift[0]) / self.scale[0]
        y = (latitude - self.shift[1]) / self.scale[1]
        inside = False
        for (x1, y1), (x2, y2) in self._segments(key):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
                inside = not inside
        return inside

    def metres_to_border(self, key: str, longitude: float, latitude: float) -> float:
        """How far the nearest point of the outline is, on a locally flat earth."""
        north = self.scale[1] * METRES_PER_DEGREE
        east = self.scale[0] * METRES_PER_DEGREE * math.cos(math.radians(latitude))
        x = (longitude - self.shift[0]) / self.scale[0]
        y = (latitude - self.shift[1]) / self.scale[1]
        return min(
            _distance(((x1 - x) * east, (y1 - y) * north), ((x2 - x) * east, (y2 - y) * north))
            for (x1, y1), (x2, y2) in self._segments(key)
        )

    def polygons(self, key: str) -> list[list[list[Point]]]:
        """Closed rings of longitude and latitude."""
        return [[self._ring(ring) for ring in polygon] for polygon in self.shapes[key]]

    def _segments(self, key: str) -> Iterator[tuple[Point, Point]]:
        for polygon in self.shapes[key]:
            for ring in polygon:
                for reference in ring:
                    yield from pairwise(self._arc(reference))

    def _ring(self, ring: Ring) -> list[Point]:
        # Neighbouring arcs share their end points.
        joined = self._arc(ring[0])
        for reference in ring[1:]:
            joined += self._arc(reference)[1:]
        return [(x * self.scale[0] + self.shift[0], y * self.scale[1] + self.shift[1]) for x, y in joined]

    def _arc(self, reference: int) -> list[Point]:
        index = reference if reference >= 0 else ~reference
        part = slice(self.starts[index], self.starts[index + 1])
        points: list[Point] = list(zip(self.xs[part], self.ys[part], strict=True))
        return points if reference >= 0 else points[::-1]


def _distance(start: Point, end: Point) -> float:
    """From the origin to the segment."""
    (x1, y1), (x2, y2) = start, end
    dx, dy = x2 - x1, y2 - y1
    length = dx * dx + dy * dy
    share = min(1.0, max(0.0, -(x1 * dx + y1 * dy) / length)) if length else 0.0
    return math.hypot(x1 + share * dx, y1 + share * dy)


def read_topology(content: bytes) -> Topology:
    """Decode a TopoJSON file with one object. Raises UnreadableTopology."""
    try:
        arcs_at = content.index(b'"arcs":') + len(b'"arcs":')
        rest_at = content.index(b'"transform":')
        rest = json.loads(b"{" + content[rest_at:])
        geometries = next(iter(rest["objects"].values()))["geometries"]
        (scale_x, scale_y), (shift_x, shift_y) = rest["transform"]["scale"], rest["transform"]["translate"]
        xs, ys, starts = _arcs(content[arcs_at:rest_at])
    except (ValueError, KeyError, StopIteration) as error:
        raise UnreadableTopology(str(error)) from error
    shapes = {_key(geometry): _polygons(geometry) for geometry in geometries if geometry.get("arcs")}
    arc_boxes = [
        (min(xs[start:end]), min(ys[start:end]), max(xs[start:end]), max(ys[start:end]))
        for start, end in pairwise(starts)
    ]
    boxes = {}
    for key, polygons in shapes.items():
        sides = list(zip(*(arc_boxes[arc if arc >= 0 else ~arc] for arc in _outer(polygons)), strict=True))
        boxes[key] = (
            min(sides[0]) * scale_x + shift_x,
            min(sides[1]) * scale_y + shift_y,
            max(sides[2]) * scale_x + shift_x,
            max(sides[3]) * scale_y + shift_y,
        )
    return Topology(xs, ys, starts, (scale_x, scale_y), (shift_x, shift_y), shapes, boxes)


def _outer(polygons: list[list[Ring]]) -> Iterator[int]:
    for polygon in polygons:
        yield from polygon[0]


def _arcs(text: bytes) -> "tuple[array[int], array[int], array[int]]":
    """`[[[x,y],[dx,dy],…],…],`: each arc begins with an absolute point, steps follow."""
    xs, ys, starts = array("i"), array("i"), array("i", [0])
    for arc in text.strip(b"[], \n").split(b"]],[["):
        numbers = [int(number) for number in arc.replace(b"],[", b",").split(b",")]
        xs.extend(accumulate(numbers[::2]))
        ys.extend(accumulate(numbers[1::2]))
        starts.append(len(xs))
    if len(xs) != len(ys):
        raise UnreadableTopology("a point without its second number")
    return xs, ys, starts


def _key(geometry: dict[str, Any]) -> str:
    properties = geometry["properties"]
    return str(properties.get("code") or properties["name"])


def _polygons(geometry: dict[str, Any]) -> list[list[Ring]]:
    arcs: list[Any] = geometry["arcs"]
    return [arcs] if geometry["type"] == "Polygon" else arcs
