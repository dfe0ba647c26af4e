"""What lies inside an office document: the entries of a zip, or of Microsoft's older compound file.

Only the tables of contents are read, nothing is unpacked. What carries a program or is locked is refused.
"""

import os
import struct
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

MOST_ENTRIES = 10_000
_MOST_SECTORS = 50_000


class NotOffice(ValueError):
    """Broken, dangerous, or something else entirely."""


#: What reading a hostile file may raise: catch these and call it no document.
NOT_OFFICE = (NotOffice, zipfile.BadZipFile, struct.error, ValueError, NotImplementedError, EOFError, OSError)

_ZIP_END = b"PK\x05\x06"
_ZIP_END_LENGTH = 22
_ZIP_LONGEST_COMMENT = 0xFFFF
_ZIP64_LOCATOR = b"PK\x06\x07"
_ZIP64_LOCATOR_LENGTH = 20
# A list of contents larger than this is an attack on our memory, not a document.
_LARGEST_CONTENTS = 1024 * 1024
_ZIP_MUST_HAVE = "[content_types].xml"
# Macros, programs, and the marks of a Java or Android archive.
_ZIP_REFUSED = ("vbaproject.bin", ".exe", ".dll", ".js", ".vbs", ".bat", ".class", ".jar", ".dex")

_SIGNATURE = bytes.fromhex("d0cf11e0a1b11ae1")
_OLD_REFUSED = frozenset(("macros", "_vba_project_cur", "encryptedpackage"))
_DIRECTORY_ENTRY = 128
# Sector numbers from here up mean "end", "free" or "not there" ([MS-CFB] 2.1).
_NO_SECTOR = 0xFFFFFFFA


def zip_entries(file: BinaryIO) -> frozenset[str]:
    """Lower-case names in an Office Open XML file. Raises one of NOT_OFFICE."""
    if _contents_size(file) > _LARGEST_CONTENTS:
        raise NotOffice("too many entries")
    with zipfile.ZipFile(file) as archive:
        names = frozenset(name.lower() for name in archive.namelist())
    if _ZIP_MUST_HAVE not in names:
        raise NotOffice("no content types")
    if any(name.endswith(_ZIP_REFUSED) or name.startswith("meta-inf/manifest") for name in names):
        raise NotOffice("carries a program")
    return names


def _contents_size(file: BinaryIO) -> int:
    """Bytes of the central directory, found the way `zipfile` finds it, before it is read into memory."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _ZIP_END_LENGTH - _ZIP_LONGEST_COMMENT - _ZIP64_LOCATOR_LENGTH))
    tail = file.read()
    at = len(tail) - _ZIP_END_LENGTH
    if at < 0 or not (tail[at:].startswith(_ZIP_END) and tail.endswith(b"\0\0")):
        at = tail.rfind(_ZIP_END)
    if at < 0 or tail[max(0, at - _ZIP64_LOCATOR_LENGTH) : at].startswith(_ZIP64_LOCATOR):
        raise NotOffice("no plain zip")
    (contents,) = struct.unpack_from("<I", tail, at + 12)
    return int(contents)


def old_office_entries(file: BinaryIO) -> frozenset[str]:
    """Lower-case names at the root of a compound file ([MS-CFB]). Raises one of NOT_OFFICE."""
    file.seek(0)
    header = file.read(512)
    if header[:8] != _SIGNATURE:
        raise NotOffice("no compound file")
    directory = _Compound(file, header).directory()
    names = frozenset(_root_names(directory))
    if names & _OLD_REFUSED:
        raise NotOffice("carries a program or is locked")
    return names


class _Compound:
    """The chains of sectors in a compound file; every number in it may be a lie."""

    def __init__(self, file: BinaryIO, header: bytes) -> None:
        (shift,) = struct.unpack_from("<H", header, 30)
        if shift not in (9, 12):
            raise NotOffice("sector size")
        self.file, self.header, self.size = file, header, 1 << shift
        self.fat_sectors = list(self._fat_sectors())

    def directory(self) -> bytes:
        """The directory stream, at most as many entries as we care for."""
        (sector,) = struct.unpack_from("<I", self.header, 48)
        parts: list[bytes] = []
        while sector < _NO_SECTOR and len(parts) * self.size < MOST_ENTRIES * _DIRECTORY_ENTRY:
            parts.append(self._sector(sector))
            sector = self._after(sector)
        return b"".join(parts)

    def _sector(self, number: int) -> bytes:
        if number > _MOST_SECTORS:
            raise NotOffice("sector number")
        self.file.seek((number + 1) * self.size)
        content = self.file.read(self.size)
        if not content:
            raise NotOffice("truncated")
        # Some writers leave the last sector short.
        return content.ljust(self.size, b"\0")

    def _after(self, sector: int) -> int:
        per_sector = self.size // 4
        index = sector // per_sector
        if index >= len(self.fat_sectors):
            raise NotOffice("allocation table")
        table = self._sector(self.fat_sectors[index])
        (following,) = struct.unpack_from("<I", table, sector % per_sector * 4)
        return int(following)

    def _fat_sectors(self) -> Iterator[int]:
        """Where the allocation table lies: 109 numbers in the header, more in a chain of sectors."""
        yield from (number for number in struct.unpack_from("<109I", self.header, 76) if number < _NO_SECTOR)
        (sector, count) = struct.unpack_from("<2I", self.header, 68)
        for _ in range(min(count, _MOST_SECTORS * 4 // self.size)):
            if sector >= _NO_SECTOR:
                return
            *numbers, sector = struct.unpack(f"<{self.size // 4}I", self._sector(sector))
            yield from (number for number in numbers if number < _NO_SECTOR)


def _root_names(directory: bytes) -> Iterator[str]:
    """Names of the root's children, a binary tree of entries linked by number; each is visited once."""
    count = len(directory) // _DIRECTORY_ENTRY
    (first,) = struct.unpack_from("<I", directory, 76)
    waiting, seen = [first], {0}
    while waiting:
        number = waiting.pop()
        if number in seen or number >= count:
            continue
        seen.add(number)
        at = number * _DIRECTORY_ENTRY
        (length, left, right) = (
            struct.unpack_from("<H", directory, at + 64)[0],
            *struct.unpack_from("<2I", directory, at + 68),
        )
        waiting += [left, right]
        yield directory[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace").lower()
