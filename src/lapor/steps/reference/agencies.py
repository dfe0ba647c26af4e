"""Agencies as one tree: the shipped rows taken over, paths and roots computed."""

from collections.abc import Iterator

from lapor.steps.reference.agency_row import AgencyRow
from lapor.steps.reference.central_agencies import central_agencies
from lapor.steps.reference.dataset import Cursor, Dataset, Tick
from lapor.steps.reference.regional_agencies import regional_agencies
from lapor.steps.reference.staging import indexes_built_after, stage

_COLUMNS = {
    "code": "text",
    "name": "text",
    "abbreviation": "text",
    "kind": "text",
    "parent_code": "text",
    "coordinator_code": "text",
    "region_id": "text",
    "government_affair": "text",
    "website": "text",
    "time_zone": "text",
    "is_generated": "bool",
    "search": "text",
}
# Ids are drawn before the rows are written: paths consist of them, and each row is then written once.
_NUMBER = """
    ALTER TABLE staged_agencies ADD id bigint, ADD parent_id bigint, ADD coordinated_by_id bigint,
        ADD path text, ADD root_id bigint;
    UPDATE staged_agencies s SET id = coalesce(
        (SELECT a.id FROM lapor_agency a WHERE a.code = s.code),
        nextval(pg_get_serial_sequence('lapor_agency', 'id')));
    UPDATE staged_agencies s SET parent_id = p.id FROM staged_agencies p WHERE p.code = s.parent_code;
    UPDATE staged_agencies s SET coordinated_by_id = c.id
        FROM staged_agencies c WHERE c.code = s.coordinator_code;
    WITH RECURSIVE tree AS (
        SELECT id, '/' || id || '/' AS path, id AS root_id FROM staged_agencies WHERE parent_id IS NULL
        UNION ALL
        SELECT s.id, t.path || s.id || '/', t.root_id FROM staged_agencies s JOIN tree t ON s.parent_id = t.id
    ) UPDATE staged_agencies s SET path = t.path, root_id = t.root_id FROM tree t WHERE t.id = s.id;
"""
_UPDATED = (
    "name",
    "abbreviation",
    "kind",
    "parent_id",
    "coordinated_by_id",
    "root_id",
    "path",
    "region_id",
    "government_affair",
    "website",
    "time_zone",
    "is_generated",
    "search",
)
# An agency that somebody confirmed or changed (`confirmed_at`), or made here, is no longer ours to change.
_TAKE_OVER = f"""
    INSERT INTO lapor_agency (id, code, {", ".join(_UPDATED)}, email, phone, address, closing_time,
        is_shipped, is_active, is_listed)
    SELECT id, code, {", ".join(_UPDATED)}, '', '', '', '16:00', true, true, true
    FROM staged_agencies ORDER BY id
    ON CONFLICT (code) DO UPDATE
    SET {", ".join(f"{name} = excluded.{name}" for name in _UPDATED)}, is_active = true
    WHERE lapor_agency.is_shipped AND lapor_agency.confirmed_at IS NULL
        AND (lapor_agency.is_active, {", ".join(f"lapor_agency.{name}" for name in _UPDATED)})
            IS DISTINCT FROM (true, {", ".join(f"excluded.{name}" for name in _UPDATED)})
"""  # noqa: S608 - names of ours
_LEAVING = """
    l.is_active AND l.is_shipped AND l.confirmed_at IS NULL
        AND l.code NOT IN (SELECT code FROM staged_agencies)
        AND (%(provinces)s::text[] IS NULL OR l.region_id IS NULL
            OR left(l.region_id, 2) = ANY (%(provinces)s::text[]))
"""
# Whoever still holds reports or has officers, itself or below it, stays: nobody would be told otherwise.
_RETIRE = f"""
    UPDATE lapor_agency l SET is_active = false
    WHERE {_LEAVING} AND NOT EXISTS (
        SELECT FROM lapor_agency b WHERE b.path LIKE l.path || '%%' AND (
            EXISTS (SELECT FROM lapor_report r WHERE r.held_by_id = b.id AND r.is_open)
            OR EXISTS (SELECT FROM lapor_membership m WHERE m.agency_id = b.id
                AND (m.valid_to IS NULL OR m.valid_to >= current_date))))
"""  # noqa: S608 - words of ours
_KEPT = f"SELECT count(*) FROM lapor_agency l WHERE {_LEAVING}"  # noqa: S608 - words of ours
# What hangs below an agency that an administrator moved keeps hanging below it.
_REPAIR_PATHS = """
    WITH RECURSIVE tree AS (
        SELECT id, '/' || id || '/' AS path, id AS root_id FROM lapor_agency WHERE parent_id IS NULL
        UNION ALL
        SELECT a.id, t.path || a.id || '/', t.root_id FROM lapor_agency a JOIN tree t ON a.parent_id = t.id
    ) UPDATE lapor_agency a SET path = t.path, root_id = t.root_id FROM tree t
      WHERE t.id = a.id AND (a.path, a.root_id) IS DISTINCT FROM (t.path, t.root_id)
"""


def agency_rows(provinces: frozenset[str] | None) -> Iterator[AgencyRow]:
    """All shipped agencies, each after its parent: central ones always, regional ones within `provinces`."""
    yield from central_agencies()
    yield from regional_agencies(provinces)


def _load(cursor: Cursor, provinces: frozenset[str] | None, tick: Tick) -> int:
    rows = [row.columns() for row in agency_rows(provinces)]
    stage(cursor, "staged_agencies", _COLUMNS, rows, lambda share: tick(0.2 + 0.2 * share))
    cursor.execute(_NUMBER)
    with indexes_built_after(cursor, "lapor_agency"):
        cursor.execute(_TAKE_OVER)
        tick(0.8)
    cursor.execute(_REPAIR_PATHS)
    cursor.execute(_RETIRE, _within(provinces))
    return len(rows)


def _kept(cursor: Cursor, provinces: frozenset[str] | None) -> int:
    """How many that are no longer shipped stay active for their reports or officers."""
    cursor.execute(_KEPT, _within(provinces))
    return int(cursor.fetchone()[0])


def _within(provinces: frozenset[str] | None) -> dict[str, list[str] | None]:
    return {"provinces": sorted(provinces) if provinces is not None else None}


AGENCIES = Dataset(
    name="agencies",
    files=("agencies_central.csv", "agencies_regional.csv", "office_names.csv", "regions.csv.gz"),
    code=(
        "steps/reference/agencies.py",
        "steps/reference/agency_row.py",
        "steps/reference/central_agencies.py",
        "steps/reference/regional_agencies.py",
        "rules/folding.py",
        "rules/places.py",
    ),
    load=_load,
    kept=_kept,
)
