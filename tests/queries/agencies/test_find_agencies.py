"""Finding agencies by typing."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lapor.queries.agencies.find_agencies import find_agencies
from lapor.records.agencies.agency import Agency
from lapor.rules.agencies import AgencyKind

pytestmark = pytest.mark.usefixtures("reference")
TANJUNG_PAKU = "13.72.02.1003"


def codes(text: str, **where: object) -> list[str]:
    return [agency.code for agency in find_agencies(text, **where)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "near", "code"),
    [
        ("pupr", TANJUNG_PAKU, "1372-1.03"),
        ("dinas pendidikan", TANJUNG_PAKU, "1372-1.01"),
        ("dinas pendidkan", TANJUNG_PAKU, "1372-1.01"),
        ("PLN", TANJUNG_PAKU, "P123"),
        ("kota solok", None, "1372"),
        ("pemkot solok", None, "1372"),
        ("dishub sumbar", None, "13-2.15"),
        ("rsud kab solok", None, "1302-1.02.2"),
        ("kemendagri", None, "P009"),
        ("menpan", None, "P038"),
        ("kementrian perhubungan", None, "P031"),
        ("kecamatan tebet", None, "317401"),
        ("pu", TANJUNG_PAKU, "1372-1.03"),
    ],
)
def test_the_likeliest_agency_comes_first(text: str, near: str | None, code: str) -> None:
    assert codes(text, near=near)[0] == code


def test_near_a_place_its_own_come_before_its_province_and_others() -> None:
    assert codes("dinas kesehatan", near=TANJUNG_PAKU)[:2] == ["1372-1.02", "13-1.02"]
    assert codes("dinas kesehatan", near="31.74")[0] == "31-1.02"


def test_without_text_the_nearest_are_listed() -> None:
    found = find_agencies("", near=TANJUNG_PAKU)
    assert found[0].code == "1372"
    assert {agency.region_code for agency in found} <= {"13.72", "13.72.02"}
    assert find_agencies("") == ()


def test_below_an_agency_only_what_hangs_under_it() -> None:
    city = Agency.objects.get(code="1372")
    hidden = Agency.objects.create(
        code="own",
        name="Bidang Bina Marga",
        search="bidang bina marga",
        kind=AgencyKind.UNIT,
        parent=city,
        path=f"{city.path}999999999/",
        is_listed=False,
    )
    assert codes("dinas pendidikan", below=city.pk) == ["1372-1.01"]
    assert codes("bina marga", below=city.pk) == [hidden.code]
    assert codes("bina marga", near=TANJUNG_PAKU) == []
    assert codes("bina marga", near=TANJUNG_PAKU, with_unlisted=True) == [hidden.code]
    assert "1372" not in codes("solok", below=city.pk)
    assert codes("solok", below=0) == []


def test_a_province_gives_down_to_its_cities_and_its_inspectorate_to_theirs() -> None:
    province = Agency.objects.get(code="13")
    assert "1372" not in codes("kota solok", below=province.pk)
    found = find_agencies("kota solok", below=province.pk, with_coordinated=True)
    assert found[0].code == "1372"
    own = Agency.objects.get(parent=province, kind=AgencyKind.INSPECTORATE)
    kinds = {line.kind for line in find_agencies("inspektorat", below=own.pk, with_coordinated=True)}
    assert kinds == {AgencyKind.INSPECTORATE}
    assert find_agencies("dinas", below=own.pk, with_coordinated=True) == ()


def test_retired_agencies_are_not_offered() -> None:
    assert codes("pln") == ["P123"]
    Agency.objects.filter(code="P123").update(is_active=False)
    assert codes("pln") == []


def test_a_line_tells_its_government() -> None:
    office, city = find_agencies("pupr", near="13.72")[0], find_agencies("pemkot solok")[0]
    assert (office.government, office.depth, office.is_generated) == ("Pemerintah Kota Solok", 1, True)
    assert (city.government, city.depth, city.is_generated) == ("", 0, False)
    assert office.root_id == city.id


@pytest.mark.parametrize("text", ["%", "_", "\\", "'", "zzqqxx", "x" * 5000, "a b c d e f g h i j k l"])
def test_odd_text_finds_nothing_and_breaks_nothing(text: str) -> None:
    assert isinstance(find_agencies(text), tuple)


def test_statements() -> None:
    with CaptureQueriesContext(connection) as made:
        find_agencies("pupr", near=TANJUNG_PAKU)
    assert len(made) == 1
