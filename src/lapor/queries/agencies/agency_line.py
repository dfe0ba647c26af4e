"""An agency as lists, choices and search results show it."""

from dataclasses import dataclass
from typing import Any

from lapor.records.agencies.agency import Agency
from lapor.rules.agencies import AgencyKind


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """An agency by its names and its place in the tree.

    `government` names the top of its tree, empty for a top-level agency; `depth` is 0 for those. `path` are
    the ids from the top down to it.
    `is_generated`: taken from the typical structure, not yet confirmed by the agency.
    """

    id: int
    code: str
    name: str
    abbreviation: str
    kind: AgencyKind
    parent_id: int | None
    root_id: int
    government: str
    region_code: str | None
    depth: int
    path: str
    is_generated: bool
    is_active: bool


#: What `line_from` needs, in its order.
COLUMNS = (
    "id",
    "code",
    "name",
    "abbreviation",
    "kind",
    "parent_id",
    "root_id",
    "root__name",
    "region_id",
    "path",
    "is_generated",
    "is_active",
)


def line_from(row: tuple[Any, ...]) -> AgencyLine:
    """From the values of `COLUMNS`."""
    id_, code, name, abbreviation, kind, parent_id, root_id, root_name, region, path, *flags = row
    root_id = root_id or id_
    return AgencyLine(
        id=id_,
        code=code,
        name=name,
        abbreviation=abbreviation,
        kind=AgencyKind(kind),
        parent_id=parent_id,
        root_id=root_id,
        government="" if root_id == id_ else root_name,
        region_code=region,
        depth=max(path.count("/") - 2, 0),
        path=path,
        is_generated=flags[0],
        is_active=flags[1],
    )


def lines_where(*conditions: Any, order_by: tuple[str, ...], **equals: Any) -> tuple[AgencyLine, ...]:
    """Agencies that meet the conditions, in the given order."""
    rows = Agency.objects.filter(*conditions, **equals).order_by(*order_by)
    return tuple(line_from(row) for row in rows.values_list(*COLUMNS))
