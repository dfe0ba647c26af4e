"""Who may manage what besides reports: agencies and units, officers, texts, limits, holidays.

The agency desk manages its own agency and all below it, the national desk everything (process, "Roles").
Nobody gives himself a role, and nobody gives one that lies above his own.
"""

from enum import StrEnum

from lapor.rules.access import Actor, ActorKind, Desk, Role
from lapor.rules.agencies import CENTRAL_BODIES, GOVERNMENTS, AgencyKind


class Subject(StrEnum):
    """What a change of administration is about."""

    AGENCY = "agency"
    DECREE = "decree"
    OFFICER = "officer"
    MEMBERSHIP = "membership"
    CATEGORY = "category"
    FOLLOW_UP_TEMPLATE = "follow_up_template"
    NOTICE_TEMPLATE = "notice_template"
    DAY_LIMIT = "day_limit"
    HOLIDAY = "holiday"


class Deed(StrEnum):
    """What was done to it."""

    ADDED = "added"
    EDITED = "edited"
    MOVED = "moved"
    CONFIRMED = "confirmed"
    DEACTIVATED = "deactivated"
    REACTIVATED = "reactivated"
    GRANTED = "granted"
    ENDED = "ended"
    LINK_ISSUED = "link_issued"


_EVERY_ROLE = frozenset(Role)
#: Which roles the holder of a role may give and end, within what he manages.
GRANTS: dict[Role, frozenset[Role]] = {
    Role.NATIONAL_DESK: _EVERY_ROLE,
    Role.AGENCY_DESK: frozenset(
        {Role.AGENCY_DESK, Role.LIAISON, Role.APPROVER, Role.INSPECTORATE, Role.OVERSEER}
    ),
}

_ANY_AGENCY = frozenset(AgencyKind) - {AgencyKind.NATIONAL_DESK}
_NATIONAL = frozenset({AgencyKind.NATIONAL_DESK})
#: Where a role makes sense. A central body may keep its inspectors inside instead of below it.
SEATS: dict[Role, frozenset[AgencyKind]] = {
    Role.NATIONAL_DESK: _NATIONAL,
    Role.SYSTEM_ADMINISTRATOR: _NATIONAL,
    Role.AGENCY_DESK: _ANY_AGENCY,
    Role.COORDINATOR: frozenset({AgencyKind.PROVINCE, AgencyKind.MINISTRY}),
    Role.LIAISON: _ANY_AGENCY,
    Role.APPROVER: _ANY_AGENCY,
    Role.OVERSEER: _ANY_AGENCY,
    Role.INSPECTORATE: frozenset(
        {
            AgencyKind.INSPECTORATE,
            AgencyKind.MINISTRY,
            AgencyKind.INSTITUTION,
            AgencyKind.STATE_COMPANY,
            AgencyKind.UNIVERSITY,
        }
    ),
}

#: What heads a tree of its own, in the order of `AgencyKind`; only the national desk adds those.
TOP_KINDS = tuple(kind for kind in AgencyKind if kind in CENTRAL_BODIES | GOVERNMENTS)
#: What may be added below what: governments have offices, they and central bodies inspectorates, all units.
KINDS_BELOW: dict[AgencyKind, tuple[AgencyKind, ...]] = {
    # Only a government has offices by law (PP 18/2016); all others divide into units.
    kind: (AgencyKind.OFFICE, AgencyKind.INSPECTORATE, AgencyKind.UNIT)
    if kind in GOVERNMENTS
    else (AgencyKind.INSPECTORATE, AgencyKind.UNIT)
    if kind in CENTRAL_BODIES
    else (AgencyKind.UNIT,)
    for kind in AgencyKind
    if kind is not AgencyKind.NATIONAL_DESK
}


def is_national(actor: Actor) -> bool:
    """Whether he may change what holds for everybody: categories, limits, notices, the nation's texts."""
    return actor.kind is ActorKind.SYSTEM or actor.has_role(Role.NATIONAL_DESK)


def manages(actor: Actor, path: str) -> bool:
    """Whether the agency at `path` is his own, lies below his, or he manages all."""
    return actor.kind is ActorKind.SYSTEM or any(_reaches(desk, path) for desk in actor.desks)


def manages_from_above(actor: Actor, path: str) -> bool:
    """Whether he manages it without belonging to it: nobody closes the agency he sits in."""
    return actor.kind is ActorKind.SYSTEM or any(
        _reaches(desk, path) and desk.path != path for desk in actor.desks
    )


def _reaches(desk: Desk, path: str) -> bool:
    if desk.role is Role.NATIONAL_DESK:
        return True
    return desk.role is Role.AGENCY_DESK and path.startswith(desk.path)


def managed_tops(actor: Actor) -> tuple[Desk, ...]:
    """The desks whose agencies are the tops of what he manages, none of them below another."""
    desks = [desk for desk in actor.desks if desk.role is Role.AGENCY_DESK]
    paths = {desk.path for desk in desks}
    return tuple(
        desk for desk in desks if not any(desk.path != path and desk.path.startswith(path) for path in paths)
    )


def grantable_roles(actor: Actor, path: str, kind: AgencyKind) -> tuple[Role, ...]:
    """The roles that this actor may give, or end, at the agency at `path`, in the order of `Role`."""
    if actor.kind is ActorKind.SYSTEM:
        given = _EVERY_ROLE
    else:
        given = frozenset[Role]().union(
            *(
                roles
                for role, roles in GRANTS.items()
                for desk in actor.desks
                if desk.role is role and _reaches(desk, path)
            )
        )
    return tuple(role for role in Role if role in given and kind in SEATS[role])


def may_grant(actor: Actor, role: Role, path: str, kind: AgencyKind) -> bool:
    return role in grantable_roles(actor, path, kind)


def may_declare_holidays(actor: Actor, *, path: str, kind: AgencyKind, is_top: bool) -> bool:
    """Local days off are the government's own to declare, not one office's; the national desk may help."""
    return is_top and kind in GOVERNMENTS and manages(actor, path)
