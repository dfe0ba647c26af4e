"""The category tree: 38 main categories and 920 below."""

from collections.abc import Iterator
from typing import Any

from lapor.records.reference.files import rows_of
from lapor.rules.folding import fold, slug
from lapor.steps.reference.casing import sentence_case
from lapor.steps.reference.dataset import Cursor, Dataset, Tick
from lapor.steps.reference.staging import stage

_COLUMNS = {"code": "text", "name": "text", "parent_code": "text", "order": "int", "search": "text"}
_PARTS_LIMIT = 75
#: What fits nowhere else stands last, whatever its number.
_LAST = ("TOPIK KHUSUS", "TOPIK LAINNYA")
_NUMBER = """
    ALTER TABLE staged_categories ADD id bigint, ADD parent_id bigint, ADD path text;
    UPDATE staged_categories s SET id = coalesce(
        (SELECT c.id FROM lapor_category c WHERE c.code = s.code),
        nextval(pg_get_serial_sequence('lapor_category', 'id')));
    UPDATE staged_categories s SET parent_id = p.id FROM staged_categories p WHERE p.code = s.parent_code;
    UPDATE staged_categories SET path = coalesce('/' || parent_id, '') || '/' || id || '/';
"""
_UPDATED = ("name", "parent_id", "path", '"order"', "search")
_TAKE_OVER = f"""
    INSERT INTO lapor_category (id, code, {", ".join(_UPDATED)}, is_shipped, is_active)
    SELECT id, code, {", ".join(_UPDATED)}, true, true FROM staged_categories ORDER BY id
    ON CONFLICT (code) DO UPDATE
    SET {", ".join(f"{name} = excluded.{name}" for name in _UPDATED)}, is_active = true
    WHERE lapor_category.is_shipped
        AND (lapor_category.is_active, {", ".join(f"lapor_category.{name}" for name in _UPDATED)})
            IS DISTINCT FROM (true, {", ".join(f"excluded.{name}" for name in _UPDATED)})
"""  # noqa: S608 - names of ours
_RETIRE = """
    UPDATE lapor_category SET is_active = false
    WHERE is_active AND is_shipped AND code NOT IN (SELECT code FROM staged_categories)
"""


def category_rows() -> Iterator[tuple[Any, ...]]:
    """Main categories by how often they were used in the source's sample, then those below in its order."""
    rows = list(rows_of("categories.csv"))
    used = {row["main_category"]: int(row["reports_in_sample_jul2025"] or 0) for row in rows[::-1]}
    ranked = sorted(used, key=lambda main: (main in _LAST, -used[main], main))
    for number, main in enumerate(ranked):
        yield _row(main, "", number)
    seen: set[str] = set()
    below = [row for row in rows if row["sub_category"]]
    for number, row in enumerate(below):
        made = _row(row["main_category"], row["sub_category"], number)
        if made[0] not in seen:
            yield made
        seen.add(made[0])


def _row(main: str, sub: str, number: int) -> tuple[Any, ...]:
    top = slug(main, _PARTS_LIMIT)
    code = f"{top}.{slug(sub, _PARTS_LIMIT)}" if sub else top
    name = sentence_case(sub or main)
    return code, name, top if sub else None, number, fold(f"{name} {sub} {main if sub else ''}")


def _load(cursor: Cursor, provinces: frozenset[str] | None, tick: Tick) -> int:
    rows = list(category_rows())
    stage(cursor, "staged_categories", _COLUMNS, rows, tick)
    cursor.execute(_NUMBER)
    cursor.execute(_TAKE_OVER)
    cursor.execute(_RETIRE)
    return len(rows)


CATEGORIES = Dataset(
    name="categories",
    files=("categories.csv",),
    code=("steps/reference/categories.py", "steps/reference/casing.py", "rules/folding.py"),
    load=_load,
)
