"""One agency as its desk manages it, and what keeps it from being retired."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import Q

from lapor.queries.agencies.agency_line import COLUMNS, AgencyLine, line_from
from lapor.queries.agencies.tree import agencies_by_id, agency_choices
from lapor.queries.reports.line import line_of
from lapor.records.accounts.membership import Membership
from lapor.records.agencies.agency import Agency
from lapor.records.reports.report import Report
from lapor.rules.access import Actor
from lapor.rules.administration import KINDS_BELOW, manages, manages_from_above
from lapor.rules.agencies import AgencyKind
from lapor.rules.refusals import NotFound
from lapor.rules.status_line import StatusLine

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
_SHOWN_REPORTS = 10


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


@dataclass(frozen=True, slots=True)
class HeldReport:
    code: str
    title: str
    line: StatusLine


@dataclass(frozen=True, slots=True)
class Holdings:
    """What an agency still has: open reports, of which `shown` may be read, units, working officers."""

    reports: int
    shown: tuple[HeldReport, ...]
    units: int
    officers: int

    @property
    def hidden(self) -> int:
        return self.reports - len(self.shown)


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


def holdings(actor: Actor, agency_id: int, *, now: datetime, today: date) -> Holdings:
    """What stands against retiring it. Reports that the actor may not read are counted, never named."""
    held: Any = Report.objects.scoped("what an agency holds, before it is retired")
    open_ones = {"held_by": agency_id, "is_open": True}
    shown = Report.objects.visible_to(actor).filter(**open_ones).select_related("held_by", "held_by__region")
    working = Q(valid_to=None) | Q(valid_to__gte=today)
    return Holdings(
        reports=held.filter(**open_ones).count(),
        shown=tuple(
            HeldReport(report.code, report.title, line_of(report, now=now))
            for report in shown.order_by("due_at", "id")[:_SHOWN_REPORTS]
        ),
        units=Agency.objects.filter(parent=agency_id, is_active=True).count(),
        officers=Membership.objects.filter(working, agency=agency_id).count(),
    )
