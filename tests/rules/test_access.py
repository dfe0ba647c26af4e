"""Who stands how to a report, by table."""

import pytest

from lapor.rules.access import (
    STRANGER,
    SYSTEM,
    Actor,
    ActorKind,
    Desk,
    Relation,
    Role,
    Standing,
    acting_desk,
    may,
    relations,
)
from lapor.rules.disclosure import (
    audiences_for,
    is_masked,
    masked,
    may_reveal,
    may_set_privacy,
    public_region,
    unmasked,
)
from lapor.rules.kinds import Audience, PlacePrecision
from lapor.rules.lifecycle import Move

CITY, OFFICE, OTHER, PROVINCE = 10, 11, 20, 5
PATHS = {CITY: "/10/", OFFICE: "/10/11/", OTHER: "/20/", PROVINCE: "/5/"}
AT_OFFICE = Standing("583720461", OFFICE, "/10/11/", PROVINCE, reporter_account_id=7)
SHIELDED = Standing(
    "583720461", 12, "/10/12/", PROVINCE, is_supervisory=True, copied_agency_ids=frozenset({OTHER})
)
COPIED = Standing("583720461", OFFICE, "/10/11/", PROVINCE, copied_agency_ids=frozenset({OTHER}))
AT_INSPECTORATE = Standing("583720461", 12, "/10/12/", PROVINCE)
AT_PROVINCE = Standing("583720461", PROVINCE, "/5/", 1)


def officer(role: Role, agency: int, path: str | None = None) -> Actor:
    path = path or PATHS[agency]
    return Actor(
        ActorKind.OFFICER, 99, "Petugas", (Desk(role, agency, "Instansi", path, int(path.split("/")[1])),)
    )


def at_inspectorate(role: Role) -> Actor:
    return Actor(ActorKind.OFFICER, 99, "Petugas", (Desk(role, 12, "Inspektorat", "/10/12/", 10, True),))


@pytest.mark.parametrize(
    ("actor", "report", "expected"),
    [
        (STRANGER, AT_OFFICE, set()),
        (SYSTEM, AT_OFFICE, {Relation.SYSTEM}),
        (Actor(ActorKind.REPORTER, 7), AT_OFFICE, {Relation.REPORTER}),
        (Actor(ActorKind.REPORTER, 8), AT_OFFICE, set()),
        (Actor(ActorKind.REPORTER, unlocked=frozenset({"583720461"})), AT_OFFICE, {Relation.REPORTER}),
        (officer(Role.AGENCY_DESK, CITY), AT_OFFICE, {Relation.DESK, Relation.TOP, Relation.ABOVE}),
        (officer(Role.AGENCY_DESK, OFFICE), AT_OFFICE, {Relation.DESK}),
        (officer(Role.LIAISON, CITY), AT_OFFICE, {Relation.UNIT, Relation.TOP}),
        (officer(Role.OVERSEER, CITY), AT_OFFICE, {Relation.OVERSEER}),
        (officer(Role.APPROVER, CITY), AT_OFFICE, {Relation.APPROVER}),
        (officer(Role.COORDINATOR, OTHER), COPIED, {Relation.COPIED}),
        (officer(Role.INSPECTORATE, OTHER), COPIED, set()),
        (officer(Role.INSPECTORATE, CITY), AT_OFFICE, set()),
        (at_inspectorate(Role.INSPECTORATE), AT_INSPECTORATE, {Relation.INSPECTORATE}),
        (officer(Role.SYSTEM_ADMINISTRATOR, OTHER), COPIED, set()),
        (
            officer(Role.COORDINATOR, PROVINCE),
            AT_PROVINCE,
            {Relation.COORDINATOR, Relation.DESK, Relation.TOP},
        ),
        (officer(Role.AGENCY_DESK, OTHER), SHIELDED, set()),
        (officer(Role.INSPECTORATE, OTHER), SHIELDED, set()),
        (officer(Role.LIAISON, OFFICE), AT_OFFICE, {Relation.UNIT}),
        (officer(Role.AGENCY_DESK, OTHER), AT_OFFICE, set()),
        (officer(Role.COORDINATOR, PROVINCE), AT_OFFICE, {Relation.COORDINATOR, Relation.ABOVE}),
        (officer(Role.COORDINATOR, OTHER), AT_OFFICE, set()),
        (officer(Role.NATIONAL_DESK, OTHER), AT_OFFICE, {Relation.NATIONAL, Relation.ABOVE}),
        (officer(Role.OVERSEER, CITY), AT_OFFICE, {Relation.OVERSEER}),
        (officer(Role.SYSTEM_ADMINISTRATOR, CITY), AT_OFFICE, set()),
        (officer(Role.AGENCY_DESK, CITY), SHIELDED, set()),
        (officer(Role.OVERSEER, CITY), SHIELDED, set()),
        (officer(Role.COORDINATOR, PROVINCE), SHIELDED, set()),
        (officer(Role.INSPECTORATE, 12, "/10/12/"), SHIELDED, {Relation.INSPECTORATE, Relation.TOP}),
        (at_inspectorate(Role.AGENCY_DESK), SHIELDED, {Relation.DESK, Relation.TOP}),
        (at_inspectorate(Role.APPROVER), SHIELDED, {Relation.APPROVER}),
        (at_inspectorate(Role.COORDINATOR), SHIELDED, set()),
        (at_inspectorate(Role.SYSTEM_ADMINISTRATOR), SHIELDED, set()),
        (officer(Role.NATIONAL_DESK, OTHER), SHIELDED, {Relation.NATIONAL, Relation.ABOVE}),
    ],
)
def test_relations(actor: Actor, report: Standing, expected: set[Relation]) -> None:
    assert relations(actor, report) == expected


