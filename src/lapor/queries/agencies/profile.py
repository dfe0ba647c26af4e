"""An agency's own page: its doors and its team."""

from dataclasses import dataclass
from datetime import date, datetime, time

from lapor.queries.agencies.agency_line import COLUMNS, AgencyLine, line_from
from lapor.queries.agencies.tree import agencies_by_id
from lapor.records.agencies.agency import Agency
from lapor.records.agencies.decree import Decree

_DOORS = (
    "coordinated_by_id",
    "government_affair",
    "region__label",
    "website",
    "email",
    "phone",
    "address",
    "time_zone",
    "closing_time",
    "confirmed_at",
    "is_listed",
)


@dataclass(frozen=True, slots=True)
class AgencyProfile:
    """Where an agency stands in the tree, how it is reached, and since when somebody vouches for this."""

    line: AgencyLine
    parent: AgencyLine | None
    coordinated_by: AgencyLine | None
    government_affair: str
    region_label: str
    website: str
    email: str
    phone: str
    address: str
    time_zone: str
    closing_time: time
    confirmed_at: datetime | None
    is_listed: bool


@dataclass(frozen=True, slots=True)
class Member:
    """An officer as the decree names him."""

    name: str
    position: str
    role: str


@dataclass(frozen=True, slots=True)
class Team:
    """The complaint team of an agency by its latest decree in force."""

    decree_id: int
    number: str
    dated_on: date
    valid_to: date | None
    has_file: bool
    members: tuple[Member, ...]


def agency_profile(code: str) -> AgencyProfile | None:
    """The page of an agency, retired ones too."""
    row = Agency.objects.filter(code=code).values_list(*COLUMNS, *_DOORS).first()
    if row is None:
        return None
    line = line_from(row[: len(COLUMNS)])
    coordinator_id, affair, region_label, *doors = row[len(COLUMNS) :]
    relatives = agencies_by_id(id_ for id_ in (line.parent_id, coordinator_id) if id_)
    return AgencyProfile(
        line,
        relatives.get(line.parent_id or 0),
        relatives.get(coordinator_id or 0),
        affair,
        region_label or "",
        *doors,
    )


def team_of(agency_id: int, *, today: date) -> Team | None:
    """The team of the latest decree that has begun and not ended; None without one."""
    decrees = Decree.objects.in_force(today).filter(agency=agency_id)
    decree = decrees.prefetch_related("members").order_by("-dated_on", "-id").first()
    if decree is None:
        return None
    members = tuple(Member(member.name, member.position, member.role) for member in decree.members.all())
    return Team(decree.pk, decree.number, decree.dated_on, decree.valid_to, bool(decree.file), members)
