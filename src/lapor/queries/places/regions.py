"""Regions by code: one, or many."""

from collections.abc import Iterable

from lapor.queries.places.place import COLUMNS, Place, place_from
from lapor.records.places.region import Region


def region_by_code(code: str) -> Place | None:
    """The region, retired ones too: old reports still point to them."""
    return regions_by_code([code]).get(code)


def regions_by_code(codes: Iterable[str]) -> dict[str, Place]:
    """The regions that exist, by code."""
    rows = Region.objects.filter(code__in=set(codes)).values_list(*COLUMNS)
    return {row[0]: place_from(row) for row in rows}
