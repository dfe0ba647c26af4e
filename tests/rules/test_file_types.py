"""Types by content: every accepted one, every refused one, and no crash on anything."""

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapor.rules.file_types import FILE_TYPES, LONGEST_NAME, FileGroup, FileType, safe_name, size_of, sniff

FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def ftyp(brand: bytes, *others: bytes) -> bytes:
    size = 16 + 4 * len(others)
    return struct.pack(">I", size) + b"ftyp" + brand + b"\0\0\0\0" + b"".join(others) + b"\0" * 64


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, "x" * 50)
    return out.getvalue()


def entry(name: str, *, left: int = FREE, right: int = FREE, child: int = FREE) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    body = text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text), 1, 1, left, right, child)
    return body.ljust(128, b"\0")


def compound(*names: str) -> bytes:
    """A file of Microsoft's older kind whose root has these children, each linked to the next."""
    header = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    # One sector of the table, the directory starting in sector 1, and the table in sector 0.
    header += b"\0" * 10 + struct.pack("<II", 1, 1) + b"\0" * 16
    header += struct.pack("<II", END, 0) + struct.pack("<I", 0) + struct.pack("<I", FREE) * 108
    entries = [entry("Root Entry", child=1 if names else FREE)]
    for number, name in enumerate(names, start=1):
        entries.append(entry(name, right=number + 1 if number < len(names) else FREE))
    content = b"".join(entries)
    content = content.ljust(-(-len(content) // 512) * 512, b"\0")
    last = len(content) // 512
    table = [FAT] + [number + 1 for number in range(1, last)] + [END]
    fat = b"".join(struct.pack("<I", number) for number in table)
    return header.ljust(512, b"\0") + fat.ljust(512, b"\xff") + content


DOCX_PARTS = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
XLSX_PARTS = ("[Content_Types].xml", "xl/workbook.xml")

SAMPLES = {
    "jpg": b"\xff\xd8\xff\xe0\0\x10JFIF\0" + b"\0" * 64,
    "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0" * 64,
    "webp": b"RIFF\x40\0\0\0WEBPVP8 " + b"\0" * 64,
    "heic": ftyp(b"mif1", b"mif1", b"heic"),
    "mp4": ftyp(b"isom", b"isom", b"avc1"),
    "3gp": ftyp(b"3gp4", b"isom"),
    "m4a": ftyp(b"M4A ", b"mp42"),
    "ogg": b"OggS\0\2" + b"\0" * 22 + b"OpusHead" + b"\0" * 64,
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
    "doc": compound("\x01CompObj", "1Table", "Data", "WordDocument", "\x05SummaryInformation"),
    "docx": zipped(*DOCX_PARTS),
    "xls": compound("Workbook"),
    "xlsx": zipped(*XLSX_PARTS),
}


def beyond_the_tail(comment: int) -> bytes:
    """A document whose real list of contents is told by a zip64 locator right before a long comment."""
    plain = zipped(*DOCX_PARTS)
    at = plain.rindex(b"PK\5\6")
    start = struct.unpack_from("<I", plain, at + 16)[0]
    record = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 3, 3, at - start, start)
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, at, 1)
    return plain[:at] + record + locator + plain[at : at + 20] + struct.pack("<H", comment) + b"x" * comment


@pytest.mark.parametrize("comment", [0, 1, 65_515, 65_516, 65_535])
def test_a_zip64_locator_is_refused_wherever_it_lies(comment: int) -> None:
    content = beyond_the_tail(comment)
    assert zipfile.ZipFile(io.BytesIO(content)).namelist() == list(DOCX_PARTS)
    assert sniff(io.BytesIO(content)) is None


def test_a_long_comment_alone_is_none_the_worse() -> None:
    plain = zipped(*DOCX_PARTS)
    found = sniff(io.BytesIO(plain[:-2] + struct.pack("<H", 65_535) + b"x" * 65_535))
    assert found is not None and found.code == "docx"


def test_every_accepted_type_has_a_sample() -> None:
    assert {kind.code for kind in FILE_TYPES} == set(SAMPLES)


