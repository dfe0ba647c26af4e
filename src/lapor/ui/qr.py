"""A QR code as a drawing of our own: one path for a page, rows of runs for paper."""

from collections.abc import Iterator
from dataclasses import dataclass

import segno


@dataclass(frozen=True, slots=True)
class Qr:
    """`size` modules a side, without the quiet zone; `runs` are (column, row, length) of dark modules."""

    size: int
    runs: tuple[tuple[int, int, int], ...]

    @property
    def path(self) -> str:
        """The dark modules as one SVG path, one unit per module."""
        return "".join(f"M{x} {y}h{length}v1h-{length}z" for x, y, length in self.runs)

    @property
    def view_box(self) -> str:
        """With the quiet zone of four modules that readers need."""
        return f"-4 -4 {self.size + 8} {self.size + 8}"


def qr(text: str) -> Qr:
    """Medium error correction: still read from a creased receipt."""
    matrix = segno.make(text, error="m", micro=False).matrix
    return Qr(len(matrix), tuple(_runs(matrix)))


def _runs(matrix: tuple[bytearray, ...]) -> Iterator[tuple[int, int, int]]:
    for y, row in enumerate(matrix):
        x = 0
        while x < len(row):
            length = 0
            while x + length < len(row) and row[x + length]:
                length += 1
            if length:
                yield x, y, length
            x += max(length, 1)
