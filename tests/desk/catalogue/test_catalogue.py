"""The room for what holds for many reports: who changes what, previews, dated rows, days off."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client

from lapor.records.calendar.day_limit import DayLimit
from lapor.records.calendar.holiday import Holiday
from lapor.records.catalogue.category import Category
from lapor.records.catalogue.follow_up_template import FollowUpTemplate
from lapor.records.messages.template import NoticeTemplate
from lapor.records.places.region import Region
from lapor.steps.catalogue.add_category import add_category
from tests.builders.portal import browser_of, counted, standing_clock
from tests.builders.world import World

ROOM = "/meja/katalog/"


@pytest.fixture(autouse=True)
def _now(world: World) -> Iterator[None]:
    with standing_clock(world.now):
        yield


def at_desk(world: World, who: str = "nasional") -> Client:
    return browser_of(account_id=world.officers[who].account_id)


def page(browser: Client, path: str) -> str:
    return browser.get(ROOM + path).content.decode()


def test_each_desk_is_led_to_its_shelf(world: World) -> None:
    assert at_desk(world).get(ROOM)["Location"] == f"{ROOM}kategori/"
    assert at_desk(world, "solok").get(ROOM)["Location"] == f"{ROOM}templat/"
    assert "Teks pemberitahuan" not in page(at_desk(world, "solok"), "templat/")


@pytest.mark.parametrize(
    "path",
    [
        "kategori/tambah/",
        "kategori/jalan/",
        "pemberitahuan/",
        "pemberitahuan/reporter_verify/id/",
        "jangka-waktu/verification../",
    ],
)
def test_what_holds_for_everybody_is_the_national_desks(world: World, path: str) -> None:
    add_category(actor=world.officers["nasional"], name="Jalan", now=world.now)
    assert at_desk(world).get(ROOM + path).status_code == 200
    assert at_desk(world, "solok").get(ROOM + path).status_code == 403
    assert at_desk(world, "pupr").get(ROOM + path).status_code == 403
    assert Client().get(ROOM + path).status_code == 302


def test_categories_from_adding_to_retiring(world: World) -> None:
    browser = at_desk(world)
    assert "Belum ada" in page(browser, "kategori/")
    browser.post(f"{ROOM}kategori/tambah/", {"name": "Jalan", "parent": ""})
    answer = browser.post(f"{ROOM}kategori/tambah/", {"name": "Jalan berlubang", "parent": "jalan"})
    assert answer["Location"] == f"{ROOM}kategori/?induk=jalan"
    answer = browser.post(f"{ROOM}kategori/tambah/", {"name": "jalan", "parent": ""})
    assert (answer.status_code, "sudah ada di sini" in answer.content.decode()) == (422, True)
    path = f"{ROOM}kategori/jalan.jalan-berlubang/"
    browser.post(path, {"name": "Lubang di jalan", "parent": "jalan", "order": "3"})
    category = Category.objects.get(code="jalan.jalan-berlubang")
    assert (category.name, category.order, category.is_active) == ("Lubang di jalan", 3, False)
    assert "Tidak dipakai" in page(browser, "kategori/?induk=jalan")
    text = browser.get(path).content.decode()
    assert "<del>Jalan berlubang</del>" in text
    assert "Petugas nasional" in text
    assert browser.get(f"{ROOM}kategori/tidak-ada/").status_code == 404


def test_an_agencys_own_texts(world: World) -> None:
    FollowUpTemplate.objects.create(title="Umum", body="Terima kasih atas laporannya.")
    browser = at_desk(world, "solok")
    form = {
        "agency": "Kota Solok",
        "title": "Dijadwalkan",
        "body": "Kami datang [tanggal].",
        "is_active": "on",
    }
    browser.post(f"{ROOM}templat/tambah/", form)
    text = FollowUpTemplate.objects.get(title="Dijadwalkan")
    assert text.agency_id == world.agencies["Kota Solok"].pk
    listed = page(browser, "templat/")
    assert "Umum" in listed
    assert f"{ROOM}templat/{text.pk}/" in listed
    browser.post(f"{ROOM}templat/{text.pk}/", {"title": "Dijadwalkan", "body": "Kami datang [hari]."})
    text.refresh_from_db()
    assert (text.body, text.is_active) == ("Kami datang [hari].", False)
    assert at_desk(world, "padang").get(f"{ROOM}templat/{text.pk}/").status_code == 404
    assert "Dijadwalkan" not in page(at_desk(world, "padang"), "templat/")
    shared = FollowUpTemplate.objects.get(title="Umum").pk
    assert browser.get(f"{ROOM}templat/{shared}/").status_code == 404
    answer = browser.post(f"{ROOM}templat/tambah/", form | {"agency": "Kota Padang"})
    assert answer.status_code == 422


NOTICE = f"{ROOM}pemberitahuan/reporter_verify/id/"
WORDS = {"subject": "Laporan {nomor} diteruskan", "body": "Ke {instansi}.\nLihat {tautan} nomor {nomor}."}


def test_a_notice_is_previewed_before_it_becomes_a_version(world: World) -> None:
    browser = at_desk(world)
    text = browser.post(NOTICE, WORDS | {"lihat": "1"}).content.decode()
    assert "Laporan 583 720 461 diteruskan" in text
    assert "Ke Dinas PUPR Kota Solok." in text
    assert not NoticeTemplate.objects.exists()
    text = browser.post(NOTICE, WORDS | {"simpan": "1"}, follow=True).content.decode()
    assert "Tersimpan sebagai versi 1." in text
    browser.post(NOTICE, WORDS | {"subject": "Laporan {nomor} sudah dibaca", "simpan": "1"})
    text = browser.get(NOTICE).content.decode()
    assert "dipakai sekarang" in text
    assert "Laporan {nomor} diteruskan" in text, "the former version can be read"
    assert "sudah dibaca" in page(browser, "pemberitahuan/")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"body": "Halo {siapa}, {nomor} {tautan}", "simpan": "1"}, "kurung kurawal"),
        ({"body": "Halo {siapa}", "lihat": "1"}, "Kata ini tidak dikenal: siapa."),
        ({"body": "Tanpa tautan {nomor}", "simpan": "1"}, "Isi surat harus memuat {nomor} dan {tautan}."),
        ({"subject": "", "simpan": "1"}, "Tulis judul suratnya."),
    ],
)
def test_a_notice_that_cannot_be_sent_is_refused(world: World, changes: dict[str, str], words: str) -> None:
    answer = at_desk(world).post(NOTICE, WORDS | changes)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not NoticeTemplate.objects.exists()


def test_unknown_notices_are_not_found(world: World) -> None:
    for path in ("reporter_dances/id/", "reporter_verify/de/"):
        assert at_desk(world).get(f"{ROOM}pemberitahuan/{path}").status_code == 404


LIMIT = {
    "days": "7",
    "unit": "working_day",
    "valid_from": "2027-01-01",
    "valid_to": "",
    "legal_basis": "Permen X",
}


def test_a_limit_is_a_new_row_with_day_and_author(world: World) -> None:
    browser, path = at_desk(world), f"{ROOM}jangka-waktu/finish.aspiration./"
    before = DayLimit.objects.count()
    assert "Sekarang 5 hari kerja menurut PermenPANRB 62/2018." in browser.get(path).content.decode()
    browser.post(path, LIMIT)
    assert DayLimit.objects.count() == before + 1
    text = page(browser, "jangka-waktu/")
    assert "7\u00a0hari kerja" in text or "7 hari kerja" in text
    assert "dicatat Petugas nasional" in text
    answer = browser.post(path, LIMIT | {"valid_from": "2026-11-18"})
    assert (answer.status_code, "paling cepat besok" in answer.content.decode()) == (422, True)
    assert browser.get(f"{ROOM}jangka-waktu/pesta../").status_code == 404
    assert "/jangka-waktu/finish" not in page(at_desk(world, "solok"), "jangka-waktu/")


def test_a_day_off_for_ones_own_city(world: World) -> None:
    browser = at_desk(world, "solok")
    form = {"on": "2026-12-16", "name": "Hari jadi kota", "where": "13.72"}
    answer = browser.post(f"{ROOM}hari-libur/", form)
    assert answer["Location"] == f"{ROOM}hari-libur/?tahun=2026"
    day = Holiday.objects.get(region="13.72")
    assert (day.on, day.kind) == (date(2026, 12, 16), "local")
    assert "Hari jadi kota" in page(browser, "hari-libur/?tahun=2026")
    assert "Hari jadi kota" not in page(at_desk(world, "padang"), "hari-libur/?tahun=2026")
    answer = browser.post(f"{ROOM}hari-libur/", form)
    assert (answer.status_code, "sudah tercatat" in answer.content.decode()) == (422, True)
    answer = browser.post(f"{ROOM}hari-libur/", form | {"where": "13.71"})
    assert answer.status_code == 422
    assert at_desk(world, "padang").post(f"{ROOM}hari-libur/{day.pk}/cabut/").status_code == 404
    browser.post(f"{ROOM}hari-libur/{day.pk}/cabut/")
    assert "Hari jadi kota" not in page(browser, "hari-libur/?tahun=2026")


def test_the_national_desk_declares_for_all_or_for_one(world: World) -> None:
    browser = at_desk(world)
    form = {"on": "2026-12-17", "name": "Pemilihan", "where": "local", "wilayah_text": ""}
    answer = browser.post(f"{ROOM}hari-libur/", form)
    assert "Tulis nama provinsi, kabupaten, atau kotanya." in answer.content.decode()
    Region.objects.create(
        code="13.03",
        name="Kabupaten Solok",
        level="regency",
        parent_id="13",
        label="Kabupaten Solok, Sumatera Barat",
        search="solok",
    )
    Region.objects.filter(code="13.72").update(search="solok", label="Kota Solok, Sumatera Barat")
    answer = browser.post(f"{ROOM}hari-libur/", form | {"wilayah_text": "Solok"})
    assert "Kabupaten Solok, Sumatera Barat; Kota Solok, Sumatera Barat" in answer.content.decode()
    browser.post(f"{ROOM}hari-libur/", form | {"wilayah_text": "Kota Solok"})
    browser.post(f"{ROOM}hari-libur/", form | {"where": "national", "on": "2026-12-18"})
    found = Holiday.objects.filter(name="Pemilihan").order_by("on").values_list("region_id", "kind")
    assert list(found) == [("13.72", "local"), (None, "national")]


@pytest.mark.parametrize("path", ["kategori/", "templat/", "pemberitahuan/", "jangka-waktu/", "hari-libur/"])
def test_shelves_cost_the_same_however_full(world: World, path: str) -> None:
    for number in range(25):
        add_category(actor=world.officers["nasional"], name=f"Kategori {number}", now=world.now)
        FollowUpTemplate.objects.create(title=f"Templat {number}", body="Isi templat.")
        Holiday.objects.create(on=date(2026, 10, number + 1), name="Libur", kind="local", region_id="13.72")
    browser = at_desk(world)
    with counted() as statements:
        assert browser.get(ROOM + path).status_code == 200
    assert len(statements) <= 8, "\n".join(statements)
