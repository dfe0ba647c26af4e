"""Walking the tree of agencies from its tops."""

from dataclasses import dataclass

from lapor.queries.agencies.agency_line import AgencyLine, lines_where
from lapor.rules.agencies import GOVERNMENTS, AgencyKind


@dataclass(frozen=True, slots=True)
class Group:
    """Top agencies of one kind, by name."""

    kind: AgencyKind
    agencies: tuple[AgencyLine, ...]


#: The tops in the order in which people read about them.
_TOPS = (
    AgencyKind.NATIONAL_DESK,
    AgencyKind.MINISTRY,
    AgencyKind.INSTITUTION,
    AgencyKind.PROVINCE,
    AgencyKind.STATE_COMPANY,
    AgencyKind.UNIVERSITY,
)


def top_groups() -> tuple[Group, ...]:
    """Central bodies and provinces by kind; provinces from west to east. One statement."""
    lines = lines_where(kind__in=_TOPS, parent=None, is_active=True, is_listed=True, order_by=("name", "id"))
    groups = {kind: [line for line in lines if line.kind is kind] for kind in _TOPS}
    groups[AgencyKind.PROVINCE].sort(key=lambda line: line.region_code or "")
    return tuple(Group(kind, tuple(found)) for kind, found in groups.items() if found)


def governments_below(agency_id: int) -> tuple[AgencyLine, ...]:
    """The regencies and cities that a province coordinates, by name."""
    return lines_where(
        coordinated_by=agency_id, kind__in=GOVERNMENTS, is_active=True, order_by=("kind", "name", "id")
    )
