"""Regions with their labels, points, postal codes, areas and populations."""

import re
from collections.abc import Iterator
from typing import Any

from lapor.records.reference.files import rows_of
from lapor.rules.folding import fold
from lapor.rules.places import RegionLevel, chain_of, time_zone_of
from lapor.steps.reference.dataset import Cursor, Dataset, Tick
from lapor.steps.reference.staging import indexes_built_after, stage

LEVELS = {
    "provinsi": RegionLevel.PROVINCE,
    "kabupaten": RegionLevel.REGENCY,
    "kota": RegionLevel.CITY,
    "kecamatan": RegionLevel.DISTRICT,
    "desa": RegionLevel.VILLAGE,
    "kelurahan": RegionLevel.VILLAGE,
    "desa_adat": RegionLevel.VILLAGE,
}
#: As people say and write them, in labels.
SHORT_NAMES = {"31": "DKI Jakarta", "34": "DI Yogyakarta"}
_DESIGNATION = re.compile(r"^(?:Kabupaten|Kota)(?: Administrasi)? |^DK?I ")
_COLUMNS = {
    "code": "text",
    "name": "text",
    "level": "text",
    "parent_id": "text",
    "latitude": "float8",
    "longitude": "float8",
    "postal_code": "text",
    "time_zone": "text",
    "population": "int",
    "area_km2": "float8",
    "label": "text",
    "search": "text",
}
_UPDATED = [name for name in _COLUMNS if name != "code"]
_TAKE_OVER = f"""
    INSERT INTO lapor_region ({", ".join(_COLUMNS)}, is_active)
    SELECT {", ".join(_COLUMNS)}, true FROM staged_regions ORDER BY code
    ON CONFLICT (code) DO UPDATE
    SET {", ".join(f"{name} = excluded.{name}" for name in _UPDATED)}, is_active = true
    WHERE (lapor_region.is_active, {", ".join(f"lapor_region.{name}" for name in _UPDATED)})
        IS DISTINCT FROM (true, {", ".join(f"excluded.{name}" for name in _UPDATED)})
"""  # noqa: S608 - names of ours
_RETIRE = """
    UPDATE lapor_region SET is_active = false
    WHERE is_active AND code NOT IN (SELECT code FROM staged_regions)
        AND (%(provinces)s::text[] IS NULL OR left(code, 2) = ANY (%(provinces)s::text[]))
"""


def search_text(names: list[str]) -> str:
    """Folded: the bare name first, then the label from small to big, parted by commas."""
    bare = _DESIGNATION.sub("", names[0])
    parts = names if bare == names[0] else [bare, *names]
    return ", ".join(fold(part) for part in parts)


def _rows(provinces: frozenset[str] | None) -> Iterator[tuple[Any, ...]]:
    postal = {row["code"]: row["kodepos"] for row in rows_of("postal_codes.csv.gz", provinces)}
    points = {row["code"]: row for row in rows_of("centroids.csv.gz", provinces)}
    measures = {row["code"]: row for row in rows_of("region_area_population.csv", provinces)}
    names: dict[str, str] = {}
    for row in rows_of("regions.csv.gz", provinces):
        code = row["code"]
        names[code] = SHORT_NAMES.get(code, row["name"])
        chain = [names[above] for above in reversed(chain_of(code))]
        point, measure = points.get(code), measures.get(code)
        yield (
            code,
            row["name"],
            LEVELS[row["level"]].value,
            row["parent"] or None,
            point and float(point["lat"]),
            point and float(point["lng"]),
            postal.get(code, ""),
            time_zone_of(code),
            measure and int(measure["pop_total"]),
            measure and float(measure["area_km2"]),
            ", ".join(chain),
            search_text(chain),
        )


def _load(cursor: Cursor, provinces: frozenset[str] | None, tick: Tick) -> int:
    rows = list(_rows(provinces))
    stage(cursor, "staged_regions", _COLUMNS, rows, lambda share: tick(0.2 + 0.2 * share))
    with indexes_built_after(cursor, "lapor_region"):
        cursor.execute(_TAKE_OVER)
        tick(0.7)
    cursor.execute(_RETIRE, {"provinces": sorted(provinces) if provinces is not None else None})
    return len(rows)


REGIONS = Dataset(
    name="regions",
    files=("regions.csv.gz", "postal_codes.csv.gz", "centroids.csv.gz", "region_area_population.csv"),
    code=("steps/reference/regions.py", "rules/folding.py", "rules/places.py"),
    load=_load,
)
