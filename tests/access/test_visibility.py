"""The two forms of the one visibility rule agree: the queryset of lists, the relations of single reports."""

from datetime import date

import pytest

from lapor.queries.accounts.actor import actor_for
from lapor.records.accounts.account import Account
from lapor.records.reports.copy import Copy
from lapor.records.reports.identity import ReporterIdentity
from lapor.records.reports.report import Report
from lapor.rules.access import STRANGER, SYSTEM, Actor, Permission, Role, may, relations
from lapor.steps._open import standing_of
from tests.builders.world import World, at_office, received, reporter_of, routed, settled
from tests.steps.reports.test_return import disputed


@pytest.fixture
def crowd(world: World) -> dict[str, Actor]:
    """Every kind of asker there is."""
    world.officer("penyetuju", "Dishub", Role.APPROVER)
    world.officer("jalan", "Bidang Jalan", Role.LIAISON)
    world.officer("sistem", "Meja Nasional", Role.SYSTEM_ADMINISTRATOR)
    world.officer("ganda", "Dishub", Role.LIAISON)
    world.officer("ganda", "Kota Padang", Role.OVERSEER)
    account = Account.objects.create(login="warga@contoh.test", email="warga@contoh.test", name="Warga")
    reporter = actor_for(account.pk, today=date(2026, 11, 18))
    return world.officers | {"stranger": STRANGER, "system": SYSTEM, "reporter": reporter}


@pytest.fixture
def reports(world: World, crowd: dict[str, Actor]) -> dict[str, str]:
    """Reports in every standing that matters."""
    return {
        "received": received(world).code,
        "received at a city": received(world, agency_id=world.agencies["Kota Solok"].pk).code,
        "of an account": received(world, actor=crowd["reporter"]).code,
        "at the office": at_office(world),
        "settled": settled(world),
        "copied": routed(world, copy_agency_ids=(world.agencies["Dishub"].pk,)),
        "secret": routed(world, is_secret=True, is_anonymous=True),
        "shielded": routed(
            world,
            to="Inspektorat",
            is_supervisory=True,
            copy_agency_ids=(world.agencies["Dishub"].pk,),
        ),
        "elsewhere": routed(world, to="Kota Padang"),
        "disputed": disputed(world),
    }


def _standing(code: str) -> object:
    report = Report.everything.select_related("held_by", "holder_root").get(code=code)
    owner = ReporterIdentity.everything.values_list("account_id", flat=True).get(report=report)
    standing = standing_of(report, owner)
    copied = frozenset(Copy.objects.filter(report=report).values_list("agency_id", flat=True))
    return type(standing)(
        code=standing.code,
        holder_id=standing.holder_id,
        holder_path=standing.holder_path,
        coordinator_id=standing.coordinator_id,
        reporter_account_id=standing.reporter_account_id,
        is_shielded=standing.is_shielded,
        copied_agency_ids=copied,
    )


def test_list_and_single_read_agree_for_everybody(crowd: dict[str, Actor], reports: dict[str, str]) -> None:
    differing = []
    crowd = crowd | {f"browser of {name}": reporter_of(code) for name, code in reports.items()}
    for who, actor in crowd.items():
        listed = set(Report.objects.visible_to(actor).values_list("code", flat=True))
        for what, code in reports.items():
            single = may(Permission.READ, relations(actor, _standing(code)))  # type: ignore[arg-type]
            if single != (code in listed):
                differing.append((who, what, "single" if single else "listed"))
    assert differing == []


def test_everybody_sees_something_and_nobody_but_two_sees_all(
    crowd: dict[str, Actor], reports: dict[str, str]
) -> None:
    seen = {who: Report.objects.visible_to(actor).count() for who, actor in crowd.items()}
    assert {who for who, count in seen.items() if count == len(reports)} == {"nasional", "system"}
    assert {who for who, count in seen.items() if count == 0} == {"stranger", "sistem", "jalan"}
