"""Loading the shipped reference data, again and as an upgrade."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db.models import F, TextField, Value
from django.db.models.functions import Concat

from lapor.records.accounts.account import Account
from lapor.records.accounts.membership import Membership
from lapor.records.agencies.agency import Agency
from lapor.records.calendar.day_limit import DayLimit
from lapor.records.calendar.holiday import Holiday
from lapor.records.calendar.reference_version import ReferenceVersion
from lapor.records.catalogue.category import Category
from lapor.records.catalogue.follow_up_template import FollowUpTemplate
from lapor.records.places.region import Region
from lapor.records.reports.report import Report
from lapor.rules.access import STRANGER
from lapor.rules.agencies import NATIONAL_DESK_CODE, AgencyKind
from lapor.rules.limits import DEFAULT_LIMITS
from lapor.steps.reference.load import DATASETS, Loaded, load_reference
from lapor.steps.reports.receive import receive_report
from tests.builders.reference import LOADED_AT, PROVINCES
from tests.builders.world import report_details

LATER = LOADED_AT + timedelta(days=100)


def load() -> dict[str, Loaded]:
    done = load_reference(progress=lambda name, share: None, now=LATER, provinces=PROVINCES)
    return {loaded.name: loaded for loaded in done}


def outdate(*names: str) -> None:
    """As if an older release had loaded these data sets."""
    assert ReferenceVersion.objects.filter(name__in=names).update(version="old") == len(names)


@pytest.mark.parametrize(
    ("code", "name", "label", "zone", "postal_code"),
    [
        (
            "13.72.02.1003",
            "Tanjung Paku",
            "Tanjung Paku, Tanjung Harapan, Kota Solok, Sumatera Barat",
            "Asia/Jakarta",
            "27324",
        ),
        ("31", "Daerah Khusus Ibukota Jakarta", "DKI Jakarta", "Asia/Jakarta", ""),
    ],
)
def test_regions_carry_label_zone_and_postal_code(
    reference: None, code: str, name: str, label: str, zone: str, postal_code: str
) -> None:
    region = Region.objects.get(code=code)
    assert (region.name, region.label, region.time_zone, region.postal_code) == (
        name,
        label,
        zone,
        postal_code,
    )
    assert region.latitude is not None
    assert region.longitude is not None


def test_only_the_asked_provinces_are_loaded(reference: None) -> None:
    assert set(Region.objects.filter(parent=None).values_list("code", flat=True)) == PROVINCES
    assert Region.objects.filter(code__startswith="13.72").count() == 1 + 2 + 13


def test_loading_again_changes_nothing(reference: None, django_assert_max_num_queries: object) -> None:
    with django_assert_max_num_queries(4 * len(DATASETS)):  # type: ignore[operator]
        done = load()
    assert [loaded.was_current for loaded in done.values()] == [True] * len(DATASETS)
    assert set(ReferenceVersion.objects.values_list("loaded_at", flat=True)) == {LOADED_AT}


def test_an_upgrade_restores_and_retires_what_is_ours(reference: None) -> None:
    Agency.objects.filter(code="1372-1.03").update(name="Lama", is_active=False)
    Agency.objects.create(code="1372-9.99", name="Gone", kind=AgencyKind.OFFICE, is_shipped=True)
    Region.objects.create(code="13.99", name="Gone", level="regency", parent_id="13", label="", search="")
    Region.objects.filter(code="13.72").update(name="Lama")
    Category.objects.create(code="gone", name="Gone", is_shipped=True)
    Holiday.objects.create(on="2026-02-27", name="Gone", kind="national", is_shipped=True)
    outdate("regions", "agencies", "categories", "holidays")

    done = load()

    assert {name for name, loaded in done.items() if not loaded.was_current} == {
        "regions",
        "agencies",
        "categories",
        "holidays",
    }
    office = Agency.objects.get(code="1372-1.03")
    assert (office.name, office.is_active) == ("Dinas Pekerjaan Umum dan Penataan Ruang Kota Solok", True)
    assert Region.objects.get(code="13.72").name == "Kota Solok"
    assert not Agency.objects.get(code="1372-9.99").is_active
    assert not Region.objects.get(code="13.99").is_active
    assert not Category.objects.get(code="gone").is_active
    assert not Holiday.objects.get(name="Gone").is_active
    assert ReferenceVersion.objects.get(name="regions").loaded_at == LATER


def test_an_upgrade_keeps_whoever_still_holds_reports_or_has_officers(reference: None) -> None:
    top = Agency.objects.get(code="1372")
    gone = {}
    for code in ("1372-9.91", "1372-9.92", "1372-9.93"):
        gone[code] = Agency.objects.create(
            code=code, name=code, kind=AgencyKind.OFFICE, parent=top, root=top, is_shipped=True
        )
    account = Account.objects.create(login="tinggal@contoh.test", name="Tinggal")
    Membership.objects.create(
        account=account, agency=gone["1372-9.91"], role="liaison", valid_from="2026-01-01"
    )
    details = report_details(region_code="13.72.02.1003")
    code = receive_report(actor=STRANGER, details=details, now=LATER).code
    rows = Report.objects.scoped("hand it to an agency that is shipped no longer").filter(code=code)
    rows.update(held_by=gone["1372-9.92"])
    outdate("agencies")

    assert load()["agencies"].kept == 2

    active = Agency.objects.filter(code__in=gone, is_active=True)
    assert set(active.values_list("code", flat=True)) == {"1372-9.91", "1372-9.92"}


def test_an_upgrade_leaves_what_somebody_confirmed_changed_or_made(reference: None) -> None:
    confirmed_at = datetime(2026, 2, 1, tzinfo=UTC)
    Agency.objects.filter(code="1372-1.03").update(name="Dinas PU Solok", confirmed_at=confirmed_at)
    Agency.objects.create(code="own", name="Own", kind=AgencyKind.UNIT)
    Category.objects.create(code="own", name="Own")
    Category.objects.filter(code="agama").update(name="Keagamaan", is_shipped=False)
    DayLimit.objects.filter(clock="verification").update(days=4)
    FollowUpTemplate.objects.filter(title="Penjelasan aturan").update(body="Milik kami", is_active=False)
    outdate("agencies", "categories", "limits", "follow_up_templates")

    load()

    assert Agency.objects.get(code="1372-1.03").name == "Dinas PU Solok"
    assert Agency.objects.get(code="own").is_active
    assert Category.objects.get(code="own").is_active
    assert Category.objects.get(code="agama").name == "Keagamaan"
    assert DayLimit.objects.get(clock="verification").days == 4
    assert FollowUpTemplate.objects.get(title="Penjelasan aturan").body == "Milik kami"


def test_a_part_of_the_country_retires_nothing_outside_it(reference: None) -> None:
    Region.objects.create(code="51", name="Bali", level="province", label="Bali", search="bali")
    Agency.objects.create(
        code="51", name="Bali", kind=AgencyKind.PROVINCE, region_id="51", is_shipped=True, is_active=True
    )
    outdate("regions", "agencies")

    load()

    assert Region.objects.get(code="51").is_active
    assert Agency.objects.get(code="51").is_active


def test_every_path_leads_from_the_root(reference: None) -> None:
    agencies = Agency.objects.annotate(
        expected=Concat(F("parent__path"), F("id"), Value("/"), output_field=TextField()),
        top_path=F("root__path"),
    )
    below = agencies.filter(parent__isnull=False)
    assert below.count() > 1000
    assert not below.exclude(path=F("expected")).exists()
    assert not agencies.filter(parent=None).exclude(root=F("id")).exists()
    assert not below.exclude(path__startswith=F("top_path")).exists()


def test_what_hangs_below_a_moved_agency_moves_with_it(reference: None) -> None:
    city, office = Agency.objects.get(code="1371"), Agency.objects.get(code="1372-1.03")
    unit = Agency.objects.create(code="own-unit", name="Bidang", kind=AgencyKind.UNIT, parent=office)
    Agency.objects.filter(pk=office.pk).update(parent=city, confirmed_at=LATER)
    outdate("agencies")

    load()

    unit.refresh_from_db()
    assert unit.path == f"{city.path}{office.pk}/{unit.pk}/"
    assert unit.root_id == city.pk


def test_coordination_leads_to_the_national_desk(reference: None) -> None:
    desk = Agency.objects.get(code=NATIONAL_DESK_CODE)
    city = Agency.objects.get(code="1372")
    assert city.coordinated_by == Agency.objects.get(code="13")
    assert Agency.objects.get(code="13").coordinated_by == desk
    assert Agency.objects.get(code="P031").coordinated_by == desk
    assert desk.coordinated_by is None
    tops = Agency.objects.filter(parent=None).exclude(pk=desk.pk)
    assert tops.count() > 200
    assert not tops.filter(coordinated_by=None).exists()


def test_cities_of_jakarta_are_units_of_the_province(reference: None) -> None:
    south = Agency.objects.get(code="3174")
    assert south.kind == AgencyKind.UNIT
    assert south.parent == Agency.objects.get(code="31")
    assert not south.children.filter(kind=AgencyKind.OFFICE).exists()
    assert Agency.objects.get(code="317401").parent == south


def test_offices_follow_the_level_of_their_government(reference: None) -> None:
    names = dict(Agency.objects.filter(code__in=["13-3.25", "1372-3.25"]).values_list("code", "name"))
    assert names == {
        "13-3.25": "Dinas Kelautan dan Perikanan Provinsi Sumatera Barat",
        "1372-3.25": "Dinas Perikanan Kota Solok",
    }
    assert not Agency.objects.filter(code="1372-3.28").exists()
    assert Agency.objects.get(code="1372-6.01").kind == AgencyKind.INSPECTORATE
    assert Agency.objects.get(code="1372-6.01").is_generated
    assert not Agency.objects.get(code="1372").is_generated


def test_only_observed_websites_are_loaded(reference: None) -> None:
    assert Agency.objects.get(code="P009").website == "https://kemendagri.go.id"
    assert Agency.objects.get(code="P001").website == ""


def test_limits_are_those_of_the_rules(reference: None) -> None:
    assert DayLimit.objects.count() == len(DEFAULT_LIMITS)
    finish = DayLimit.objects.get(clock="finish", is_supervisory=True)
    assert (finish.days, finish.unit, finish.kind) == (60, "working_day", "complaint")
