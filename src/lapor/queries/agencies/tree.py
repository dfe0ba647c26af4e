"""Agencies by code or id, and their relatives in the tree."""

from collections.abc import Iterable

from django.db.models.functions import Length

from lapor.queries.agencies.agency_line import COLUMNS, AgencyLine, line_from, lines_where
from lapor.records.agencies.agency import Agency
from lapor.rules.agencies import COORDINATORS, GOVERNMENTS
from lapor.rules.places import chain_of


def agency_by_code(code: str) -> AgencyLine | None:
    """The agency, retired ones too: old reports still point to them."""
    return next(iter(lines_where(code=code, order_by=("id",))), None)


def agencies_by_id(ids: Iterable[int]) -> dict[int, AgencyLine]:
    """The agencies that exist, by id."""
    return {line.id: line for line in lines_where(id__in=set(ids), order_by=("id",))}


def agency_by_id(agency_id: int) -> AgencyLine | None:
    return agencies_by_id([agency_id]).get(agency_id)


def coordinators() -> tuple[AgencyLine, ...]:
    """The active agencies that may decide the disputes of others, by kind and name."""
    return lines_where(kind__in=COORDINATORS, is_active=True, order_by=("kind", "name", "id"))


def children_of(agency_id: int) -> tuple[AgencyLine, ...]:
    """The active agencies directly below, offices before districts and other units, by name."""
    return lines_where(parent=agency_id, is_active=True, order_by=("kind", "name", "id"))


def agency_choices(below: int) -> tuple[AgencyLine, ...]:
    """The agency itself and every active one below it, in the order of the tree."""
    own = agency_by_id(below)
    if own is None or not own.path:
        return () if own is None else (own,)
    lines = lines_where(path__startswith=own.path, is_active=True, order_by=("name", "id"))
    return _in_tree_order(lines, own)


def _in_tree_order(lines: tuple[AgencyLine, ...], top: AgencyLine) -> tuple[AgencyLine, ...]:
    children: dict[int | None, list[AgencyLine]] = {}
    for line in lines:
        if line.id != top.id:
            children.setdefault(line.parent_id, []).append(line)
    ordered, waiting = [], [top]
    while waiting:
        line = waiting.pop()
        ordered.append(line)
        waiting.extend(reversed(children.get(line.id, [])))
    return tuple(ordered)


def governments_of(region_code: str) -> tuple[AgencyLine, ...]:
    """The governments responsible for a place, the nearest first: regency or city, then province."""
    rows = Agency.objects.filter(region__in=chain_of(region_code), kind__in=GOVERNMENTS, is_active=True)
    ordered = rows.order_by(Length("region_id").desc())
    return tuple(line_from(row) for row in ordered.values_list(*COLUMNS))


def chain_above(line: AgencyLine) -> tuple[AgencyLine, ...]:
    """From the top of its tree down to the agency's parent; empty for a top agency."""
    ids = [int(step) for step in line.path.split("/") if step][:-1]
    found = agencies_by_id(ids) if ids else {}
    return tuple(found[id_] for id_ in ids if id_ in found)
