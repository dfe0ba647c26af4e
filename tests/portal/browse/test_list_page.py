"""The public list: search, filters and paging at one address, without script."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from lapor.records.catalogue.category import Category
from lapor.records.places.region import Region
from lapor.rules.kinds import Kind
from lapor.steps.reports.set_privacy import set_privacy
from lapor.steps.reports.withdraw import withdraw_report
from tests.builders.looking import look, send, statements_of, words_of
from tests.builders.world import World, at_office, received, reporter_of, routed, settled

LIST = "/laporan/"


def test_a_row_says_what_where_who_and_until_when(world: World) -> None:
    code = at_office(world)
    page = look(world, LIST)
    words = words_of(page)
    assert f'href="/laporan/{code}/"' in page.content.decode()
    assert "Jalan Pandan Ujung berlubang" in words
    assert "5 hari kerja lagi PUPR · jawaban pertama · batas 25 Nov" in words
    assert "Tanjung Paku · Pengaduan · diterima 18 Nov" in words
    assert "1 laporan" in words


def test_what_is_not_for_everybody_is_nowhere(world: World) -> None:
    stays = routed(world, public_title="Lampu padam")
    unread, secret, hidden, taken = (
        received(world).code,
        routed(world, is_secret=True),
        routed(world),
        routed(world),
    )
    set_privacy(
        actor=reporter_of(hidden), code=hidden, is_anonymous=False, is_secret=True, now=world.later(hours=1)
    )
    withdraw_report(actor=reporter_of(taken), code=taken, now=world.later(hours=1))
    for address in (
        LIST,
        f"{LIST}?q=jalan",
        f"{LIST}?tempat=13.72",
        "/laporan/atom.xml",
        "/instansi/Kota Solok/",
        "/",
    ):
        page = look(world, address).content.decode()
        assert stays in page
        for code in (unread, secret, hidden, taken):
            assert code not in page, address


def test_nothing_found_offers_ways_on(world: World) -> None:
    assert "Belum ada laporan yang terbuka untuk umum" in words_of(look(world, LIST))
    routed(world)
    words = words_of(look(world, f"{LIST}?q=xylofon"))
    assert "Belum ada laporan yang cocok" in words
    assert "Lihat semua laporan publik" in words


def test_a_tracking_number_leads_to_its_report(world: World) -> None:
    code = routed(world)
    typed = f"LAPOR {code[:3]}-{code[3:6]} {code[6:]}"
    answer = look(world, f"{LIST}?q={typed}")
    assert (answer.status_code, answer["Location"]) == (302, f"/laporan/{code}/")


def test_a_form_leads_to_its_short_address(world: World) -> None:
    Region.objects.filter(code="13.72").update(label="Kota Solok, Sumatera Barat")
    answer = look(
        world,
        f"{LIST}?q=jalan&tempat=&tempat_text=kota+solok&instansi=&instansi_text=&kategori=&jenis=pengaduan"
        "&keadaan=&dari=2026-11-01&sampai=",
    )
    assert answer.status_code == 302
    query = parse_qs(urlsplit(answer["Location"]).query)
    assert query == {"q": ["jalan"], "tempat": ["13.72"], "jenis": ["pengaduan"], "dari": ["2026-11-01"]}
    words = words_of(look(world, answer["Location"]))
    assert "“jalan” (lepas saringan ini) Kota Solok, Sumatera Barat (lepas saringan ini) Pengaduan" in words


def test_a_name_that_fits_several_asks_which(world: World) -> None:
    for code, name in (("13.02", "Kabupaten Solok"), ("13.11", "Kabupaten Solok Selatan")):
        Region.objects.create(
            code=code, name=name, level="regency", parent_id="13", label=name, search=name.lower()
        )
    Region.objects.filter(code="13.72").update(search="solok, kota solok", label="Kota Solok")
    Region.objects.filter(code="13.02").update(search="solok, kabupaten solok")
    page = look(world, f"{LIST}?tempat=&tempat_text=solok")
    assert page.status_code == 200
    assert "Maksud Anda yang mana?" in words_of(page)
    chosen = look(world, f"{LIST}?tempat=&tempat_text=solok&tempat=13.02")
    assert chosen["Location"] == "/laporan/?tempat=13.02"


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("tempat_text=Atlantis", "Kami tidak mengenal tempat ini."),
        ("instansi_text=Xyzzy", "Kami tidak mengenal instansi ini."),
        ("dari=kemarin", "Tulis tanggal seperti 18/11/2026."),
        ("dari=0001-01-01", "Tahun ini tidak mungkin."),
        ("dari=2026-11-02&sampai=2026-11-01", "Tanggal akhir mendahului tanggal awal."),
        ("jenis=keluhan", "Pilihan ini tidak ada."),
        ("q=yang+di", "terlalu umum"),
    ],
)
def test_what_is_not_understood_is_said_and_the_list_still_shown(
    world: World, query: str, message: str
) -> None:
    code = routed(world)
    page = look(world, f"{LIST}?{query}")
    assert page.status_code == 200
    assert message in words_of(page)
    assert code in page.content.decode()


def test_filters_work_by_their_indonesian_words(world: World) -> None:
    category = Category.objects.create(code="jalan", name="Jalan", search="jalan")
    wish = routed(world, kind=Kind.ASPIRATION)
    done = settled(world)
    about = routed(world, category_code="jalan")
    everything = {wish, done, about}
    for query, expected in {
        "jenis=aspirasi": {wish},
        "keadaan=dinyatakan-selesai": {done},
        "keadaan=terlambat": set(),
        f"kategori={category.code}": {about},
        "instansi=PUPR": {done},
        "instansi=Kota+Solok": everything,
        "tempat=13.71": set(),
        "dari=2026-11-18&sampai=2026-11-18": {wish, done},
    }.items():
        page = look(world, f"{LIST}?{query}").content.decode()
        assert {code for code in everything if f"/laporan/{code}/" in page} == expected, query


def test_older_pages_follow_by_cursor_and_lead_back(world: World) -> None:
    codes = [routed(world) for _ in range(27)]
    first = look(world, LIST).content.decode()
    assert sum(f"/laporan/{code}/" in first for code in codes) == 25
    older = first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    second = look(world, older).content.decode()
    assert [code for code in codes if f"/laporan/{code}/" in second] == codes[:2]
    assert 'rel="prev" href="/laporan/"' in second
    assert "noindex" in second
    assert "noindex" not in first
    assert "offset" not in older


def test_the_place_looked_at_is_remembered_no_finer_than_the_city(world: World) -> None:
    routed(world)
    client = Client()
    look(world, f"{LIST}?tempat=13.72.02.1003", client)
    assert client.cookies["tempat"].value == "13.72"
    assert "Di sekitar Kota Solok" in words_of(look(world, "/", client))


@pytest.mark.parametrize("count", [1, 3, 25])
def test_the_list_costs_at_most_six_statements(world: World, count: int) -> None:
    category = Category.objects.create(code="jalan", name="Jalan", search="jalan")
    for _ in range(count):
        at_office(world)
    assert statements_of(world, LIST) <= 4
    filtered = f"{LIST}?q=pandan&tempat=13&instansi=PUPR&jenis=pengaduan&kategori={category.code}"
    assert statements_of(world, filtered) <= 6


def test_an_address_takes_no_post(world: World) -> None:
    assert send(world, LIST, {}).status_code == 405
    assert reverse("browse") == LIST