@pytest.mark.parametrize("code", SAMPLES)
def test_sniff(code: str) -> None:
    file = io.BytesIO(SAMPLES[code])
    found = sniff(file)
    assert found is not None
    assert found.code == code
    assert found.is_inline_safe == (found.group is not FileGroup.DOCUMENT)
    assert file.tell() == 0
    assert size_of(file) == len(SAMPLES[code])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        b"<!DOCTYPE html><html></html>",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<?xml version='1.0'?><svg/>",
        b"MZ\x90\0" + b"\0" * 100,
        b"\x7fELF" + b"\0" * 100,
        b"GIF89a" + b"\0" * 100,
        b"#!/bin/sh\n",
        b"%PDF-1.4\n<script>alert(1)</script>",
        SAMPLES["jpg"][:20] + b"<HTML><body onload=x>",
        b"junk" + SAMPLES["pdf"],
        ftyp(b"qt  "),
        ftyp(b"avif", b"mif1"),
        ftyp(b"mif1", b"mif1", b"avif"),
        b"\0\0\0\x0fftypisom" + b"\0" * 20,
        b"OggS\0\2" + b"\0" * 22 + b"\x80theora" + b"\0" * 64,
        zipped("a.txt"),
        zipped("word/document.xml"),
        zipped(*DOCX_PARTS, "xl/workbook.xml"),
        zipped(*DOCX_PARTS, "word/vbaProject.bin"),
        zipped(*DOCX_PARTS, "payload.exe"),
        zipped(*DOCX_PARTS, "META-INF/MANIFEST.MF"),
        zipped(*DOCX_PARTS)[:-30],
        b"PK\x03\x04" + b"\0" * 100,
        compound(),
        compound("WordDocument", "Macros"),
        compound("Workbook", "_VBA_PROJECT_CUR"),
        compound("EncryptedPackage"),
        compound("WordDocument")[:600],
        bytes.fromhex("d0cf11e0a1b11ae1"),
    ],
)
def test_what_is_refused(content: bytes) -> None:
    assert sniff(io.BytesIO(content)) is None


def test_a_zip_with_a_huge_list_of_contents_is_refused_unread() -> None:
    many = zipped(*XLSX_PARTS, *(f"xl/worksheets/sheet{number}.xml" for number in range(15_000)))
    assert sniff(io.BytesIO(many)) is None


def test_a_chain_of_sectors_that_bites_its_tail_ends() -> None:
    looped = bytearray(compound("WordDocument"))
    looped[516:520] = struct.pack("<I", 1)
    assert sniff(io.BytesIO(bytes(looped))) is not None


@given(st.binary(max_size=2000))
def test_no_bytes_crash_it(content: bytes) -> None:
    sniff(io.BytesIO(content))


@given(
    st.sampled_from(sorted(SAMPLES)),
    st.lists(st.tuples(st.integers(0, 2000), st.binary(max_size=8)), max_size=6),
)
def test_no_damaged_file_crashes_it(code: str, damage: list[tuple[int, bytes]]) -> None:
    content = bytearray(SAMPLES[code])
    for at, scratch in damage:
        content[at : at + len(scratch)] = scratch
    sniff(io.BytesIO(bytes(content)))


@pytest.mark.parametrize(
    ("name", "extension", "safe"),
    [
        ("IMG_2031.JPG", "jpg", "IMG_2031.jpg"),
        ("foto jalan (1).jpeg", "jpg", "foto jalan (1).jpg"),
        ("../../etc/passwd", "pdf", "passwd.pdf"),
        ("C:\\fotos\\lubang.png", "png", "lubang.png"),
        ("surat\u202efdp.exe", "pdf", "surat_fdp.pdf"),
        ("a\0b.pdf", "pdf", "a_b.pdf"),
        ("", "jpg", "berkas.jpg"),
        ("....", "jpg", "berkas.jpg"),
        (".htaccess", "jpg", "htaccess.jpg"),
        ("laporan.tar.gz", "pdf", "laporan.tar.pdf"),
        ('x";filename="y.html', "pdf", "x_filename_y.pdf"),
        ("x" * 300, "jpg", "x" * 96 + ".jpg"),
    ],
)
def test_safe_name(name: str, extension: str, safe: str) -> None:
    assert safe_name(name, extension) == safe


@given(st.text(max_size=200), st.sampled_from(FILE_TYPES))
def test_names_are_safe_and_stay_as_they_are(name: str, kind: FileType) -> None:
    safe = safe_name(name, kind.extension)
    assert len(safe) <= LONGEST_NAME
    assert safe.endswith(f".{kind.extension}")
    assert not set(safe) & set('/\\\0\n\r"<>:|?*;')
    assert ".." not in safe
    assert not safe.startswith((".", " ", "-"))
    assert safe_name(safe, kind.extension) == safe
