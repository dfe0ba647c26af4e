"""Finds places by what somebody types: village to province, disambiguated by their labels."""

# ruff: noqa: S608 - only constants of this file are put into statements; what was typed is a parameter

import re
from typing import Any

from django.db import connection

from lapor.queries.places.place import COLUMNS, Place, place_from
from lapor.queries.places.ranking import Typed, rank
from lapor.rules import place_text
from lapor.rules.folding import fold
from lapor.rules.places import CODE_LENGTHS, LEVEL_STEP, RegionLevel, level_named_first, unabbreviated

_LONGEST_TEXT = 120
_MOST_WORDS = 8
_PER_STEP = 30
_BY_WORDS = 80
#: Trigrams of fewer letters than this find nothing by index.
_TRIGRAM = 3
_FUZZY_FROM = 4
_POSTAL_CODE = re.compile(r"^\d{5}$")
_FIELDS = ", ".join(f"r.{name}" for name in (*COLUMNS, "search"))


def find_places(text: str, *, limit: int = 8, level: RegionLevel | None = None) -> tuple[Place, ...]:
    """The best `limit` places for `text`; exact names before beginnings before words anywhere in the label.

    Understands several words ("tanjung paku solok"), abbreviations ("kab. bandung, jabar"), a postal code,
    and slips of the keyboard if nothing else is found. Of equals the bigger place comes first.
    """
    raw = unabbreviated(fold(text[:_LONGEST_TEXT]))
    if not raw:
        return ()
    if _POSTAL_CODE.match(raw):
        return _places(_by_postal_code(raw, level))[:limit]
    core = place_text.fold(raw)
    typed = Typed(raw, core, tuple(core.split())[:_MOST_WORDS], level or level_named_first(raw))
    rows = _candidates(typed, level)
    if not rows and any(len(word) >= _FUZZY_FROM for word in typed.words):
        return _places(_similar(core, level, limit))
    return _places(rank(typed, rows))[:limit]


def _places(rows: list[tuple[Any, ...]]) -> tuple[Place, ...]:
    return tuple(place_from(row[: len(COLUMNS)]) for row in rows)


def _level_clause(level: RegionLevel | None) -> str:
    # The length of the code is indexed, the level is not; both are constants of ours.
    if level is None:
        return ""
    return f" AND length(r.code) = {CODE_LENGTHS[LEVEL_STEP[level] - 1]} AND r.level = '{level.value}'"


def _candidates(typed: Typed, level: RegionLevel | None) -> list[tuple[Any, ...]]:
    """Everything that begins with the text, and what contains all its words: at most some 300 rows."""
    parts, values = [], []
    clause = _level_clause(level)
    for length in CODE_LENGTHS:
        for pattern in (f"{typed.core},%", f"{typed.core}%"):
            parts.append(
                f"(SELECT {_FIELDS} FROM lapor_region r WHERE r.is_active AND length(r.code) = {length}"
                f" AND r.search LIKE %s{clause} ORDER BY r.search LIMIT {_PER_STEP})"
            )
            values.append(pattern)
    if any(len(word) >= _TRIGRAM for word in typed.words):
        parts.append(_by_words(typed, clause, values))
    return _rows(" UNION ".join(parts), values)


def _by_words(typed: Typed, clause: str, values: list[str]) -> str:
    own = " + ".join("(position(%s IN ' ' || split_part(r.search, ',', 1)) > 0)::int" for word in typed.words)
    found = " AND ".join("r.search LIKE %s" for word in typed.words)
    values += [f"%{word}%" for word in typed.words] + [f" {word}" for word in typed.words]
    return (
        f"(SELECT {_FIELDS} FROM lapor_region r WHERE r.is_active AND {found}{clause}"
        f" ORDER BY {own} DESC, length(r.code), r.population DESC NULLS LAST, r.search LIMIT {_BY_WORDS})"
    )


def _by_postal_code(postal_code: str, level: RegionLevel | None) -> list[tuple[Any, ...]]:
    return _rows(
        f"SELECT {_FIELDS} FROM lapor_region r WHERE r.is_active AND r.postal_code = %s"
        f"{_level_clause(level)} ORDER BY r.label",
        [postal_code],
    )


def _similar(core: str, level: RegionLevel | None, limit: int) -> list[tuple[Any, ...]]:
    """By shared trigrams: any place if very alike, the few regencies and above also if less so."""
    clause = _level_clause(level)
    return _rows(
        f"SELECT {_FIELDS} FROM lapor_region r WHERE r.is_active{clause} AND (r.search %%> %s"
        f" OR (length(r.code) < {CODE_LENGTHS[2]} AND similarity(split_part(r.search, ',', 1), %s) > 0.3))"
        " ORDER BY similarity(split_part(r.search, ',', 1), %s) DESC, length(r.code),"
        f" r.population DESC NULLS LAST LIMIT {int(limit)}",
        [core, core, core],
    )


def _rows(statement: str, values: list[str]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())
