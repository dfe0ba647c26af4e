"""Editing, confirming, adding, retiring agencies; who may; what is written down."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
from django.db import InternalError, transaction
from django.db.utils import IntegrityError

from lapor.queries.accounts.actor import actor_for
from lapor.records.accounts.amendment import Amendment
from lapor.records.agencies.agency import Agency
from lapor.rules.access import STRANGER, ActorKind
from lapor.rules.agencies import AgencyKind
from lapor.rules.refusals import Forbidden, NotFound, Refused
from lapor.steps.agencies._details import AgencyDetails
from lapor.steps.agencies.add_top_agency import add_top_agency
from lapor.steps.agencies.add_unit import add_unit
from lapor.steps.agencies.confirm_agencies import confirm_agencies
from lapor.steps.agencies.deactivate_agency import deactivate_agency
from lapor.steps.agencies.edit_agency import edit_agency
from lapor.steps.agencies.reactivate_agency import reactivate_agency
from tests.builders.world import World, at_office

DETAILS = AgencyDetails(
    name="Dinas Pekerjaan Umum Kota Solok",
    abbreviation="PUPR",
    address="Jalan Lubuk Sikarah 89",
    phone="(0755) 20041",
    email="pupr@solokkota.test",
    website="pupr.solokkota.go.id",
    closing_time=time(15, 30),
)


def row(world: World, name: str) -> Agency:
    return Agency.objects.get(pk=world.agencies[name].pk)


def lines(deed: str) -> list[Amendment]:
    return list(Amendment.objects.filter(deed=deed).order_by("id"))


def test_editing_stores_vouches_and_is_written_down(world: World) -> None:
    Agency.objects.filter(name="PUPR").update(is_generated=True)
    assert edit_agency(actor=world.officers["solok"], code="PUPR", details=DETAILS, now=world.now)
    agency = row(world, "PUPR")
    assert (agency.name, agency.website) == (DETAILS.name, "https://pupr.solokkota.go.id")
    assert (agency.is_generated, agency.confirmed_at, agency.closing_time) == (False, world.now, time(15, 30))
    assert agency.search == "dinas pekerjaan umum kota solok pupr pupr"
    (line,) = lines("edited")
    assert (line.account_id, line.agency_id) == (world.officers["solok"].account_id, agency.pk)
    assert line.changes["name"] == ["PUPR", DETAILS.name]
    assert line.changes["closing_time"] == ["16:00:00", "15:30:00"]
    assert "time_zone" not in line.changes


def test_editing_nothing_writes_nothing(world: World) -> None:
    edit_agency(actor=world.officers["solok"], code="PUPR", details=DETAILS, now=world.now)
    assert not edit_agency(actor=world.officers["solok"], code="PUPR", details=DETAILS, now=world.now)
    assert len(lines("edited")) == 1


@pytest.mark.parametrize("who", ["padang", "pupr", "provinsi", "pengawas", "inspektur"])
def test_others_learn_nothing_of_it(world: World, who: str) -> None:
    with pytest.raises(NotFound):
        edit_agency(actor=world.officers[who], code="PUPR", details=DETAILS, now=world.now)
    with pytest.raises(NotFound):
        edit_agency(actor=STRANGER, code="PUPR", details=DETAILS, now=world.now)
    assert row(world, "PUPR").name == "PUPR"


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"name": " \u200b "}, "agency_name_missing", "name"),
        ({"name": "x" * 251}, "line_too_long", "name"),
        ({"abbreviation": "x" * 61}, "line_too_long", "abbreviation"),
        ({"email": "pupr(at)solok"}, "email_unreadable", "email"),
        ({"website": "javascript:alert(1)"}, "website_unreadable", "website"),
        ({"website": "ftp://solok.test"}, "website_unreadable", "website"),
        ({"phone": "tanya saja"}, "agency_phone_unreadable", "phone"),
        ({"time_zone": "Europe/Berlin"}, "time_zone_unknown", "time_zone"),
        ({"closing_time": time(4, 0)}, "closing_too_early", "closing_time"),
    ],
)
def test_what_cannot_be_stored_is_said_at_its_field(
    world: World, changes: dict[str, object], reason: str, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        edit_agency(
            actor=world.officers["solok"],
            code="PUPR",
            details=replace(DETAILS, **changes),  # type: ignore[arg-type]
            now=world.now,
        )
    assert (refused.value.reason, refused.value.field) == (reason, field)
    assert row(world, "PUPR").name == "PUPR"


def test_confirming_many_at_once(world: World) -> None:
    Agency.objects.filter(name__in=["PUPR", "Dishub", "Bidang Jalan"]).update(is_generated=True)
    done = confirm_agencies(actor=world.officers["solok"], codes=("PUPR", "Dishub"), now=world.now)
    assert done == 2
    assert not row(world, "PUPR").is_generated
    assert row(world, "Bidang Jalan").is_generated
    assert {line.agency_id for line in lines("confirmed")} == {
        world.agencies["PUPR"].pk,
        world.agencies["Dishub"].pk,
    }
    assert confirm_agencies(actor=world.officers["solok"], codes=("PUPR",), now=world.now) == 0


def test_one_foreign_unit_spoils_the_whole_confirmation(world: World) -> None:
    Agency.objects.filter(name="PUPR").update(is_generated=True)
    with pytest.raises(NotFound):
        confirm_agencies(actor=world.officers["solok"], codes=("PUPR", "Kota Padang"), now=world.now)
    assert row(world, "PUPR").is_generated
    with pytest.raises(Refused):
        confirm_agencies(actor=world.officers["solok"], codes=(), now=world.now)


def test_a_new_unit_hangs_where_it_should(world: World) -> None:
    details = replace(DETAILS, name="Seksi Drainase", abbreviation="")
    code = add_unit(
        actor=world.officers["solok"],
        parent_code="PUPR",
        kind=AgencyKind.UNIT,
        details=details,
        now=world.now,
    )
    unit, parent = Agency.objects.get(code=code), row(world, "PUPR")
    assert code == "Kota Solok-u1"
    assert (unit.path, unit.root_id) == (f"{parent.path}{unit.pk}/", world.agencies["Kota Solok"].pk)
    assert (unit.region_id, unit.is_generated, unit.confirmed_at) == ("13.72", False, world.now)
    assert lines("added")[0].agency_id == unit.pk
    second = add_unit(
        actor=world.officers["nasional"],
        parent_code="Kota Solok",
        kind=AgencyKind.OFFICE,
        details=replace(details, name="Dinas Sosial"),
        now=world.now,
    )
    assert second == "Kota Solok-u2"


@pytest.mark.parametrize(
    ("parent", "kind", "name", "reason"),
    [
        ("PUPR", AgencyKind.OFFICE, "Dinas Baru", "kind_not_below"),
        ("PUPR", AgencyKind.MINISTRY, "Kementerian", "kind_not_below"),
        ("NASIONAL", AgencyKind.UNIT, "Seksi", "kind_not_below"),
        ("PUPR", AgencyKind.UNIT, "bidang jalan", "agency_name_taken"),
    ],
)
def test_units_that_cannot_be(world: World, parent: str, kind: AgencyKind, name: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        add_unit(
            actor=world.officers["nasional"],
            parent_code=parent,
            kind=kind,
            details=replace(DETAILS, name=name),
            now=world.now,
        )
    assert refused.value.reason == reason


def _added(world: World, **changes: object) -> str:
    words: dict[str, object] = {
        "actor": world.officers["nasional"],
        "kind": AgencyKind.MINISTRY,
        "details": replace(DETAILS, name="Kementerian Sungai"),
        "coordinator_code": "NASIONAL",
        "now": world.now,
    }
    return add_top_agency(**(words | changes))  # type: ignore[arg-type]


def test_the_national_desk_adds_the_top_of_a_tree(world: World) -> None:
    code = _added(world)
    agency = Agency.objects.select_related("coordinated_by").get(code=code)
    assert (agency.path, agency.root_id, agency.parent_id) == (f"/{agency.pk}/", agency.pk, None)
    assert (agency.coordinated_by.code, agency.is_shipped) == ("NASIONAL", False)
    (line,) = lines("added")
    assert (line.agency_id, line.changes["coordinated_by"]) == (agency.pk, ["", "Meja Nasional"])
    solok = replace(DETAILS, name="Pemerintah Kabupaten Singkarak")
    second = _added(
        world, kind=AgencyKind.REGENCY, details=solok, coordinator_code="Provinsi", region_code="13.72"
    )
    assert second != code
    assert Agency.objects.get(code=second).region_id == "13.72"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"kind": AgencyKind.OFFICE}, "kind_not_below"),
        ({"details": replace(DETAILS, name="kota solok")}, "agency_name_taken"),
        ({"coordinator_code": "PUPR"}, "coordinator_unknown"),
        ({"coordinator_code": ""}, "coordinator_unknown"),
        ({"region_code": "99"}, "place_unknown"),
    ],
)
def test_tops_that_cannot_be(world: World, changes: dict[str, object], reason: str) -> None:
    with pytest.raises(Refused) as refused:
        _added(world, **changes)
    assert refused.value.reason == reason


def test_nobody_else_adds_the_top_of_a_tree(world: World) -> None:
    for name in ("solok", "provinsi", "pupr"):
        with pytest.raises(Forbidden):
            _added(world, actor=world.officers[name])


def test_an_office_with_open_reports_stays(world: World) -> None:
    at_office(world)
    with pytest.raises(Refused) as refused:
        deactivate_agency(actor=world.officers["solok"], code="PUPR", now=world.now)
    assert refused.value.reason == "agency_holds_reports"
    with pytest.raises(Refused) as refused:
        deactivate_agency(actor=world.officers["nasional"], code="Kota Solok", now=world.now)
    assert refused.value.reason == "agency_has_units"


def test_whoever_decides_for_others_stays(world: World) -> None:
    with pytest.raises(Refused) as refused:
        deactivate_agency(actor=world.officers["nasional"], code="Provinsi", now=world.now)
    assert refused.value.reason == "agency_coordinates"


def test_retiring_ends_roles_at_once_and_nobody_retires_his_own(world: World) -> None:
    officer = world.officers["dishub"]
    with pytest.raises(Forbidden):
        deactivate_agency(actor=world.officers["padang"], code="Kota Padang", now=world.now)
    deactivate_agency(actor=world.officers["solok"], code="Dishub", now=world.now)
    agency = row(world, "Dishub")
    assert (agency.is_active, agency.confirmed_at) == (False, world.now)
    after = actor_for(officer.account_id, today=world.now.date())
    assert after.kind is ActorKind.REPORTER
    (line,) = lines("ended")
    assert (line.subject, line.agency_id) == ("membership", agency.pk)
    yesterday = (world.now - timedelta(days=1)).date().isoformat()
    assert line.changes == {
        "valid_to": [None, yesterday],
        "role": ["liaison", "liaison"],
        "account": [officer.account_id, officer.account_id],
    }
    reactivate_agency(actor=world.officers["solok"], code="Dishub", now=world.now)
    assert row(world, "Dishub").is_active
    assert actor_for(officer.account_id, today=world.now.date()).kind is ActorKind.REPORTER


def test_nothing_comes_back_below_what_is_retired(world: World) -> None:
    deactivate_agency(actor=world.officers["solok"], code="Bidang Jalan", now=world.now)
    deactivate_agency(actor=world.officers["solok"], code="PUPR", now=world.now)
    with pytest.raises(Refused) as refused:
        reactivate_agency(actor=world.officers["solok"], code="Bidang Jalan", now=world.now)
    assert refused.value.reason == "parent_inactive"


def test_the_log_is_final(world: World) -> None:
    edit_agency(actor=world.officers["solok"], code="PUPR", details=DETAILS, now=world.now)
    for write in (
        lambda: Amendment.objects.update(deed="added"),
        lambda: Amendment.objects.all().delete(),
    ):
        with pytest.raises((IntegrityError, InternalError)), transaction.atomic():
            write()
