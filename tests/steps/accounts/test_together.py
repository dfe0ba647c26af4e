"""Two officers at once: no desk is left empty by an accident, and an address gets one account."""

from collections.abc import Callable

import pytest

from lapor.queries.agencies.staffing import is_staffed
from lapor.records.accounts.account import Account
from lapor.records.accounts.membership import Membership
from lapor.rules.access import Role
from lapor.rules.refusals import Refused
from lapor.steps.accounts._grant import Grant
from lapor.steps.accounts.create_officer import NewOfficer, create_officer
from lapor.steps.accounts.deactivate_officer import deactivate_officer
from lapor.steps.accounts.end_membership import end_membership
from tests.builders.together import at_once
from tests.builders.world import World, small_world

pytestmark = pytest.mark.django_db(transaction=True)


def outcomes(*acts: Callable[[], object]) -> list[str]:
    """What came of each, in no order: "done" or the reason of its refusal."""
    return sorted(one.reason if isinstance(one, Refused) else "done" for one in at_once(*acts))


def two_at_one_desk() -> World:
    world = small_world()
    world.officer("kedua", "Kota Solok", Role.AGENCY_DESK)
    return world


def role_of(world: World, who: str) -> int:
    return Membership.objects.get(account=world.officers[who].account_id).pk


def test_two_who_end_each_others_role() -> None:
    world = two_at_one_desk()
    roles = {who: role_of(world, who) for who in ("solok", "kedua")}

    def end(by: str, of: str) -> Callable[[], None]:
        return lambda: end_membership(actor=world.officers[by], membership_id=roles[of], now=world.now)

    assert outcomes(end("solok", "kedua"), end("kedua", "solok")) == ["done", "last_desk_officer"]
    assert is_staffed(
        world.agencies["Kota Solok"].pk, {Role.AGENCY_DESK}, is_supervisory=False, today=world.now.date()
    )


def test_two_who_close_each_others_account() -> None:
    world = two_at_one_desk()

    def close(by: str, of: str) -> Callable[[], None]:
        account = world.officers[of].account_id or 0
        return lambda: deactivate_officer(actor=world.officers[by], account_id=account, now=world.now)

    assert outcomes(close("solok", "kedua"), close("kedua", "solok")) == ["done", "last_desk_officer"]
    assert is_staffed(
        world.agencies["Kota Solok"].pk, {Role.AGENCY_DESK}, is_supervisory=False, today=world.now.date()
    )


def test_two_who_invite_the_same_person() -> None:
    world = two_at_one_desk()

    def invite(by: str, agency: str) -> Callable[[], object]:
        grant = Grant(agency_code=agency, role=Role.LIAISON)
        details = NewOfficer(name="Dewi Anggraini", email="dewi@solok.test", grant=grant)
        return lambda: create_officer(actor=world.officers[by], details=details, now=world.now)

    assert outcomes(invite("solok", "PUPR"), invite("kedua", "PUPR")) == ["done", "role_held"]
    assert outcomes(invite("solok", "Dishub"), invite("kedua", "Inspektorat")) == ["done", "done"]
    account = Account.objects.get(login="dewi@solok.test")
    assert Membership.objects.filter(account=account).count() == 3


def test_one_address_invited_to_two_agencies_outcomes() -> None:
    world = two_at_one_desk()

    def invite(agency: str) -> Callable[[], object]:
        grant = Grant(agency_code=agency, role=Role.LIAISON)
        details = NewOfficer(name="Dewi Anggraini", email="dewi@solok.test", grant=grant)
        return lambda: create_officer(actor=world.officers["solok"], details=details, now=world.now)

    assert outcomes(invite("PUPR"), invite("Dishub"), invite("Bidang Jalan")) == ["done"] * 3
    assert Account.objects.filter(login="dewi@solok.test").count() == 1
