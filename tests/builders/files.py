"""Files as people hand them in: photographs with tags, films with boxes, and a folder to keep them in."""

import io
import struct
from pathlib import Path

import pillow_heif
import pytest
from PIL import Image

GPS: dict[int, object] = {1: "S", 2: (0.0, 47.0, 24.0), 3: "E", 4: (100.0, 39.0, 36.0)}
PLACE = (-0.79, 100.66)
SECRET_WORDS = "Kamera Siti Rahma"


@pytest.fixture
def storage_folder(tmp_path: Path, settings: object) -> Path:
    """An empty folder in which this test's attachments lie."""
    settings.MEDIA_ROOT = tmp_path / "files"  # type: ignore[attr-defined]
    return tmp_path / "files"


def picture(width: int = 640, height: int = 480, mode: str = "RGB") -> Image.Image:
    """A picture whose top left corner is red, so that a turn is noticed; the rest is a gradient."""
    image = Image.linear_gradient("L").resize((width, height)).convert(mode)
    corner = (max(1, width // 4), max(1, height // 4))
    image.paste(Image.new(mode, corner, "red" if mode in ("RGB", "RGBA") else 255), (0, 0))
    return image


def tags(*, gps: dict[int, object] | None = None, orientation: int = 1) -> Image.Exif:
    """Tags of a camera: who made the picture, how it was held, where."""
    exif = Image.Exif()
    exif[0x010F] = SECRET_WORDS
    exif[0x0112] = orientation
    if gps is not None:
        exif.get_ifd(0x8825).update(gps)
    return exif


def photo(
    encoding: str = "JPEG",
    *,
    gps: dict[int, object] | None = GPS,
    orientation: int = 1,
    image: Image.Image | None = None,
    **options: object,
) -> io.BytesIO:
    """A photograph with tags, a comment and a colour profile, as cameras write them."""
    pillow_heif.register_heif_opener()
    out = io.BytesIO()
    words = {"comment": SECRET_WORDS} if encoding == "JPEG" else {}
    (image or picture()).save(
        out,
        encoding,
        exif=tags(gps=gps, orientation=orientation).tobytes(),
        icc_profile=b"\0" * 40 + SECRET_WORDS.encode(),
        **words | options,
    )
    out.seek(0)
    return out


def box(name: bytes, content: bytes = b"") -> bytes:
    return struct.pack(">I", 8 + len(content)) + name + content


def film(place: bytes = b"-00.7900+100.6600/") -> io.BytesIO:
    """An MP4 as telephones write it: the place in a box of the film, and a track with a box of its own."""
    told = box(b"udta", box(b"\xa9xyz", struct.pack(">HH", len(place), 0x15C7) + place))
    track = box(b"trak", box(b"tkhd", b"\0" * 20) + box(b"meta", SECRET_WORDS.encode()))
    content = box(b"ftyp", b"isom" + b"\0\0\2\0" + b"isomavc1")
    return io.BytesIO(
        content + box(b"moov", box(b"mvhd", b"\0" * 100) + track + told) + box(b"mdat", b"FILM" * 50)
    )


PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def jpeg_in_three_passes(width: int = 640, height: int = 480) -> bytes:
    """A plain JPEG whose three components come one after the other, so that a decoder keeps all of it."""
    out = io.BytesIO()
    picture(width, height, "L").save(out, "JPEG", quality=75)
    grey = out.getvalue()
    frame, scan = grey.index(b"\xff\xc0"), grey.index(b"\xff\xda")
    after_frame = frame + 2 + int.from_bytes(grey[frame + 2 : frame + 4], "big")
    coloured = b"\xff\xc0\x00\x11" + grey[frame + 4 : frame + 9] + b"\x03"
    coloured += b"".join(bytes((number, 0x11, 0)) for number in (1, 2, 3))
    passes = [
        b"\xff\xda\x00\x08\x01" + bytes((number, 0, 0, 63, 0)) + grey[scan + 10 : -2] for number in (1, 2, 3)
    ]
    return grey[:frame] + coloured + grey[after_frame:scan] + b"".join(passes) + grey[-2:]
