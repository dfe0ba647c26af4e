"""What a file is, judged by its bytes and never by its name.

Pictures are encoded anew by the step that stores them; documents are only ever handed out as downloads.
HTML, SVG, programs, macros and files of two natures are no type at all.
"""

import os
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO

from lapor.rules.office_files import NOT_OFFICE, old_office_entries, zip_entries

MAX_FILES = 5
MAX_BYTES = 20 * 1024 * 1024
LONGEST_NAME = 100

_HEAD = 1024
_MARKUP = re.compile(rb"<(?:html|head|body|script|svg|iframe|!doctype|\?php)", re.IGNORECASE)


class FileGroup(StrEnum):
    IMAGE = "image"
    VIDEO = "video"
    AUDIO = "audio"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class FileType:
    """One accepted type. Only what `is_inline_safe` may be shown in a page; the rest is downloaded."""

    code: str
    mime: str
    extension: str
    group: FileGroup

    @property
    def is_inline_safe(self) -> bool:
        return self.group is not FileGroup.DOCUMENT


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

JPG = FileType("jpg", "image/jpeg", "jpg", FileGroup.IMAGE)
PNG = FileType("png", "image/png", "png", FileGroup.IMAGE)
WEBP = FileType("webp", "image/webp", "webp", FileGroup.IMAGE)
HEIC = FileType("heic", "image/heic", "heic", FileGroup.IMAGE)
MP4 = FileType("mp4", "video/mp4", "mp4", FileGroup.VIDEO)
THREE_GP = FileType("3gp", "video/3gpp", "3gp", FileGroup.VIDEO)
M4A = FileType("m4a", "audio/mp4", "m4a", FileGroup.AUDIO)
OGG = FileType("ogg", "audio/ogg", "ogg", FileGroup.AUDIO)
PDF = FileType("pdf", "application/pdf", "pdf", FileGroup.DOCUMENT)
DOC = FileType("doc", "application/msword", "doc", FileGroup.DOCUMENT)
DOCX = FileType("docx", _WORD, "docx", FileGroup.DOCUMENT)
XLS = FileType("xls", "application/vnd.ms-excel", "xls", FileGroup.DOCUMENT)
XLSX = FileType("xlsx", _SHEET, "xlsx", FileGroup.DOCUMENT)

FILE_TYPES = (JPG, PNG, WEBP, HEIC, MP4, THREE_GP, M4A, OGG, PDF, DOC, DOCX, XLS, XLSX)


def sniff(file: BinaryIO) -> FileType | None:
    """The type of an open file, None if it is none of `FILE_TYPES`; the file is wound back to its start."""
    file.seek(0)
    head = file.read(_HEAD)
    try:
        if _MARKUP.search(head):
            return None
        found = next((kind for is_it, kind in _BY_HEAD if is_it(head)), None)
        return found or _iso_media(head) or _office(file, head)
    finally:
        file.seek(0)


def safe_name(name: str, extension: str) -> str:
    """A file name to store and offer: the person's words, no path, no trick, the type's own extension."""
    base = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", base)
    words = re.sub(r"[^\w.() -]+", "_", stem).replace("\n", " ")
    tidy = re.sub(r"\.{2,}", ".", " ".join(words.split())).strip(" ._-")
    room = LONGEST_NAME - len(extension) - 1
    return f"{tidy[:room].rstrip(' ._-') or 'berkas'}.{extension}"


def neutral_name(extension: str) -> str:
    """What a file is called for whoever may not know how its owner called it."""
    return f"lampiran.{extension}"


def size_of(file: BinaryIO) -> int:
    """Bytes in an open file; it is wound back to its start."""
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    return size


def _is_jpg(head: bytes) -> bool:
    return head[:3] == b"\xff\xd8\xff" and head[3:4] >= b"\xc0"


def _is_png(head: bytes) -> bool:
    return head[:8] == b"\x89PNG\r\n\x1a\n" and head[12:16] == b"IHDR"


def _is_webp(head: bytes) -> bool:
    return head[:4] == b"RIFF" and head[8:12] == b"WEBP" and head[12:16] in (b"VP8 ", b"VP8L", b"VP8X")


def _is_ogg_audio(head: bytes) -> bool:
    # The first page names the codec; Ogg also carries video, which we do not take.
    codecs = (b"OpusHead", b"\x01vorbis", b"Speex   ", b"\x7fFLAC")
    return head[:5] == b"OggS\x00" and any(codec in head[:64] for codec in codecs)


def _is_pdf(head: bytes) -> bool:
    return re.match(rb"%PDF-[12]\.[0-9]", head) is not None


_BY_HEAD: tuple[tuple[Callable[[bytes], bool], FileType], ...] = (
    (_is_jpg, JPG),
    (_is_png, PNG),
    (_is_webp, WEBP),
    (_is_ogg_audio, OGG),
    (_is_pdf, PDF),
)

_HEIC_BRANDS = frozenset((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"))
_HEIF_BRANDS = frozenset((b"mif1", b"msf1"))
_MP4_BRANDS = frozenset((b"isom", b"mp41", b"mp42", b"avc1", b"M4V ", b"M4VP", b"MSNV", b"dash", b"mmp4"))
_M4A_BRANDS = frozenset((b"M4A ", b"M4B "))


def _iso_media(head: bytes) -> FileType | None:
    """The types that begin with an `ftyp` box (ISO 14496-12): its size, "ftyp", brand, version, brands."""
    size = int.from_bytes(head[:4], "big")
    if head[4:8] != b"ftyp" or size % 4 or not 16 <= size <= min(len(head), 256):
        return None
    brand, others = head[8:12], {head[at : at + 4] for at in range(16, size, 4)}
    if brand in _HEIC_BRANDS or (brand in _HEIF_BRANDS and others & _HEIC_BRANDS):
        return HEIC
    if brand in _M4A_BRANDS:
        return M4A
    if brand[:3] in (b"3gp", b"3g2"):
        return THREE_GP
    return MP4 if brand in _MP4_BRANDS or re.fullmatch(rb"iso[2-9]", brand) else None


def _office(file: BinaryIO, head: bytes) -> FileType | None:
    try:
        if head[:4] == b"PK\x03\x04":
            names = zip_entries(file)
            by_entry = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX}
        else:
            names = old_office_entries(file)
            by_entry = {"worddocument": DOC, "workbook": XLS, "book": XLS}
    except NOT_OFFICE:
        return None
    found = {kind for entry, kind in by_entry.items() if entry in names}
    return found.pop() if len(found) == 1 else None
