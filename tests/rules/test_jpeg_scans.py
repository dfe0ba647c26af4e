"""How a JPEG comes, told from its markers alone."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from lapor.rules.jpeg_scans import Scans, scans_of
from tests.builders.files import jpeg_in_three_passes


def encoded(mode: str, **options: object) -> bytes:
    out = io.BytesIO()
    Image.effect_noise((200, 160), 90).convert(mode).save(out, "JPEG", **options)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "is_progressive", "components", "is_kept_whole"),
    [
        (encoded("L"), False, 1, False),
        (encoded("RGB"), False, 3, False),
        (encoded("RGB", restart_marker_blocks=2), False, 3, False),
        (encoded("CMYK"), False, 4, False),
        (encoded("RGB", progressive=True), True, 3, True),
        (jpeg_in_three_passes(), False, 3, True),
    ],
)
def test_scans(content: bytes, is_progressive: bool, components: int, is_kept_whole: bool) -> None:
    found = scans_of(content)
    assert found is not None
    assert (found.is_progressive, found.components) == (is_progressive, components)
    assert found.is_kept_whole == is_kept_whole
    assert found.count == 1 or is_kept_whole


def test_what_follows_the_end_does_not_count() -> None:
    assert scans_of(encoded("L") + jpeg_in_three_passes()) == Scans(False, 1, 1, False)


@pytest.mark.parametrize("content", [b"", b"\xff", b"\xff\xd8\xff\xd9", b"\xff\xd8\xff\xc0", b"\xff\xda\x00"])
def test_no_picture(content: bytes) -> None:
    assert scans_of(content) is None


@given(st.binary(max_size=300).map(lambda junk: b"\xff\xd8" + junk))
def test_junk_is_walked_to_its_end(content: bytes) -> None:
    scans_of(content)
