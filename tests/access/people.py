"""Everybody who may knock: clients by role, signed in the way the threshold does it."""

from datetime import date

from django.test import Client

from lapor.queries.accounts.actor import actor_for
from lapor.queries.accounts.seal import seal_of
from lapor.records.accounts.account import Account
from lapor.rules.access import Role
from tests.builders.world import World

ROLES = (
    "stranger",
    "reporter",
    "nasional",
    "provinsi",
    "solok",
    "pupr",
    "penyetuju",
    "dishub",
    "inspektur",
    "padang",
    "pengawas",
    "sistem",
)


def client_of(account_id: int | None, *, unlocked: tuple[str, ...] = ()) -> Client:
    """A browser in which this account is signed in and these reports are unlocked."""
    client = Client(raise_request_exception=False)
    session = client.session
    if account_id is not None:
        session["account"], session["seal"] = account_id, seal_of(account_id)
    # Seen just now, wherever the test's clock stands.
    session["seen"] = 2**40
    if unlocked:
        session["unlocked"] = list(unlocked)
    session.save()
    return client


def everybody(world: World, codes: tuple[str, ...]) -> dict[str, Client]:
    """A client for each role; the reporter's browser has opened `codes`."""
    world.officer("penyetuju", "PUPR", Role.APPROVER)
    world.officer("sistem", "Meja Nasional", Role.SYSTEM_ADMINISTRATOR)
    people = {name: client_of(actor.account_id) for name, actor in world.officers.items()}
    people["reporter"] = client_of(None, unlocked=codes)
    people["stranger"] = Client(raise_request_exception=False)
    return {role: people[role] for role in ROLES}


def account_of(login: str) -> int:
    account, _ = Account.objects.get_or_create(login=login, defaults={"email": login, "name": "Warga"})
    assert actor_for(account.pk, today=date(2026, 11, 18)).account_id == account.pk
    return int(account.pk)
