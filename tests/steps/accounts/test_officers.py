"""Inviting, granting, ending, closing: who may, what is refused, and that a link never opens too much."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from lapor.queries.accounts.actor import actor_for
from lapor.queries.agencies.staffing import is_staffed
from lapor.records.accounts.account import Account
from lapor.records.accounts.amendment import Amendment
from lapor.records.accounts.login_link import LoginLink
from lapor.records.accounts.membership import Membership
from lapor.records.agencies.agency import Agency
from lapor.records.agencies.decree import Decree
from lapor.rules.access import SYSTEM, Actor, ActorKind, Role
from lapor.rules.refusals import Forbidden, NotFound, Refused
from lapor.steps.accounts._grant import Grant
from lapor.steps.accounts._login_link import token_hash
from lapor.steps.accounts.create_officer import Invitation, NewOfficer, create_officer
from lapor.steps.accounts.deactivate_officer import deactivate_officer
from lapor.steps.accounts.end_membership import end_membership
from lapor.steps.accounts.grant_membership import grant_membership
from lapor.steps.accounts.reactivate_officer import reactivate_officer
from lapor.steps.accounts.renew_invitation import renew_invitation
from tests.builders.world import World

TODAY = date(2026, 11, 18)
LIAISON = Grant(agency_code="PUPR", role=Role.LIAISON, position="Sekretaris")
OFFICER = NewOfficer(name="Dewi Anggraini", email="Dewi@Solok.test", phone="0812 3456 7890", grant=LIAISON)


def invited(world: World, by: str = "solok", **changes: object) -> Invitation:
    details = replace(OFFICER, **changes)  # type: ignore[arg-type]
    return create_officer(actor=world.officers[by], details=details, now=world.now)


def role_of(world: World, who: str, agency: str, role: Role) -> Membership:
    return Membership.objects.get(
        account=world.officers[who].account_id, agency=world.agencies[agency], role=role
    )


def works(account_id: int, on: date = TODAY) -> list[tuple[str, str]]:
    return [(desk.role.value, desk.agency_name) for desk in actor_for(account_id, today=on).desks]


def test_an_invited_officer_can_come_in_once_and_works_there(world: World) -> None:
    invitation = invited(world)
    account = Account.objects.get(pk=invitation.account_id)
    assert (account.login, account.phone, account.name) == (
        "dewi@solok.test",
        "+6281234567890",
        "Dewi Anggraini",
    )
    assert not account.has_usable_password()
    assert works(account.pk) == [("liaison", "PUPR")]
    link = LoginLink.objects.get(account=account)
    assert link.token_hash == token_hash(invitation.token)
    assert link.expires_at == world.now + timedelta(days=3)
    told = list(Amendment.objects.order_by("id").values_list("subject", "deed"))
    assert told == [("officer", "added"), ("membership", "granted")]


def test_the_log_repeats_no_contact_data(world: World) -> None:
    invited(world)
    assert "dewi" not in str(list(Amendment.objects.values())).lower()


def test_an_officer_who_is_there_gets_the_role_but_no_link(world: World) -> None:
    """The link would open everything else his account may do to whoever invites him."""
    invitation = invited(world, email="dishub@contoh.test", name="Nama Lain")
    assert (invitation.token, invitation.is_new) == ("", False)
    assert not LoginLink.objects.exists()
    account = Account.objects.get(pk=invitation.account_id)
    assert account.name == "Petugas dishub"
    assert ("liaison", "PUPR") in works(account.pk)


@pytest.mark.parametrize("login", ["warga@contoh.test", "+6281111111111"])
def test_a_reporters_account_never_becomes_an_officers(world: World, login: str) -> None:
    Account.objects.create(
        login=login, email="warga@contoh.test", name="Siti Rahma", email_confirmed_at=world.now
    )
    with pytest.raises(Refused) as refused:
        invited(world, email="warga@contoh.test")
    assert (refused.value.reason, refused.value.field) == ("email_in_use", "email")
    assert "Siti" not in str(refused.value)


@pytest.mark.parametrize("login", ["warga@contoh.test", "+6281111111111"])
def test_whoever_only_typed_an_address_keeps_no_officer_out(world: World, login: str) -> None:
    Account.objects.create(login=login, email="warga@contoh.test", name="Siapa Saja")
    invitation = invited(world, email="warga@contoh.test")
    account = Account.objects.get(pk=invitation.account_id)
    assert (account.login, account.name, invitation.is_new) == ("warga@contoh.test", "Dewi Anggraini", True)
    assert works(account.pk) == [("liaison", "PUPR")]


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"name": "  "}, "officer_name_missing", "name"),
        ({"name": "x" * 121}, "line_too_long", "name"),
        ({"email": "dewi"}, "email_unreadable", "email"),
        ({"phone": "12"}, "phone_unreadable", "phone"),
        ({"grant": replace(LIAISON, position="x" * 121)}, "line_too_long", "position"),
        ({"grant": replace(LIAISON, valid_to=date(2026, 11, 17))}, "ends_before_start", "valid_to"),
        ({"grant": replace(LIAISON, decree_id=999)}, "decree_unknown", "decree"),
    ],
)
def test_what_cannot_be_stored_creates_no_account(
    world: World, changes: dict[str, object], reason: str, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        invited(world, **changes)
    assert (refused.value.reason, refused.value.field) == (reason, field)
    assert not Account.objects.filter(login="dewi@solok.test").exists()


@pytest.mark.parametrize(
    ("by", "agency", "role", "error"),
    [
        ("padang", "PUPR", Role.LIAISON, NotFound),
        ("pupr", "PUPR", Role.LIAISON, NotFound),
        ("provinsi", "Kota Solok", Role.AGENCY_DESK, NotFound),
        ("solok", "NASIONAL", Role.NATIONAL_DESK, NotFound),
        ("solok", "Provinsi", Role.COORDINATOR, NotFound),
        ("solok", "Kota Solok", Role.NATIONAL_DESK, Forbidden),
        ("solok", "Kota Solok", Role.COORDINATOR, Forbidden),
        ("solok", "PUPR", Role.INSPECTORATE, Forbidden),
        ("nasional", "Kota Solok", Role.NATIONAL_DESK, Forbidden),
    ],
)
def test_roles_that_are_not_his_to_give(
    world: World, by: str, agency: str, role: Role, error: type[Exception]
) -> None:
    with pytest.raises(error):
        invited(world, by, grant=replace(LIAISON, agency_code=agency, role=role))
    assert not Account.objects.filter(login="dewi@solok.test").exists()


def test_nobody_raises_himself(world: World) -> None:
    solok = world.officers["solok"]
    with pytest.raises(Refused) as refused:
        invited(world, email="solok@contoh.test", grant=replace(LIAISON, role=Role.OVERSEER))
    assert refused.value.reason == "own_role"
    with pytest.raises(Refused):
        grant_membership(
            actor=world.officers["nasional"],
            account_id=world.officers["nasional"].account_id or 0,
            grant=Grant(agency_code="NASIONAL", role=Role.SYSTEM_ADMINISTRATOR),
            now=world.now,
        )
    assert works(solok.account_id or 0) == [("agency_desk", "Kota Solok")]


def test_a_role_with_dates_and_decree(world: World) -> None:
    decree = Decree.objects.create(
        agency=world.agencies["Kota Solok"], number="SK 1", dated_on=date(2026, 1, 1)
    )
    grant = replace(
        LIAISON,
        role=Role.APPROVER,
        decree_id=decree.pk,
        valid_from=date(2026, 12, 1),
        valid_to=date(2026, 12, 31),
    )
    pupr = world.officers["pupr"].account_id or 0
    grant_membership(actor=world.officers["solok"], account_id=pupr, grant=grant, now=world.now)
    assert works(pupr) == [("liaison", "PUPR")]
    assert works(pupr, date(2026, 12, 1)) == [("liaison", "PUPR"), ("approver", "PUPR")]
    assert works(pupr, date(2027, 1, 1)) == [("liaison", "PUPR")]
    with pytest.raises(Refused) as refused:
        grant_membership(actor=world.officers["solok"], account_id=pupr, grant=grant, now=world.now)
    assert refused.value.reason == "role_held"
    with pytest.raises(Refused) as refused:
        # A decree of another tree.
        foreign = Decree.objects.create(
            agency=world.agencies["Kota Padang"], number="SK 2", dated_on=date(2026, 1, 1)
        )
        grant_membership(
            actor=world.officers["solok"],
            account_id=pupr,
            grant=replace(LIAISON, role=Role.OVERSEER, decree_id=foreign.pk),
            now=world.now,
        )
    assert refused.value.reason == "decree_unknown"


def test_a_stranger_to_the_tree_is_not_found(world: World) -> None:
    padang = world.officers["padang"].account_id or 0
    with pytest.raises(NotFound):
        grant_membership(actor=world.officers["solok"], account_id=padang, grant=LIAISON, now=world.now)
    with pytest.raises(NotFound):
        deactivate_officer(actor=world.officers["solok"], account_id=padang, now=world.now)


def test_ending_at_once_and_later(world: World) -> None:
    role = role_of(world, "pupr", "PUPR", Role.LIAISON)
    end_membership(
        actor=world.officers["solok"],
        membership_id=role.pk,
        last_day=date(2026, 11, 30),
        now=world.now,
    )
    assert works(role.account_id, date(2026, 11, 30)) == [("liaison", "PUPR")]
    assert works(role.account_id, date(2026, 12, 1)) == []
    end_membership(actor=world.officers["solok"], membership_id=role.pk, now=world.now)
    assert works(role.account_id) == []
    with pytest.raises(Refused) as refused:
        end_membership(actor=world.officers["solok"], membership_id=role.pk, now=world.now)
    assert refused.value.reason == "role_over"


def test_who_may_not_end_a_role(world: World) -> None:
    role = role_of(world, "pupr", "PUPR", Role.LIAISON)
    for who in ("padang", "dishub", "provinsi"):
        with pytest.raises(NotFound):
            end_membership(actor=world.officers[who], membership_id=role.pk, now=world.now)
    coordinator = Membership.objects.create(
        account_id=world.officers["pupr"].account_id,
        agency=world.agencies["Provinsi"],
        role=Role.AGENCY_DESK,
        valid_from=TODAY,
    )
    desk = actor_for(coordinator.account_id, today=TODAY)
    with pytest.raises(Forbidden):
        end_membership(
            actor=desk,
            membership_id=role_of(world, "provinsi", "Provinsi", Role.COORDINATOR).pk,
            now=world.now,
        )


def test_the_last_officer_of_a_desk_leaves_only_on_purpose(world: World) -> None:
    role = role_of(world, "solok", "Kota Solok", Role.AGENCY_DESK)
    nasional = world.officers["nasional"]
    with pytest.raises(Refused) as refused:
        end_membership(actor=nasional, membership_id=role.pk, now=world.now)
    assert (refused.value.reason, refused.value.field) == ("last_desk_officer", "confirmed")
    assert is_staffed(world.agencies["Kota Solok"].pk, {Role.AGENCY_DESK}, is_supervisory=False, today=TODAY)
    end_membership(actor=nasional, membership_id=role.pk, is_confirmed=True, now=world.now)
    assert not is_staffed(
        world.agencies["Kota Solok"].pk, {Role.AGENCY_DESK}, is_supervisory=False, today=TODAY
    )
    last = role_of(world, "nasional", "Meja Nasional", Role.NATIONAL_DESK)
    with pytest.raises(Refused) as refused:
        end_membership(actor=nasional, membership_id=last.pk, is_confirmed=True, now=world.now)
    assert refused.value.reason == "last_national_officer"


def test_closing_an_account_shuts_it_at_once(world: World) -> None:
    invitation = invited(world)
    account = invitation.account_id
    deactivate_officer(actor=world.officers["solok"], account_id=account, now=world.now)
    assert actor_for(account, today=TODAY).kind is ActorKind.STRANGER
    assert not LoginLink.objects.filter(expires_at__gt=world.now).exists()
    with pytest.raises(Refused) as refused:
        invited(world)
    assert refused.value.reason == "account_inactive"
    reactivate_officer(actor=world.officers["solok"], account_id=account, now=world.now)
    assert actor_for(account, today=TODAY).kind is ActorKind.REPORTER


def test_who_may_not_close_an_account(world: World) -> None:
    solok = world.officers["solok"]
    with pytest.raises(Refused) as refused:
        deactivate_officer(actor=solok, account_id=solok.account_id or 0, now=world.now)
    assert refused.value.reason == "own_account"
    Membership.objects.create(
        account_id=world.officers["pupr"].account_id,
        agency=world.agencies["Kota Padang"],
        role=Role.LIAISON,
        valid_from=TODAY,
    )
    with pytest.raises(Forbidden):
        deactivate_officer(actor=solok, account_id=world.officers["pupr"].account_id or 0, now=world.now)
    with pytest.raises(Refused) as refused:
        deactivate_officer(actor=world.officers["nasional"], account_id=solok.account_id or 0, now=world.now)
    assert refused.value.reason == "last_desk_officer"


def test_a_new_link_only_for_whoever_never_came(world: World) -> None:
    invitation = invited(world)
    token = renew_invitation(actor=world.officers["solok"], account_id=invitation.account_id, now=world.now)
    assert token != invitation.token
    alive = LoginLink.objects.filter(expires_at__gt=world.now)
    assert [link.token_hash for link in alive] == [token_hash(token)]
    LoginLink.objects.filter(pk=alive[0].pk).update(used_at=world.now)
    with pytest.raises(Refused) as refused:
        renew_invitation(actor=world.officers["solok"], account_id=invitation.account_id, now=world.now)
    assert refused.value.reason == "account_in_use"
    with pytest.raises(NotFound):
        renew_invitation(actor=world.officers["padang"], account_id=invitation.account_id, now=world.now)


def test_a_link_never_opens_what_is_not_the_inviters_to_give(world: World) -> None:
    """Invited by Padang, not yet signed in, then also trusted by Solok: Solok gets no link."""
    grant = replace(LIAISON, agency_code="Kota Padang")
    account = invited(world, "padang", grant=grant).account_id
    assert invited(world, "solok").account_id == account
    with pytest.raises(Forbidden):
        renew_invitation(actor=world.officers["solok"], account_id=account, now=world.now)


def test_the_server_makes_the_first_officer(world: World) -> None:
    grant = Grant(agency_code="NASIONAL", role=Role.NATIONAL_DESK)
    invitation = create_officer(actor=SYSTEM, details=replace(OFFICER, grant=grant), now=world.now)
    assert works(invitation.account_id) == [("national_desk", "Meja Nasional")]
    assert Amendment.objects.filter(account=None).count() == 2


def test_no_role_at_a_retired_agency(world: World) -> None:
    Agency.objects.filter(name="PUPR").update(is_active=False)
    with pytest.raises(Refused) as refused:
        invited(world)
    assert (refused.value.reason, refused.value.field) == ("agency_unknown", "agency")
    assert isinstance(world.officers["solok"], Actor)


def test_his_desks_stand_in_the_order_in_which_he_was_given_them(world: World) -> None:
    for agency in ("Kota Padang", "Dishub", "PUPR"):
        world.officer("banyak", agency, Role.LIAISON)
    # A row that was written again lies behind the others.
    Membership.objects.filter(account__login="banyak@contoh.test", agency__name="Kota Padang").update(
        valid_to=date(2030, 12, 31)
    )
    actor = actor_for(world.officers["banyak"].account_id, today=TODAY)
    assert [desk.agency_name for desk in actor.desks] == ["Kota Padang", "Dishub", "PUPR"]
    assert actor.desk is not None and actor.desk.agency_name == "Kota Padang"
