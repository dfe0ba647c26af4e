"""Regions by code: one, many, below one, above one."""

from collections.abc import Iterable

from lapor.queries.places.place import COLUMNS, Place, place_from
from lapor.records.places.region import Region
from lapor.rules.places import chain_of


def region_by_code(code: str) -> Place | None:
    """The region, retired ones too: old reports still point to them."""
    return regions_by_code([code]).get(code)


def regions_by_code(codes: Iterable[str]) -> dict[str, Place]:
    """The regions that exist, by code."""
    rows = Region.objects.filter(code__in=set(codes)).values_list(*COLUMNS)
    return {row[0]: place_from(row) for row in rows}


def regions_below(code: str | None) -> tuple[Place, ...]:
    """The active regions one step below, by name; without a code the provinces, from west to east."""
    rows = Region.objects.filter(parent=code, is_active=True).order_by("name" if code else "code", "code")
    return tuple(place_from(row) for row in rows.values_list(*COLUMNS))


def region_chain(code: str) -> tuple[Place, ...]:
    """From the province down to the region itself; empty if there is no such region."""
    found = regions_by_code(chain_of(code))
    return tuple(found[step] for step in chain_of(code) if step in found) if code in found else ()
