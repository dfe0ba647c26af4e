"""Small drawings made on the server: bars by week, and text cut at its marks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

_BAR_WIDTH, _BAR_GAP, _BAR_HEIGHT = 28, 10, 96


@dataclass(frozen=True, slots=True)
class Column:
    """One bar of two parts, one upon the other, in pixels from the top; `label` stands under it."""

    x: int
    middle: int
    lower_y: int
    lower_height: int
    upper_y: int
    upper_height: int
    label: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Columns side by side on a common ground line."""

    width: int
    height: int
    columns: tuple[Column, ...]


def stacked_bars(values: Sequence[tuple[str, int, int]]) -> Bars:
    """From (label, lower, upper): the highest column fills the height; what is not nought is seen."""
    top = max((lower + upper for _, lower, upper in values), default=0) or 1
    columns = []
    for index, (label, lower, upper) in enumerate(values):
        low, up = (max(round(part / top * _BAR_HEIGHT), 2) if part else 0 for part in (lower, upper))
        x = index * (_BAR_WIDTH + _BAR_GAP)
        column = Column(x, x + _BAR_WIDTH // 2, _BAR_HEIGHT - low, low, _BAR_HEIGHT - low - up, up, label)
        columns.append(column)
    width = max(len(values) * (_BAR_WIDTH + _BAR_GAP) - _BAR_GAP, 1)
    return Bars(width, _BAR_HEIGHT, tuple(columns))


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
