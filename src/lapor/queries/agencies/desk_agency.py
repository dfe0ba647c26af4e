"""One agency as its desk manages it, and what keeps it from being retired."""

from dataclasses import dataclass
from datetime import datetime, time

from lapor.queries.agencies.agency_line import COLUMNS, AgencyLine, line_from
from lapor.queries.agencies.tree import agencies_by_id, agency_choices
from lapor.records.agencies.agency import Agency
from lapor.rules.access import Actor
from lapor.rules.administration import KINDS_BELOW, manages, manages_from_above
from lapor.rules.agencies import AgencyKind
from lapor.rules.refusals import NotFound

_DOORS = (
    "coordinated_by_id",
    "address",
    "phone",
    "email",
    "website",
    "time_zone",
    "closing_time",
    "is_listed",
    "confirmed_at",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ManagedAgency:
    """`above` are the agencies over it that the actor manages too, from the top; `coordinated_by` a name."""

    line: AgencyLine
    path: str
    above: tuple[AgencyLine, ...]
    coordinated_by: str
    address: str
    phone: str
    email: str
    website: str
    time_zone: str
    closing_time: time
    is_listed: bool
    confirmed_at: datetime | None
    kinds_below: tuple[AgencyKind, ...]
    may_close: bool

    @property
    def may_move(self) -> bool:
        return self.line.parent_id is not None and self.may_close


def managed_agency(actor: Actor, code: str) -> ManagedAgency:
    """Raises NotFound where it is not the actor's to manage."""
    row = Agency.objects.filter(code=code).values_list(*COLUMNS, "path", *_DOORS).first()
    if row is None or not manages(actor, row[len(COLUMNS)]):
        raise NotFound(code)
    line, path = line_from(row[: len(COLUMNS)]), row[len(COLUMNS)]
    coordinator_id, *doors = row[len(COLUMNS) + 1 :]
    higher, coordinator = _relatives(actor, path, coordinator_id)
    return ManagedAgency(
        line=line,
        path=path,
        above=higher,
        coordinated_by=coordinator,
        **dict(zip(_DOORS[1:], doors, strict=True)),
        kinds_below=KINDS_BELOW.get(line.kind, ()),
        may_close=manages_from_above(actor, path),
    )


def _relatives(actor: Actor, path: str, coordinator_id: int | None) -> tuple[tuple[AgencyLine, ...], str]:
    """The managed agencies above, from the top, and the coordinator's name: one statement."""
    ids = [int(step) for step in path.split("/") if step][:-1]
    found = agencies_by_id([*ids, *([coordinator_id] if coordinator_id else [])])
    higher, prefix = [], "/"
    for id_ in ids:
        prefix += f"{id_}/"
        if id_ in found and manages(actor, prefix):
            higher.append(found[id_])
    coordinator = found.get(coordinator_id or 0)
    return tuple(higher), coordinator.name if coordinator else ""


def new_parents(actor: Actor, agency: ManagedAgency) -> tuple[AgencyLine, ...]:
    """Where the agency may hang instead: the managed part of its tree without itself and what is below it."""
    top = agency.above[0].id if agency.above else agency.line.root_id
    below = {line.id for line in agency_choices(agency.line.id)} | {agency.line.id}
    return tuple(line for line in agency_choices(top) if line.id not in below)
