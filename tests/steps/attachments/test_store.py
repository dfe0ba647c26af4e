"""A file that is handed in: judged, made harmless, stored with its row, or refused without a trace."""

import hashlib
import io
from pathlib import Path
from uuid import uuid4

import pytest
from PIL import Image

from lapor.records.accounts.account import Account
from lapor.records.reports.attachment import Attachment
from lapor.records.reports.draft import Draft
from lapor.rules.access import STRANGER, Actor, ActorKind
from lapor.rules.file_types import MAX_BYTES
from lapor.rules.refusals import NotFound, Refused
from lapor.steps.attachments import _photograph
from lapor.steps.attachments.store import StoredFile, store_attachment
from tests.builders.files import GPS, PDF, PLACE, SECRET_WORDS, film, jpeg_in_three_passes, photo, picture
from tests.builders.world import START

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("storage_folder")]


def store(file: io.BytesIO, name: str = "IMG_1.jpg", **more: object) -> StoredFile:
    return store_attachment(**{"actor": STRANGER, "file": file, "name": name, "now": START} | more)  # type: ignore[arg-type]


def row_of(stored: StoredFile) -> Attachment:
    return Attachment.objects.get(key=stored.key)


def content_of(stored: StoredFile, folder: Path) -> bytes:
    return (folder / row_of(stored).path).read_bytes()


@pytest.mark.parametrize("encoding", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_a_photograph_is_drawn_anew_without_anything_it_told(encoding: str, storage_folder: Path) -> None:
    came = photo(encoding)
    assert SECRET_WORDS.encode() in came.getvalue()
    stored = store(came)
    kept, row = content_of(stored, storage_folder), row_of(stored)
    drawn = Image.open(io.BytesIO(kept))
    thumbnail = Image.open(storage_folder / row.thumbnail_path)
    for picture_file, content in (
        (drawn, kept),
        (thumbnail, (storage_folder / row.thumbnail_path).read_bytes()),
    ):
        assert not dict(picture_file.getexif())
        assert not {"exif", "xmp", "icc_profile", "comment"} & set(picture_file.info)
        for trace in (SECRET_WORDS.encode(), b"Exif", b"ICC", b"http://ns.adobe.com"):
            assert trace not in content
    assert (stored.latitude, stored.longitude) == pytest.approx(PLACE, abs=1e-5)
    assert (row.type, row.is_stored, row.size) == ("png" if encoding == "PNG" else "jpg", True, len(kept))
    assert row.sha256 == hashlib.sha256(kept).hexdigest()
    assert (row.width, row.height, drawn.size) == (640, 480, (640, 480))
    assert max(thumbnail.size) == 480
    assert stored.name == f"IMG_1.{row.type}"


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_is_turned_upright(orientation: int, storage_folder: Path) -> None:
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    held = picture(400, 300)
    if orientation > 1:
        held = held.transpose(Image.Transpose(back[orientation]))
    stored = store(photo(image=held, orientation=orientation))
    drawn = Image.open(storage_folder / row_of(stored).path)
    assert drawn.size == (400, 300)
    red, green, blue = drawn.getpixel((10, 10))
    assert red > 200 and green < 80 and blue < 80


def test_a_large_photograph_shrinks(storage_folder: Path) -> None:
    stored = store(photo(image=picture(4000, 3000)))
    row = row_of(stored)
    assert 1920 <= max(row.width or 0, row.height or 0) <= 2560
    assert store(photo(image=picture(3000, 100))) and row_of(stored).size < 1_000_000


@pytest.mark.parametrize(
    ("mode", "encoding", "kept"),
    [
        ("RGBA", "PNG", "png"),
        ("P", "PNG", "png"),
        ("L", "JPEG", "jpg"),
        ("CMYK", "JPEG", "jpg"),
        ("I;16", "PNG", "png"),
        ("1", "PNG", "png"),
        ("RGBA", "WEBP", "png"),
    ],
)
def test_every_kind_of_picture_comes_out_plain(mode: str, encoding: str, kept: str) -> None:
    image = picture(mode="RGBA" if mode == "RGBA" else "L")
    if mode == "RGBA":
        image.putalpha(128)
    image = image if mode in ("RGBA", "L") else image.convert("CMYK" if mode == "CMYK" else mode)
    out = io.BytesIO()
    image.save(out, encoding)
    assert store(out).type == kept


def test_a_photograph_saved_as_png_becomes_a_jpeg() -> None:
    out = io.BytesIO()
    Image.effect_noise((1200, 1200), 90).convert("RGB").save(out, "PNG")
    stored = store(out, "layar.png")
    assert (stored.type, stored.name) == ("jpg", "layar.jpg")


@pytest.mark.parametrize(
    "gps",
    [
        None,
        {1: "N", 2: (0.0, 0.0, 0.0), 3: "E", 4: (0.0, 0.0, 0.0)},
        {1: "S", 2: (7.0, 0.0, 0.0)},
        {1: "N", 2: (52.0, 0.0, 0.0), 3: "E", 4: (13.0, 0.0, 0.0)},
    ],
)
def test_no_place_is_offered_where_none_was_told(gps: dict[int, object] | None) -> None:
    stored = store(photo(gps=gps))
    assert (stored.latitude, stored.longitude) == (None, None)


def test_documents_are_kept_byte_for_byte(storage_folder: Path) -> None:
    stored = store(io.BytesIO(PDF), "../../etc/Surat keterangan.PDF.exe")
    assert content_of(stored, storage_folder) == PDF
    assert (stored.type, stored.has_thumbnail, row_of(stored).thumbnail_path) == ("pdf", False, "")
    assert stored.name == "Surat keterangan.PDF.pdf"


def test_a_film_no_longer_tells_where_it_was_made(storage_folder: Path) -> None:
    came = film()
    stored = store(came, "VID.mp4")
    kept = content_of(stored, storage_folder)
    assert stored.type == "mp4"
    assert len(kept) == len(came.getvalue()) and kept.endswith(b"FILM" * 50)
    assert kept.index(b"mdat") == came.getvalue().index(b"mdat")
    for trace in (b"100.6600", b"\xa9xyz", b"udta", SECRET_WORDS.encode()):
        assert trace in came.getvalue()
        assert trace not in kept


def huge_png() -> bytes:
    """A few hundred bytes that claim to be 30,000 pixels square."""
    out = io.BytesIO()
    Image.new("1", (30000, 30000)).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "file_empty"),
        (b"\xff\xd8\xff\xe0" + b"\0" * MAX_BYTES, "file_too_large"),
        (b"MZ\x90\0" + b"\0" * 500, "file_type_unknown"),
        (b"<svg onload=alert(1)>", "file_type_unknown"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0" + b"\0" * 64, "file_damaged"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0" * 64, "file_damaged"),
        (b"RIFF\x40\0\0\0WEBPVP8 " + b"\0" * 64, "file_damaged"),
        (b"\0\0\0\x18ftypheic\0\0\0\0heicmif1" + b"\0" * 64, "file_damaged"),
        (b"\0\0\0\x18ftypisom\0\0\2\0isomavc1\0\xff\xff\xffmoov", "file_damaged"),
        (huge_png(), "photo_too_large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_kept_is_refused_without_a_trace(
    content: bytes, reason: str, storage_folder: Path
) -> None:
    with pytest.raises(Refused) as refused:
        store(io.BytesIO(content))
    assert (refused.value.reason, refused.value.field) == (reason, "attachments")
    assert not Attachment.objects.exists()
    assert not storage_folder.exists()


