"""Photographs are never kept as they came: drawn anew, upright, at most 2560 pixels, without any metadata.

What comes from strangers is measured before it is decoded, and only one is decoded at a time: the largest
JPEG takes some tens of megabytes, as it is decoded at a fraction of its size while it is read; one that comes
in several passes has to be kept whole and takes up to 200, as do the other kinds.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

import pillow_heif
from PIL import Image, ImageOps

from lapor.rules.file_types import HEIC, JPG, PNG, WEBP, FileType
from lapor.rules.jpeg_scans import Scans, scans_of
from lapor.rules.photo_place import photo_place
from lapor.rules.refusals import Refused

MAX_EDGE = 2560
THUMBNAIL_EDGE = 480

_MOST_PIXELS_IN_ONE_PASS = 150_000_000
_MOST_PIXELS = 26_000_000
_SMALLEST_DECODED = 1920
# A progressive JPEG may ask for thousands of passes over the whole picture; cameras make about ten.
_MOST_SCANS = 100
_SECONDS_TO_WAIT = 20
# An opaque PNG larger than this is a photograph in the wrong clothes.
_LARGEST_PNG = 1024 * 1024
_GPS_BLOCK, _ORIENTATION = 0x8825, 0x0112
_FORMATS = {JPG: "JPEG", PNG: "PNG", WEBP: "WEBP", HEIC: "HEIF"}
# What the decoders raise for damaged files; HEIF adds RuntimeError.
_DAMAGED = (OSError, ValueError, SyntaxError, EOFError, RuntimeError, OverflowError, MemoryError, KeyError)
_TAGS_DAMAGED = (*_DAMAGED, TypeError, AttributeError, IndexError)

_one_at_a_time = threading.Lock()
pillow_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False, decode_threads=1)
Image.MAX_IMAGE_PIXELS = _MOST_PIXELS_IN_ONE_PASS


@dataclass(frozen=True, slots=True)
class Photograph:
    """The picture to keep, its thumbnail (WebP), and where it was taken, if it said so."""

    content: bytes
    type: FileType
    width: int
    height: int
    thumbnail: bytes
    place: tuple[float, float] | None


def draw_anew(file: BinaryIO, kind: FileType) -> Photograph:
    """Raises Refused(`file_damaged`, `photo_too_large`, or `file_not_kept` where too many are waiting)."""
    with _turn():
        try:
            with Image.open(file, formats=(_FORMATS[kind],)) as opened:
                _measure(opened, file)
                place = _place(opened)
                picture = _upright(opened)
            content, written = _encoded(picture, kind)
            return Photograph(content, written, *picture.size, _thumbnail(picture), place)
        except Image.DecompressionBombError as error:
            raise Refused("photo_too_large", "attachments") from error
        except _DAMAGED as error:
            raise Refused("file_damaged", "attachments") from error


def _measure(opened: Image.Image, file: BinaryIO) -> None:
    """Raises Refused before anything is decoded."""
    scans = _scans(file) if opened.format in ("JPEG", "MPO") else None
    if scans and scans.count > (_MOST_SCANS if scans.is_progressive else scans.components):
        raise Refused("file_damaged", "attachments")
    comes_in_one_pass = scans is not None and not scans.is_kept_whole
    if opened.width * opened.height > (_MOST_PIXELS_IN_ONE_PASS if comes_in_one_pass else _MOST_PIXELS):
        raise Refused("photo_too_large", "attachments")


def _scans(file: BinaryIO) -> Scans | None:
    at = file.tell()
    file.seek(0)
    found = scans_of(file.read())
    file.seek(at)
    return found


@contextmanager
def _turn() -> Iterator[None]:
    """Waits until nobody else decodes, but not for ever: a queue must not keep every thread of the server."""
    if not _one_at_a_time.acquire(timeout=_SECONDS_TO_WAIT):
        raise Refused("file_not_kept", "attachments")
    try:
        yield
    finally:
        _one_at_a_time.release()


def _place(opened: Image.Image) -> tuple[float, float] | None:
    try:
        return photo_place(opened.getexif().get_ifd(_GPS_BLOCK))
    except _TAGS_DAMAGED:  # a photograph with broken tags is still a photograph
        return None


def _upright(opened: Image.Image) -> Image.Image:
    """The first picture of the file, at most MAX_EDGE long, turned as its orientation says, without tags."""
    longest = max(opened.size)
    share = next((share for share in (8, 4, 2) if longest // share >= _SMALLEST_DECODED), 1)
    opened.draft("RGB", (max(1, opened.width // share), max(1, opened.height // share)))
    turn = _TURNS.get(_orientation(opened))
    picture = _plain_mode(opened)
    picture.thumbnail((MAX_EDGE, MAX_EDGE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    # A copy of the pixels alone: encoders write comments and profiles that they find with the picture.
    picture = picture.transpose(turn) if turn is not None else picture.copy()
    picture.info.clear()
    return picture


def _orientation(opened: Image.Image) -> object:
    try:
        return opened.getexif().get(_ORIENTATION)
    except _TAGS_DAMAGED:
        return None


_T = Image.Transpose
_TURNS: dict[object, Image.Transpose] = {
    2: _T.FLIP_LEFT_RIGHT,
    3: _T.ROTATE_180,
    4: _T.FLIP_TOP_BOTTOM,
    5: _T.TRANSPOSE,
    6: _T.ROTATE_270,
    7: _T.TRANSVERSE,
    8: _T.ROTATE_90,
}


def _plain_mode(opened: Image.Image) -> Image.Image:
    """Grey, colour, or colour with transparency that is really used."""
    opened.load()
    if opened.has_transparency_data:
        coloured = opened if opened.mode == "RGBA" else opened.convert("RGBA")
        return coloured if coloured.getchannel("A").getextrema() != (255, 255) else coloured.convert("RGB")
    if opened.mode in ("L", "RGB"):
        return opened  # shrinking it where it is saves a copy of the large picture
    if opened.mode.startswith(("I", "F")):  # 16 bits of grey
        return ImageOps.autocontrast(opened.convert("F").convert("L"))
    return opened.convert("RGB")


def _encoded(picture: Image.Image, kind: FileType) -> tuple[bytes, FileType]:
    """Screenshots and drawings stay sharp as PNG, everything else becomes a JPEG."""
    if picture.mode == "RGBA" or kind is PNG:
        sharp = _saved(picture, "PNG", optimize=True)
        if picture.mode == "RGBA" or len(sharp) <= _LARGEST_PNG:
            return sharp, PNG
    return _saved(picture, "JPEG", quality=85, optimize=True, progressive=True), JPG


def _thumbnail(picture: Image.Image) -> bytes:
    small = picture.copy()
    small.thumbnail((THUMBNAIL_EDGE, THUMBNAIL_EDGE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    return _saved(small, "WEBP", quality=70, method=4)


def _saved(picture: Image.Image, encoding: str, **options: object) -> bytes:
    out = BytesIO()
    picture.save(out, encoding, **options)
    return out.getvalue()
