"""Parts of a file, as players ask for them (RFC 9110, 14): one range; anything else gets the whole file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

_RANGE = re.compile(r"\s*bytes\s*=\s*(\d{0,15})\s*-\s*(\d{0,15})\s*")
_BLOCK = 64 * 1024


class NotThere(ValueError):
    """The range begins behind the end of the file (416)."""


@dataclass(frozen=True, slots=True)
class Part:
    """The bytes from `start` up to, but without, `stop`."""

    start: int
    stop: int

    @property
    def size(self) -> int:
        return self.stop - self.start


def asked_part(header: str | None, size: int) -> Part | None:
    """The part that a Range header asks for, None for the whole file. Raises NotThere."""
    found = _RANGE.fullmatch(header or "")
    if found is None or not any(found.groups()):
        return None
    first, last = found.groups()
    if not first:  # the last so many bytes
        if int(last) == 0 or size == 0:
            raise NotThere
        return Part(max(0, size - int(last)), size)
    start, stop = int(first), min(int(last) + 1, size) if last else size
    if last and int(last) < start:
        return None
    if start >= size:
        raise NotThere
    return Part(start, stop)


def blocks(file: BinaryIO, part: Part) -> Iterator[bytes]:
    """The bytes of the part, in blocks; the file is closed afterwards."""
    with file:
        file.seek(part.start)
        left = part.size
        while left and (block := file.read(min(_BLOCK, left))):
            left -= len(block)
            yield block
