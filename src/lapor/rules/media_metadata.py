"""Where a film or a sound recording keeps what it tells of its maker: place, device, name.

MP4, 3GP and M4A are trees of boxes (ISO 14496-12): size, four letters, content. Telephones write the place
of the recording into `udta` or `meta` boxes of the film. A box that is renamed to `free` and emptied where it
stands is skipped by every player, and nothing else in the file moves.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

FREE = b"free"

_HEADER = 8
_TELLING = frozenset((b"udta", b"meta", b"uuid"))
_CONTAINERS = frozenset((b"moov", b"trak", b"moof", b"traf"))
_DEEPEST = 4
_MOST_BOXES = 10_000


class DamagedMedia(ValueError):
    """The boxes don't fit into each other."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box to blank: where its four letters stand, where its content starts, where it ends."""

    name_at: int
    content_at: int
    end: int


def telling_boxes(file: BinaryIO, size: int) -> tuple[Box, ...]:
    """The boxes to blank in a file of `size` bytes, in order. Raises DamagedMedia."""
    return tuple(_walk(file, 0, size, 0, [0]))


def _walk(file: BinaryIO, at: int, end: int, depth: int, seen: list[int]) -> Iterator[Box]:
    while at + _HEADER <= end:
        seen[0] += 1
        if seen[0] > _MOST_BOXES:
            raise DamagedMedia("too many boxes")
        name, content_at, box_end = _box(file, at, end)
        if name in _TELLING:
            yield Box(at + 4, content_at, box_end)
        elif name in _CONTAINERS and depth < _DEEPEST:
            yield from _walk(file, content_at, box_end, depth + 1, seen)
        at = box_end


def _box(file: BinaryIO, at: int, end: int) -> tuple[bytes, int, int]:
    """Name, start of the content and end of the box that starts at `at`."""
    file.seek(at)
    head = file.read(_HEADER + 8)
    size, name, content_at = int.from_bytes(head[:4], "big"), head[4:8], at + _HEADER
    if size == 1:  # the size did not fit into 32 bits and follows the name
        size, content_at = int.from_bytes(head[8:16], "big"), at + _HEADER + 8
    elif size == 0:  # up to the end of the file
        size = end - at
    if not content_at <= at + size <= end:
        raise DamagedMedia("a box is larger than what it lies in")
    return name, content_at, at + size
