"""The two forms of the one visibility rule agree: the queryset of lists, the relations of single reports."""

from datetime import date

import pytest

from lapor.queries.accounts.actor import actor_for
from lapor.queries.reports.facts import standing_of, with_facts
from lapor.records.accounts.account import Account
from lapor.records.reports.copy import Copy
from lapor.records.reports.report import Report
from lapor.rules.access import STRANGER, SYSTEM, Actor, Role, relations
from tests.builders.supervision import accusing, with_inspectorates
from tests.builders.world import World, at_office, received, reporter_of, routed, settled
from tests.steps.reports.test_return import disputed


@pytest.fixture
def crowd(world: World) -> dict[str, Actor]:
    """Every kind of asker there is."""
    with_inspectorates(world)
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
        ),
        "shielded at a ministry": accusing(world, "Kementerian"),
        "shielded below a ministry": accusing(world, "Itjen"),
        "shielded at a province": accusing(world, "Inspektorat Provinsi"),
        "shielded at the national desk": accusing(world, "Meja Nasional"),
        "shielded with a copy of before": _copied_before(world),
        "copied to an inspectorate": _copied_to(world, "Inspektorat"),
        "copied to a province": _copied_to(world, "Provinsi", to="Kementerian"),
        "copied to a ministry": _copied_to(world, "Kementerian"),
        "copied to the national desk": _copied_to(world, "Meja Nasional"),
        "held by a ministry": routed(world, to="Kementerian"),
        "held by a province": routed(world, to="Provinsi"),
        "of an inspectorate, not shielded": routed(world, to="Inspektorat"),
        "elsewhere": routed(world, to="Kota Padang"),
        "disputed": disputed(world),
    }


def _copied_to(world: World, agency: str, to: str = "Kota Padang") -> str:
    return routed(world, to=to, copy_agency_ids=(world.agencies[agency].pk,))


def _copied_before(world: World) -> str:
    code = accusing(world)
    agencies = [world.agencies["Dishub"], world.agencies["Inspektorat Provinsi"]]
    Copy.objects.bulk_create(
        [Copy(report=Report.everything.get(code=code), agency=agency, at=world.now) for agency in agencies]
    )
    return code


def test_list_and_single_read_agree_for_everybody(crowd: dict[str, Actor], reports: dict[str, str]) -> None:
    differing = []
    crowd = crowd | {f"browser of {name}": reporter_of(code) for name, code in reports.items()}
    for who, actor in crowd.items():
        listed = set(Report.objects.visible_to(actor).values_list("code", flat=True))
        for what, code in reports.items():
            report = with_facts(Report.everything.filter(code=code), STRANGER).get()
            single = bool(relations(actor, standing_of(report)))
            if single != (code in listed):
                differing.append((who, what, "single" if single else "listed"))
    assert differing == []


def test_everybody_sees_something_and_nobody_but_two_sees_all(
    crowd: dict[str, Actor], reports: dict[str, str]
) -> None:
    seen = {who: Report.objects.visible_to(actor).count() for who, actor in crowd.items()}
    assert {who for who, count in seen.items() if count == len(reports)} == {"nasional", "system"}
    assert {who for who, count in seen.items() if count == 0} == {"stranger", "sistem", "jalan"}
