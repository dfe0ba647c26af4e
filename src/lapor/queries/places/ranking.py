"""Which of several places somebody most likely means."""

from dataclasses import dataclass
from typing import Any

from lapor.queries.places.place import COLUMNS
from lapor.rules.places import RegionLevel

_CODE, _LEVEL, _POPULATION = COLUMNS.index("code"), COLUMNS.index("level"), COLUMNS.index("population")
_SEARCH = len(COLUMNS)


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed: all folded words, those that tell places apart, and the level they name, if any."""

    raw: str
    core: str
    words: tuple[str, ...]
    level: RegionLevel | None


def rank(typed: Typed, rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Rows of `COLUMNS` and `search`, the likeliest first."""
    return sorted(rows, key=lambda row: _key(typed, row))


def _key(typed: Typed, row: tuple[Any, ...]) -> tuple[Any, ...]:
    segments = row[_SEARCH].split(", ")
    label_words = set(row[_SEARCH].replace(",", "").split())
    return (
        _match(typed, segments[0]),
        -sum(word in label_words for word in typed.raw.split() if word not in typed.words),
        row[_LEVEL] != typed.level,
        len(row[_CODE]),
        -(row[_POPULATION] or 0),
        row[_SEARCH],
    )


def _match(typed: Typed, name: str) -> tuple[int, int]:
    """First the kind of match of the bare name, then how many typed words it does not explain itself."""
    if name == typed.core:
        return 0, 0
    if f" {name} " in f" {typed.core} ":
        return 1, -len(name)
    words = name.split()
    unexplained = sum(not any(own.startswith(word) for own in words) for word in typed.words)
    if set(words) <= set(typed.words):
        return 2, unexplained
    if name.startswith(typed.core):
        return 3, 0
    return 4, unexplained
