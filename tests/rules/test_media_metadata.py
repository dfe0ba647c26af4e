"""Boxes that tell of place and maker are found, whatever the file looks like otherwise."""

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapor.rules.media_metadata import DamagedMedia, telling_boxes
from lapor.rules.photo_place import photo_place
from tests.builders.files import box


def named(content: bytes) -> list[bytes]:
    file = io.BytesIO(content)
    return [content[found.name_at : found.name_at + 4] for found in telling_boxes(file, len(content))]


def test_boxes_of_the_film_and_of_its_tracks_are_found() -> None:
    track = box(b"trak", box(b"tkhd") + box(b"udta", b"x") + box(b"mdia", box(b"meta", b"kept")))
    movie = box(b"moov", box(b"mvhd") + track + box(b"meta", b"y"))
    assert named(box(b"ftyp", b"isom") + movie + box(b"uuid", b"z" * 20)) == [b"udta", b"meta", b"uuid"]


def test_long_sizes_and_boxes_up_to_the_end_are_understood() -> None:
    long = struct.pack(">I4sQ", 1, b"moov", 16 + 12) + box(b"udta", b"1234")
    endless = struct.pack(">I4s", 0, b"meta") + b"to the end"
    content = long + endless
    found = telling_boxes(io.BytesIO(content), len(content))
    assert [content[one.content_at : one.end] for one in found] == [b"1234", b"to the end"]


def test_a_box_larger_than_its_room_is_damage() -> None:
    for content in (
        struct.pack(">I4s", 99, b"moov"),
        struct.pack(">I4s", 4, b"moov"),
        box(b"moov", b"\0\0\0\xffudta"),
    ):
        with pytest.raises(DamagedMedia):
            named(content)


@given(st.binary(max_size=300), st.integers(0, 300))
def test_nothing_crashes_and_no_box_leaves_the_file(content: bytes, at: int) -> None:
    content = content[:at] + box(b"moov", content[at:])
    try:
        found = telling_boxes(io.BytesIO(content), len(content))
    except DamagedMedia:
        return
    assert all(0 <= one.name_at < one.content_at <= one.end <= len(content) for one in found)


@given(
    st.dictionaries(
        st.integers(0, 5), st.one_of(st.text(), st.floats(), st.none(), st.tuples(*[st.floats()] * 3))
    )
)
def test_a_photographs_place_lies_in_indonesia_or_nowhere(gps: dict[int, object]) -> None:
    found = photo_place(gps)
    assert found is None or (-12 <= found[0] <= 8 and 94 <= found[1] <= 142)


@given(st.floats(-12, 8), st.floats(94, 142))
def test_a_place_survives_its_way_through_degrees_and_minutes(latitude: float, longitude: float) -> None:
    def parts(value: float) -> tuple[float, float, float]:
        return (int(abs(value)), 0.0, (abs(value) - int(abs(value))) * 3600)

    side = "S" if latitude < 0 else "N"
    found = photo_place({1: side, 2: parts(latitude), 3: "E", 4: parts(longitude)})
    assert found == pytest.approx((latitude, longitude), abs=1e-5)
