"""What the shipped reference data offer to a made-up report: desks, their offices, villages, categories."""

import random
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from psycopg import Connection

TOPS = """
SELECT a.id, a.kind, a.coordinated_by_id, coalesce(a.region_id, ''),
       array_remove(array_agg(o.id ORDER BY o.id), NULL)
FROM lapor_agency a LEFT JOIN lapor_agency o ON o.parent_id = a.id
WHERE a.parent_id IS NULL AND a.kind <> 'national_desk' GROUP BY a.id ORDER BY a.id
"""
OFFICERS = 400
NATIONAL, CITY, OFFICE, PROVINCE = "nasional", "kota", "dinas", "provinsi"  # log-ins
PASSWORD = "bench-1708-bench"
MANY_EVENTS = 30  # of one report, for its page


@dataclass(frozen=True, slots=True)
class Village:
    code: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Desk:
    """A top agency with its offices and the villages it answers for."""

    id: int
    kind: str
    coordinator: int | None
    offices: tuple[int, ...]
    villages: tuple[Village, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """`weights` let some desks get a hundred times what others get, as in life."""

    national: int
    desks: list[Desk]
    weights: list[float]
    categories: list[int]
    officers: list[int]


def read_reference(connection: Connection[Any], rng: random.Random) -> Reference:
    villages = [
        Village(*row)
        for row in connection.execute(
            "SELECT code, latitude, longitude FROM lapor_region"
            " WHERE level = 'village' AND latitude IS NOT NULL ORDER BY code"
        )
    ]
    codes = [village.code for village in villages]
    desks = [
        Desk(id, kind, above, tuple(offices), tuple(_below(codes, villages, region)))
        for id, kind, above, region, offices in connection.execute(TOPS)
    ]
    rng.shuffle(desks)
    city = next(desk for desk in desks if desk.kind == "city")
    desks.sort(key=lambda desk: desk is not city)  # the busiest
    national = _ids(connection, "SELECT id FROM lapor_agency WHERE kind = 'national_desk'")[0]
    return Reference(
        national=national,
        desks=desks,
        weights=list(accumulate(1 / (rank + 4) for rank in range(len(desks)))),
        categories=_ids(connection, "SELECT id FROM lapor_category WHERE parent_id IS NOT NULL ORDER BY id"),
        officers=_ids(connection, "SELECT id FROM lapor_account ORDER BY id"),
    )


def _below(codes: list[str], villages: list[Village], region: str) -> list[Village]:
    found = villages[bisect_left(codes, region) : bisect_left(codes, region + "~")]
    return found or villages


def _ids(connection: Connection[Any], statement: str) -> list[int]:
    return [row[0] for row in connection.execute(statement)]
