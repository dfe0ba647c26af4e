"""Everybody who may knock: clients by role, signed in the way the threshold does it."""

from datetime import date

from django.test import Client

from lapor.queries.accounts.actor import actor_for
from lapor.queries.accounts.seal import seal_of
from lapor.records.accounts.account import Account
from lapor.records.reports.identity import ReporterIdentity
from lapor.rules.access import Actor, Role
from tests.builders.world import World

ROLES = (
    "stranger",
    "reporter",
    "citizen",
    "other citizen",
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
    """A client for each role; the reporter's browser has opened `codes`. See `citizen_owns`."""
    approver(world)
    world.officer("sistem", "Meja Nasional", Role.SYSTEM_ADMINISTRATOR)
    people = {name: client_of(actor.account_id) for name, actor in world.officers.items()}
    people["reporter"] = client_of(None, unlocked=codes)
    for name in ("citizen", "other citizen"):
        people[name] = client_of(account_of(f"{name.replace(' ', '.')}@contoh.test"))
    people["stranger"] = Client(raise_request_exception=False)
    return {role: people[role] for role in ROLES}


def approver(world: World) -> Actor:
    """The approving official of the office, named once."""
    return world.officers.get("penyetuju") or world.officer("penyetuju", "PUPR", Role.APPROVER)


def citizen_owns(codes: tuple[str, ...]) -> None:
    """These reports were told by the account of `citizen`."""
    identities = ReporterIdentity.objects.scoped("give the reports to a citizen of the tests")
    owner = account_of("citizen@contoh.test")
    assert identities.filter(report__code__in=codes).update(account=owner) == len(codes)


def account_of(login: str) -> int:
    account, _ = Account.objects.get_or_create(login=login, defaults={"email": login, "name": "Warga"})
    assert actor_for(account.pk, today=date(2026, 11, 18)).account_id == account.pk
    return int(account.pk)
