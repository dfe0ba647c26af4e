"""The front page: one field that starts the report, the numbers as they are, and what is near."""

import gzip
from datetime import date
from pathlib import Path

import pytest
from django.db import OperationalError
from django.test import Client

import lapor.ui
from lapor.queries.calendar.limits import forget_limits
from lapor.records.calendar.day_limit import DayLimit
from lapor.records.places.region import Region
from lapor.records.statistics.statistics import Statistics
from lapor.ui import bundle
from tests.builders.looking import look, send, statements_of, words_of
from tests.builders.world import World, at_office, received, routed

BUDGET = 60_000
LAST_MONDAY = date(2026, 11, 9)


def week(world: World, **numbers: int) -> None:
    Statistics.objects.create(week_from=LAST_MONDAY, agency=None, computed_at=world.now, **numbers)


def test_the_one_field_starts_the_report(world: World) -> None:
    page = look(world, "/").content.decode()
    assert '<form method="post" action="/lapor/"' in page
    assert 'name="isi"' in page
    opened = send(world, "/lapor/", {"isi": "Lampu jalan padam di depan rumah."})
    assert opened.status_code == 200
    assert "Lampu jalan padam di depan rumah." in opened.content.decode()


def test_the_track_box_opens_a_report(world: World) -> None:
    receipt = received(world)
    assert '<form method="post" action="/lacak/"' in look(world, "/").content.decode()
    answer = send(world, "/lacak/", {"code": receipt.code, "access_code": receipt.access_code})
    assert (answer.status_code, answer["Location"]) == (302, f"/lacak/{receipt.code}/")


def test_before_the_first_week_no_number_is_claimed(world: World) -> None:
    words = words_of(look(world, "/"))
    assert "Angkanya belum ada." in words
    assert "laporan masuk" not in words


def test_last_week_tells_the_bad_numbers_too(world: World) -> None:
    week(world, received=11482, answered_in_time=71, answered_late=29, late_now=2316)
    words = words_of(look(world, "/"))
    assert "9–15 Nov 2026, seluruh Indonesia" in words
    assert "11.482 laporan masuk" in words
    assert "71 dari 100 jawaban pertama datang sebelum tenggat" in words
    assert "2.316 lewat tenggat pada akhir minggu itu. Lihat instansi mana" in words


def test_a_week_without_answers_is_not_called_perfect(world: World) -> None:
    week(world, received=3)
    words = words_of(look(world, "/"))
    assert "0 jawaban pertama ditulis minggu itu" in words
    assert "dari 100" not in words


def test_the_promised_days_come_from_the_limits(world: World) -> None:
    assert "paling lambat 5 hari kerja , penyelesaian 14 hari kerja" in words_of(look(world, "/"))
    DayLimit.objects.filter(clock="first_follow_up").update(days=7)
    DayLimit.objects.filter(clock="finish").delete()
    DayLimit.objects.filter(clock="verification").update(days=2)
    forget_limits()
    words = words_of(look(world, "/"))
    assert "Paling lambat 2 hari kerja." in words
    assert "14 hari kerja" not in words


def test_near_a_place_its_own_reports_are_shown(world: World) -> None:
    Region.objects.filter(code="13.72.02.1003").update(label="Tanjung Paku, Kota Solok, Sumatera Barat")
    code = at_office(world)
    near = look(world, "/?tempat=13.72")
    assert "Di sekitar Kota Solok" in words_of(near)
    assert f'href="/laporan/{code}/"' in near.content.decode()
    elsewhere = words_of(look(world, "/?tempat=13.71"))
    assert "Di tempat itu belum ada laporan publik." in elsewhere
    assert "Laporan terbaru" in elsewhere


def test_a_typed_place_is_resolved_and_remembered(world: World) -> None:
    routed(world)
    client = Client()
    assert "Di sekitar Kota Solok" in words_of(look(world, "/?tempat=&tempat_text=kota+solok", client))
    assert client.cookies["tempat"].value == "13.72"
    assert "Di sekitar Kota Solok" in words_of(look(world, "/", client))
    assert "Kami tidak mengenal tempat ini." in words_of(look(world, "/?tempat=&tempat_text=atlantis"))


@pytest.mark.parametrize("stored", ["99.99", "'; drop", "13.7", "1372", ""])
def test_a_spoilt_cookie_shows_the_newest(world: World, stored: str) -> None:
    client = Client()
    client.cookies["tempat"] = stored
    assert "Laporan terbaru" in words_of(look(world, "/", client)) or "Belum ada laporan" in words_of(
        look(world, "/", client)
    )


def test_only_doors_that_exist_are_shown(world: World) -> None:
    words = words_of(look(world, "/"))
    assert "Datang langsung" in words
    for later in ("WhatsApp", "SMS", "Telegram", "1708", "Twitter"):
        assert later not in words


def test_the_line_is_shown_by_an_example_that_says_so(world: World) -> None:
    words = words_of(look(world, "/"))
    assert "Ini contoh." in words
    assert "Dipegang oleh Dinas Lingkungan Hidup" in words


@pytest.mark.parametrize("count", [1, 3])
def test_the_front_page_costs_six_statements_at_most(world: World, count: int) -> None:
    week(world, received=1)
    for _ in range(count):
        routed(world)
    assert statements_of(world, "/?tempat=13.72") <= 6


def test_all_of_the_first_page_weighs_less_than_the_budget(world: World) -> None:
    for _ in range(6):
        routed(world)
    week(world, received=1, answered_in_time=1, late_now=3)
    static = Path(lapor.ui.__file__).parent / "static" / "ui"
    packed = [
        bundle.css("portal").encode(),
        bundle.css("public").encode(),
        bundle.js("portal").encode(),
        (static / "icons.svg").read_bytes(),
        (static / "favicon.svg").read_bytes(),
    ]
    # The page itself is counted as it stands: nobody promises that a proxy compresses it.
    as_it_is = len(look(world, "/").content) + (static / "inter.woff2").stat().st_size
    assert as_it_is + sum(len(gzip.compress(part)) for part in packed) <= BUDGET


def test_without_the_database_it_says_so_and_offers_to_try_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*args: object) -> None:
        raise OperationalError

    monkeypatch.setattr("lapor.portal.home.home.last_week", gone)
    page = look(world, "/?tempat=13.72")
    assert (page.status_code, page["Retry-After"]) == (503, "30")
    assert "Tidak ada laporan yang hilang." in words_of(page)
    assert 'href="/?tempat=13.72"' in page.content.decode()
