"""Agencies for everybody: found, walked, and shown with their team, doors and performance."""

import json
from datetime import date, timedelta

import pytest
from django.test import Client

from lapor.records.accounts.membership import Membership
from lapor.records.agencies.agency import Agency
from lapor.records.agencies.decree import Decree
from lapor.records.agencies.team_member import TeamMember
from lapor.records.statistics.statistics import Statistics
from tests.builders.looking import look, statements_of, words_of
from tests.builders.world import World, at_office, received, routed

LAST_MONDAY = date(2026, 11, 9)
CITY = "/instansi/Kota Solok/"


@pytest.fixture
def named(world: World) -> World:
    """The agencies with the words they are found by."""
    for agency in Agency.objects.all():
        Agency.objects.filter(pk=agency.pk).update(search=agency.name.lower())
    return world


def week(world: World, name: str, back: int = 0, **numbers: float) -> None:
    Statistics.objects.create(
        week_from=LAST_MONDAY - timedelta(weeks=back),
        agency=world.agencies[name],
        computed_at=world.now,
        **numbers,
    )


def test_the_tree_begins_with_its_tops(world: World) -> None:
    page = look(world, "/instansi/")
    words = words_of(page)
    assert "Laporan tanpa instansi dibaca lebih dulu oleh Meja Nasional" in words
    assert "Pemerintah provinsi (1)" in words
    assert 'href="/instansi/Provinsi/"' in page.content.decode()
    province = words_of(look(world, "/instansi/Provinsi/"))
    assert "Kabupaten dan kota (2) Kota Padang Kota Solok" in province
    assert "Dinas, badan, dan inspektorat (3)" in words_of(look(world, CITY))


def test_agencies_are_found_by_name_and_place(named: World) -> None:
    assert "PUPR" in words_of(look(named, "/instansi/?q=pupr"))
    found = words_of(look(named, "/instansi/?tempat=13.72"))
    assert "Yang berwenang di Kota Solok" in found
    assert found.index("Kota Solok Pemerintah kota") < found.index("Provinsi Pemerintah provinsi")
    beside = words_of(look(named, "/instansi/?q=kota&tempat=13.72"))
    assert beside.index("Kota Solok") < beside.index("Di tempat lain") < beside.index("Kota Padang")


def test_an_unknown_name_is_no_dead_end(named: World) -> None:
    words = words_of(look(named, "/instansi/?q=xyzzy"))
    assert "Tidak ada instansi dengan nama itu" in words
    assert "petugas yang mencarikan instansinya" in words
    assert "Kami tidak mengenal tempat ini." in words_of(look(named, "/instansi/?tempat_text=atlantis"))


def test_suggestions_answer_by_code(named: World) -> None:
    answer = look(named, "/instansi/cari/?q=pupr&dekat=1", headers={"Accept": "application/json"})
    assert json.loads(answer.content) == {
        "results": [{"value": "PUPR", "label": "PUPR", "detail": "Kota Solok"}]
    }
    assert "Instansi yang cocok" in words_of(
        look(named, "/instansi/cari/?q=pupr", headers={"Accept": "text/html"})
    )


def test_a_page_shows_doors_and_team(world: World) -> None:
    Agency.objects.filter(code="Kota Solok").update(
        address="Jalan Lubuk Sikarah 89",
        phone="0755 20000",
        email="aduan@solok.test",
        website="https://solok.test",
    )
    decree = Decree.objects.create(
        agency=world.agencies["Kota Solok"], number="SK 214", dated_on=date(2025, 3, 3)
    )
    TeamMember.objects.create(decree=decree, name="Yulia Fitri", position="Kepala Bagian", role="ketua")
    page = look(world, CITY)
    words = words_of(page)
    for told in (
        "Jalan Lubuk Sikarah 89",
        "0755 20000",
        "Yulia Fitri Kepala Bagian · ketua",
        "Keputusan SK 214",
    ):
        assert told in words
    assert 'href="https://solok.test"' in page.content.decode()
    assert 'href="/lapor/?instansi=Kota%20Solok"' in page.content.decode()
    assert "Laporan baru dibaca lebih dulu oleh Kota Solok, paling lambat Senin, 23 November" in words


def test_reporting_to_an_agency_begins_with_it_chosen(world: World) -> None:
    page = look(world, "/lapor/?instansi=Kota%20Solok").content.decode()
    assert f'name="agency" value="{world.agencies["Kota Solok"].pk}"' in page
    assert 'value="Kota Solok"' in page
    Agency.objects.filter(code="Dishub").update(is_active=False)
    for unknown in ("Dishub", "tidak-ada", "%1b"):
        assert look(world, f"/lapor/?instansi={unknown}").status_code == 200


def test_a_website_is_a_web_address_or_nothing(world: World) -> None:
    Agency.objects.filter(code="Kota Solok").update(website="javascript:alert(1)")
    assert "javascript:" not in look(world, CITY).content.decode()


def test_what_is_generated_says_so_until_it_is_confirmed(world: World) -> None:
    Agency.objects.filter(code="PUPR").update(is_generated=True)
    assert "Struktur umum, belum dikonfirmasi" in words_of(look(world, "/instansi/PUPR/"))
    Agency.objects.filter(code="PUPR").update(confirmed_at=world.now)
    words = words_of(look(world, "/instansi/PUPR/"))
    assert "belum dikonfirmasi" not in words
    assert "Dikonfirmasi 18 Nov" in words


