"""Decoding TopoJSON, on a hand-made file: two squares that share a side, one with a hole."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapor.queries.places.topology import Topology, UnreadableTopology, read_topology

# Left square 0…10, right square 10…20 with a hole 13…17; quantised by 0.5 with the origin at (100, -5).
_LEFT_REST = [[20, 20], [-20, 0], [0, -20], [20, 0]]
_SHARED = [[20, 0], [0, 20]]
_RIGHT_REST = [[20, 20], [20, 0], [0, -20], [-20, 0]]
_HOLE = [[26, 6], [0, 8], [8, 0], [0, -8], [-8, 0]]


def content(**changes: object) -> bytes:
    topology = {
        "type": "Topology",
        "arcs": [_LEFT_REST, _SHARED, _RIGHT_REST, _HOLE],
        "transform": {"scale": [0.5, 0.5], "translate": [100, -5]},
        "objects": {
            "squares": {
                "type": "GeometryCollection",
                "geometries": [
                    {"type": "Polygon", "arcs": [[1, 0]], "properties": {"code": "left"}},
                    {"type": "MultiPolygon", "arcs": [[[1, 2], [3]]], "properties": {"name": "right"}},
                    {"type": None, "properties": {"code": "empty"}},
                ],
            }
        },
    }
    return json.dumps(topology | changes, separators=(",", ":")).encode()


@pytest.fixture
def squares() -> Topology:
    return read_topology(content())


def test_rings_are_joined_scaled_and_shifted(squares: Topology) -> None:
    assert squares.polygons("left") == [[[(110, -5), (110, 5), (100, 5), (100, -5), (110, -5)]]]
    outer, hole = squares.polygons("right")[0]
    assert outer[0] == outer[-1] == (110, -5)
    assert len(hole) == 5


def test_boxes(squares: Topology) -> None:
    assert squares.boxes == {"left": (100, -5, 110, 5), "right": (110, -5, 120, 5)}
    assert squares.keys_in((101, 0, 102, 1)) == ["left"]
    assert squares.keys_in((109, 0, 111, 1)) == ["left", "right"]
    assert squares.keys_in((0, 0, 1, 1)) == []


@pytest.mark.parametrize(
    ("longitude", "latitude", "left", "right"),
    [(105, 0, True, False), (112, 0, False, True), (115, 0, False, False), (130, 0, False, False)],
)
def test_inside(squares: Topology, longitude: float, latitude: float, left: bool, right: bool) -> None:
    assert squares.contains("left", longitude, latitude) is left
    assert squares.contains("right", longitude, latitude) is right


@given(st.floats(100.01, 119.99), st.floats(-4.99, 4.99))
def test_a_point_lies_in_at_most_one_of_two_neighbours(longitude: float, latitude: float) -> None:
    squares = read_topology(content())
    assert not (
        squares.contains("left", longitude, latitude) and squares.contains("right", longitude, latitude)
    )


def test_distance_to_the_border_is_in_metres(squares: Topology) -> None:
    assert squares.metres_to_border("left", 99, 0) == pytest.approx(111_320, rel=0.001)
    assert squares.metres_to_border("left", 105, 4) == pytest.approx(111_320, rel=0.001)
    assert squares.metres_to_border("right", 115, 0) == pytest.approx(2 * 111_320, rel=0.001)


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"{}",
        b"not json",
        content()[:-5],
        content(objects={}),
        content(arcs=[[[1, 2], [3]]]),
        content(transform={"scale": [1, 1]}),
    ],
)
def test_what_is_no_topology_is_refused(broken: bytes) -> None:
    with pytest.raises(UnreadableTopology):
        read_topology(broken)
