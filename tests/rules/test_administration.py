"""Who may manage which agency, give which role, declare which day: the whole table."""

import pytest

from lapor.rules.access import STRANGER, SYSTEM, Actor, ActorKind, Desk, Role
from lapor.rules.administration import (
    KINDS_BELOW,
    SEATS,
    grantable_roles,
    is_national,
    managed_tops,
    manages,
    manages_from_above,
    may_declare_holidays,
    may_grant,
)
from lapor.rules.agencies import AgencyKind

NATIONAL_PATH, CITY, OFFICE, UNIT, OTHER = "/1/", "/2/", "/2/5/", "/2/5/9/", "/20/"
PATHS = (CITY, OFFICE, UNIT, OTHER, NATIONAL_PATH)


def officer(role: Role, path: str) -> Actor:
    ids = [int(step) for step in path.split("/") if step]
    return Actor(ActorKind.OFFICER, 7, "Petugas", (Desk(role, ids[-1], "Instansi", path, ids[0]),))


@pytest.mark.parametrize(
    ("actor", "managed", "from_above"),
    [
        (officer(Role.NATIONAL_DESK, NATIONAL_PATH), PATHS, (CITY, OFFICE, UNIT, OTHER)),
        (officer(Role.AGENCY_DESK, CITY), (CITY, OFFICE, UNIT), (OFFICE, UNIT)),
        (officer(Role.AGENCY_DESK, OFFICE), (OFFICE, UNIT), (UNIT,)),
        (officer(Role.AGENCY_DESK, UNIT), (UNIT,), ()),
        (officer(Role.COORDINATOR, CITY), (), ()),
        (officer(Role.LIAISON, CITY), (), ()),
        (officer(Role.APPROVER, CITY), (), ()),
        (officer(Role.INSPECTORATE, CITY), (), ()),
        (officer(Role.OVERSEER, CITY), (), ()),
        (officer(Role.SYSTEM_ADMINISTRATOR, NATIONAL_PATH), (), ()),
        (STRANGER, (), ()),
        (SYSTEM, PATHS, PATHS),
    ],
)
def test_which_agencies_are_managed(
    actor: Actor, managed: tuple[str, ...], from_above: tuple[str, ...]
) -> None:
    assert tuple(path for path in PATHS if manages(actor, path)) == managed
    assert tuple(path for path in PATHS if manages_from_above(actor, path)) == from_above


BELOW = (Role.AGENCY_DESK, Role.LIAISON, Role.APPROVER, Role.OVERSEER)


@pytest.mark.parametrize(
    ("actor", "path", "kind", "roles"),
    [
        (officer(Role.AGENCY_DESK, CITY), CITY, AgencyKind.CITY, BELOW),
        (officer(Role.AGENCY_DESK, CITY), OFFICE, AgencyKind.OFFICE, BELOW),
        (
            officer(Role.AGENCY_DESK, CITY),
            OFFICE,
            AgencyKind.INSPECTORATE,
            (Role.AGENCY_DESK, Role.LIAISON, Role.APPROVER, Role.INSPECTORATE, Role.OVERSEER),
        ),
        (officer(Role.AGENCY_DESK, OFFICE), CITY, AgencyKind.CITY, ()),
        (officer(Role.AGENCY_DESK, CITY), OTHER, AgencyKind.CITY, ()),
        (officer(Role.AGENCY_DESK, CITY), NATIONAL_PATH, AgencyKind.NATIONAL_DESK, ()),
        (officer(Role.AGENCY_DESK, CITY), CITY, AgencyKind.PROVINCE, BELOW),
        (
            officer(Role.NATIONAL_DESK, NATIONAL_PATH),
            CITY,
            AgencyKind.PROVINCE,
            (Role.AGENCY_DESK, Role.COORDINATOR, Role.LIAISON, Role.APPROVER, Role.OVERSEER),
        ),
        (
            officer(Role.NATIONAL_DESK, NATIONAL_PATH),
            NATIONAL_PATH,
            AgencyKind.NATIONAL_DESK,
            (Role.NATIONAL_DESK, Role.SYSTEM_ADMINISTRATOR),
        ),
        (officer(Role.LIAISON, CITY), OFFICE, AgencyKind.OFFICE, ()),
        (officer(Role.SYSTEM_ADMINISTRATOR, NATIONAL_PATH), CITY, AgencyKind.CITY, ()),
        (STRANGER, CITY, AgencyKind.CITY, ()),
    ],
)
def test_which_roles_may_be_given(actor: Actor, path: str, kind: AgencyKind, roles: tuple[Role, ...]) -> None:
    assert grantable_roles(actor, path, kind) == roles
    assert {role for role in Role if may_grant(actor, role, path, kind)} == set(roles)


def test_no_desk_gives_what_lies_above_it() -> None:
    """Whatever the kind of agency, an agency desk never makes national officers or coordinators."""
    desk = officer(Role.AGENCY_DESK, CITY)
    for kind in AgencyKind:
        assert not set(grantable_roles(desk, CITY, kind)) & {
            Role.NATIONAL_DESK,
            Role.SYSTEM_ADMINISTRATOR,
            Role.COORDINATOR,
        }


def test_an_inspectorate_is_never_inside_a_government_itself() -> None:
    assert not SEATS[Role.INSPECTORATE] & {AgencyKind.PROVINCE, AgencyKind.REGENCY, AgencyKind.CITY}
    assert set(SEATS) == set(Role)


def test_only_the_tops_of_what_is_managed() -> None:
    desks = (*officer(Role.AGENCY_DESK, OFFICE).desks, *officer(Role.AGENCY_DESK, CITY).desks)
    desks += officer(Role.LIAISON, OTHER).desks
    actor = Actor(ActorKind.OFFICER, 7, "Petugas", desks)
    assert [desk.path for desk in managed_tops(actor)] == [CITY]


def test_what_holds_for_everybody_is_the_national_desks() -> None:
    assert is_national(officer(Role.NATIONAL_DESK, NATIONAL_PATH))
    assert is_national(SYSTEM)
    assert not is_national(officer(Role.AGENCY_DESK, CITY))
    assert not is_national(STRANGER)


@pytest.mark.parametrize(
    ("actor", "kind", "is_top", "may"),
    [
        (officer(Role.AGENCY_DESK, CITY), AgencyKind.CITY, True, True),
        (officer(Role.AGENCY_DESK, OTHER), AgencyKind.CITY, True, False),
        (officer(Role.AGENCY_DESK, CITY), AgencyKind.OFFICE, False, False),
        (officer(Role.AGENCY_DESK, CITY), AgencyKind.MINISTRY, True, False),
        (officer(Role.NATIONAL_DESK, NATIONAL_PATH), AgencyKind.CITY, True, True),
        (officer(Role.LIAISON, CITY), AgencyKind.CITY, True, False),
    ],
)
def test_local_days_off_are_the_governments(actor: Actor, kind: AgencyKind, is_top: bool, may: bool) -> None:
    assert may_declare_holidays(actor, path=CITY, kind=kind, is_top=is_top) is may


def test_only_governments_have_offices() -> None:
    assert AgencyKind.OFFICE in KINDS_BELOW[AgencyKind.CITY]
    assert KINDS_BELOW[AgencyKind.OFFICE] == (AgencyKind.UNIT,)
    assert AgencyKind.NATIONAL_DESK not in KINDS_BELOW