def test_an_agency_without_an_officer_says_who_reads_instead(world: World) -> None:
    Membership.objects.filter(agency=world.agencies["Kota Padang"]).update(valid_to=date(2026, 1, 1))
    words = words_of(look(world, "/instansi/Kota Padang/"))
    assert "Belum ada petugas aktif." in words
    assert "Yang pertama membaca: Meja Nasional." in words
    assert "Belum ada petugas aktif." not in words_of(look(world, CITY))


def test_it_shows_what_it_holds_and_what_is_late(world: World) -> None:
    late = at_office(world)
    world.later(days=40)
    fresh, hidden = routed(world), received(world).code
    for address in (CITY, "/instansi/PUPR/"):
        page = look(world, address).content.decode()
        assert f'href="/laporan/{late}/"' in page
        assert "Lewat tenggat" in page
        assert hidden not in page
        assert (f'href="/laporan/{fresh}/"' in page) == (address == CITY)
    assert "Belum ada laporan publik" in words_of(look(world, "/instansi/Dishub/"))


def test_performance_is_drawn_and_said(world: World) -> None:
    assert "Angkanya belum dihitung" in words_of(look(world, CITY))
    week(world, "Kota Solok", back=1, received=5, answered_in_time=2, answered_late=3)
    week(
        world,
        "Kota Solok",
        received=8,
        answered_in_time=3,
        answered_late=1,
        late_now=2,
        open_now=6,
        rated=2,
        rating_sum=9,
    )
    page = look(world, CITY)
    words = words_of(page)
    assert "9–15 Nov 2026" in words
    assert "8 laporan masuk 75 dari 100" in words
    assert "2 terlambat, dari 6 yang terbuka" in words
    assert "Nilai dari pelapor: 4,5 dari 5 , 2 penilaian" in words
    assert page.content.decode().count('class="late"') == 2
    assert "Minggu terakhir: 3 tepat waktu, 1 terlambat." in page.content.decode()
    assert "Angkanya dihitung untuk seluruh Kota Solok, termasuk PUPR" in words_of(
        look(world, "/instansi/PUPR/")
    )


def test_the_latest_agencies_are_named(world: World) -> None:
    assert "Angkanya belum dihitung" in words_of(look(world, "/instansi/angka/"))
    Statistics.objects.create(week_from=LAST_MONDAY, agency=None, computed_at=world.now, late_now=5)
    assert "Tidak ada laporan terlambat" in words_of(look(world, "/instansi/angka/"))
    week(world, "Kota Solok", late_now=1, open_now=2)
    week(world, "Kota Padang", late_now=4, answered_in_time=1, answered_late=1)
    words = words_of(look(world, "/instansi/angka/"))
    assert words.index("Kota Padang 4") < words.index("Kota Solok 1")
    assert "50 dari 100" in words


def test_a_retired_agency_keeps_its_page_but_takes_no_report(world: World) -> None:
    Agency.objects.filter(code="Dishub").update(is_active=False)
    Membership.objects.filter(agency=world.agencies["Dishub"]).update(valid_to=date(2026, 1, 1))
    page = look(world, "/instansi/Dishub/")
    words = words_of(page)
    assert "Tidak aktif lagi" in words
    assert "Lapor ke instansi ini" not in words
    assert "tetap diterima" not in words
    assert "Petugas meneruskannya ke yang sekarang berwenang." in words
    assert 'href="/lapor/"' in page.content.decode()


def test_an_unknown_agency_is_not_found(client: Client, world: World) -> None:
    assert client.get("/instansi/tidak-ada/").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_an_agency_page_costs_the_same_for_few_and_many(world: World, count: int) -> None:
    for _ in range(count):
        at_office(world)
    assert statements_of(world, "/instansi/PUPR/") <= 16
    assert statements_of(world, CITY) <= 16
    assert statements_of(world, "/instansi/") <= 1


@pytest.mark.parametrize(
    ("hours", "told"), [(0.2, "dalam 1 jam"), (30.4, "dalam 30 jam"), (100.0, "dalam 4 hari")]
)
def test_how_fast_and_how_often_reporters_disagreed(world: World, hours: float, told: str) -> None:
    week(world, "Kota Solok", contested=3, median_answer_hours=hours)
    words = words_of(look(world, "/instansi/Kota Solok/"))
    assert f"Separuh jawaban pertama minggu itu datang {told} atau kurang." in words
    assert "3 kali pelapor menyanggah" in words


def test_without_answers_no_speed_is_told(world: World) -> None:
    week(world, "Kota Solok")
    words = words_of(look(world, "/instansi/Kota Solok/"))
    assert "Separuh jawaban" not in words
    assert "Tidak ada pelapor yang menyanggah minggu itu." in words


def test_an_office_leads_to_the_numbers_that_count_it(world: World) -> None:
    week(world, "Kota Solok")
    page = look(world, "/instansi/PUPR/")
    assert "/instansi/Kota%20Solok/#kinerja-judul" in page.content.decode()
    assert "termasuk PUPR" in words_of(page)