def test_half_a_photograph_is_damaged() -> None:
    whole = photo(image=Image.effect_noise((800, 800), 90).convert("RGB")).getvalue()
    with pytest.raises(Refused, match="file_damaged"):
        store(io.BytesIO(whole[: len(whole) // 2]))


def test_a_jpeg_of_a_thousand_passes_is_not_decoded() -> None:
    came = photo(progressive=True)
    bomb = came.getvalue()[:-2] + b"\xff\xda\0\x08\x01\x01\0\0\x3f\0" * 1000 + b"\xff\xd9"
    with pytest.raises(Refused, match="file_damaged"):
        store(io.BytesIO(bomb))


def test_a_jpeg_in_several_passes_is_kept_whole_and_so_has_the_smaller_bound(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of 150 million pixels a decoder would keep 900 MB, from a file of two."""
    came = jpeg_in_three_passes()
    assert store(io.BytesIO(came)).type == "jpg"
    monkeypatch.setattr(_photograph, "_MOST_PIXELS", 640 * 480 - 1)
    with pytest.raises(Refused, match="photo_too_large"):
        store(io.BytesIO(came))
    assert store(photo()).type == "jpg"


def test_a_plain_jpeg_has_no_more_passes_than_components() -> None:
    came = jpeg_in_three_passes()
    again = came[came.rindex(b"\xff\xda") : -2]
    with pytest.raises(Refused, match="file_damaged"):
        store(io.BytesIO(came[:-2] + again * 3 + came[-2:]))


def test_who_waits_too_long_for_his_turn_is_asked_to_try_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_photograph, "_SECONDS_TO_WAIT", 0.01)
    with _photograph._one_at_a_time, pytest.raises(Refused, match="file_not_kept"):
        store(photo())
    assert store(photo()).type == "jpg"


def test_the_draft_learns_the_place_and_takes_five_files() -> None:
    key = uuid4()
    store(photo(gps=None), draft_key=key)
    assert Draft.objects.get(key=key).suggested_latitude is None
    stored = store(photo(), draft_key=key)
    draft = Draft.objects.get(key=key)
    assert (draft.suggested_latitude, draft.suggested_longitude) == (stored.latitude, stored.longitude)
    assert row_of(stored).draft_id == draft.pk
    for _ in range(3):
        store(io.BytesIO(PDF), draft_key=key)
    with pytest.raises(Refused, match="too_many_files"):
        store(io.BytesIO(PDF), draft_key=key)
    assert Attachment.objects.count() == 5
    assert (draft.suggested_latitude, draft.suggested_longitude) == pytest.approx(PLACE, abs=1e-5)
    assert GPS[1] == "S"


def test_nobody_puts_files_into_a_draft_of_another_account() -> None:
    owner = Account.objects.create(login="a@contoh.test", email="a@contoh.test", name="A")
    draft = Draft.objects.create(key=uuid4(), account=owner, created_at=START, updated_at=START)
    with pytest.raises(NotFound):
        store(io.BytesIO(PDF), draft_key=draft.key)
    assert not Attachment.objects.exists()
    mine = Actor(ActorKind.REPORTER, owner.pk)
    stored = store(io.BytesIO(PDF), draft_key=draft.key, actor=mine)
    row = row_of(stored)
    assert (row.owner_kind, row.owner_account_id, row.audience) == ("reporter", owner.pk, "reporter")
