"""Small drawings made on the server: sparklines, and text cut at its marks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

_WIDTH, _HEIGHT, _EDGE = 96.0, 24.0, 3.0


@dataclass(frozen=True, slots=True)
class Spark:
    """A polyline in a 96 × 24 box, and its last point."""

    points: str
    x: str
    y: str


def spark(values: Sequence[float]) -> Spark:
    """The line starts at nought, so that a small change does not look like a large one."""
    if not values:
        return Spark("", "0", "0")
    top = max(*values, 1) if len(values) > 1 else max(values[0], 1)
    step = (_WIDTH - 2 * _EDGE) / max(len(values) - 1, 1)
    places = [
        (_EDGE + index * step, _HEIGHT - _EDGE - value / top * (_HEIGHT - 2 * _EDGE))
        for index, value in enumerate(values)
    ]
    x, y = places[-1]
    return Spark(" ".join(f"{left:.1f},{up:.1f}" for left, up in places), f"{x:.1f}", f"{y:.1f}")


def pieces(text: str, marks: Iterable[Any]) -> list[tuple[str, str]]:
    """`text` cut at its marks, each an object or mapping with start, end and kind; overlaps are dropped."""
    found, at = [], 0
    for start, end, kind in sorted(_span(mark) for mark in marks):
        if start < at or end <= start:
            continue
        if start > at:
            found.append((text[at:start], ""))
        found.append((text[start:end], kind))
        at = end
    if at < len(text):
        found.append((text[at:], ""))
    return found


def _span(mark: Any) -> tuple[int, int, str]:
    if isinstance(mark, dict):
        return mark["start"], mark["end"], str(mark["kind"])
    return mark.start, mark.end, str(getattr(mark.kind, "value", mark.kind))