def test_a_path_is_a_prefix_only_at_a_border() -> None:
    """Agency 1 is not above agency 10: "/1/" is no prefix of "/10/11/"."""
    assert relations(officer(Role.AGENCY_DESK, 1, "/1/"), AT_OFFICE) == set()


def test_one_may_not_act_by_role_alone() -> None:
    assert not relations(officer(Role.LIAISON, OTHER), AT_OFFICE)
    assert may(Move.FOLLOW_UP, {Relation.UNIT})
    assert not may(Move.VERIFY, {Relation.UNIT})
    assert not may(Move.FOLLOW_UP, {Relation.OVERSEER})


def test_who_verifies_may_mend_it_later_and_a_coordinator_approves_for_nobody() -> None:
    for move in (Move.VERIFY, Move.EDIT_PUBLIC_TEXT, Move.SET_PRIVACY):
        assert may(move, {Relation.INSPECTORATE})
    having = relations(officer(Role.COORDINATOR, PROVINCE), AT_OFFICE)
    assert may(Move.EXTEND, having)
    assert not may(Move.SEND_BACK, having)


def test_he_acts_for_the_holder_if_he_sits_there() -> None:
    above, at_holder = (officer(Role.AGENCY_DESK, place).desks[0] for place in (CITY, OFFICE))
    overseer = officer(Role.OVERSEER, OFFICE).desks[0]

    def acts_for(*desks: Desk, move: Move = Move.FOLLOW_UP) -> Desk | None:
        return acting_desk(Actor(ActorKind.OFFICER, 99, "Petugas", desks), AT_OFFICE, move)

    assert acts_for(above, at_holder) == acts_for(at_holder, above) == at_holder
    assert acts_for(overseer, above) == above, "a desk that may not do it does not count"
    assert acts_for(above, at_holder, move=Move.EXTEND) == above
    assert acts_for(overseer) is None


def test_audiences() -> None:
    assert audiences_for(()) == {Audience.PUBLIC}
    assert audiences_for({Relation.REPORTER}) == {Audience.PUBLIC, Audience.REPORTER}
    assert audiences_for({Relation.UNIT}) == set(Audience)


def test_reveal() -> None:
    assert may_reveal({Relation.UNIT}, is_anonymous=False)
    assert not may_reveal({Relation.UNIT, Relation.DESK}, is_anonymous=True)
    assert may_reveal({Relation.NATIONAL}, is_anonymous=True)
    assert not may_reveal({Relation.OVERSEER, Relation.COPIED, Relation.APPROVER}, is_anonymous=False)


@pytest.mark.parametrize(
    ("by_reporter", "was", "becomes", "allowed"),
    [
        (True, (True, True), (False, False), True),
        (False, (False, False), (True, False), True),
        (False, (True, False), (True, True), True),
        (False, (True, False), (False, True), False),
        (False, (True, True), (True, False), False),
    ],
)
def test_privacy_changes(
    by_reporter: bool, was: tuple[bool, bool], becomes: tuple[bool, bool], allowed: bool
) -> None:
    assert may_set_privacy(by_reporter=by_reporter, was=was, becomes=becomes) is allowed


@pytest.mark.parametrize(
    ("precision", "code"),
    [
        (PlacePrecision.PROVINCE, "13"),
        (PlacePrecision.REGENCY, "13.72"),
        (PlacePrecision.DISTRICT, "13.72.02"),
        (PlacePrecision.VILLAGE, "13.72.02.1003"),
        (PlacePrecision.POINT, "13.72.02.1003"),
    ],
)
def test_public_region(precision: PlacePrecision, code: str) -> None:
    assert public_region("13.72.02.1003", precision) == code


@pytest.mark.parametrize("value", ["081234567890", "siti@contoh.test", "abc", "Siti Rahmawati"])
def test_masked_values_are_known_as_such(value: str) -> None:
    assert is_masked(masked(value))
    assert value not in masked(value)


@pytest.mark.parametrize(
    ("typed", "stored", "meant"),
    [
        ("b•••@c•••.test", "budi@contoh.test", "budi@contoh.test"),
        ("b•••@gmail.com", "budi@contoh.test", None),
        ("b•••@c•••.test", "", None),
        ("baru@contoh.test", "budi@contoh.test", "baru@contoh.test"),
        ("", "budi@contoh.test", ""),
    ],
)
def test_a_mask_stands_for_its_value_only_as_a_whole(typed: str, stored: str, meant: str | None) -> None:
    assert unmasked(typed, stored) == meant
