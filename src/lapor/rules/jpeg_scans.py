"""How a JPEG comes: in one pass over the picture, or in several, for which a decoder has to keep all of it.

The markers are walked (ITU-T T.81, B.1.1) without decoding anything.
"""

import re
from dataclasses import dataclass

# A marker is FF and a code; FF00 is a byte of the picture, D0 to D7 only set the decoder straight.
_MARKER = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7\x01])")
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_PROGRESSIVE = frozenset((0xC2, 0xC6, 0xCA, 0xCE))
_SCAN, _END, _START = 0xDA, 0xD9, 0xD8


@dataclass(frozen=True, slots=True)
class Scans:
    """Of the first picture in the file. `components` is 3 for colours; a scan holds some of them or all."""

    is_progressive: bool
    components: int
    count: int
    is_split: bool

    @property
    def is_kept_whole(self) -> bool:
        """Whether a decoder needs memory for the whole picture before it can give the first line."""
        return self.is_progressive or self.is_split or self.count > 1


def scans_of(content: bytes) -> Scans | None:
    """None where no frame or no scan is found: then it is no picture."""
    components, is_progressive, count, is_split = 0, False, 0, False
    at = 0
    while found := _MARKER.search(content, at):
        code, at = found[1][0], found.end()
        if code == _END:
            break
        if code == _START:
            continue
        body = content[at + 2 : at + 10]
        if code in _FRAMES and not components and len(body) >= 6:
            components, is_progressive = body[5], code in _PROGRESSIVE
        elif code == _SCAN and body:
            count += 1
            is_split = is_split or body[0] < components
        at += max(2, int.from_bytes(content[at : at + 2], "big"))
    return Scans(is_progressive, components, count, is_split) if components and count else None
