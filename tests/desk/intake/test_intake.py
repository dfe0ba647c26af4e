"""An officer takes a report down: what is stored, under whose name, and what is refused."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lapor.records.accounts.account import Account
from lapor.records.agencies.agency import Agency
from lapor.records.reports.attachment import Attachment
from lapor.records.reports.event import Event
from lapor.records.reports.identity import ReporterIdentity
from lapor.records.reports.report import Report
from lapor.rules.lifecycle import State
from tests.builders.files import photo
from tests.builders.portal import TEXT, browser_of, counted, standing_clock
from tests.builders.world import START, World, row

ROOM = "/meja/terima/"


def told(**changes: object) -> dict[str, object]:
    """What the officer types for somebody who came to the counter."""
    words: dict[str, object] = {
        "key": str(uuid4()),
        "door": "counter",
        "text": TEXT,
        "kind": "complaint",
        "place": "13.72.02.1003",
        "place_text": "Tanjung Paku",
        "language": "id",
        "privacy": "ordinary",
    }
    return words | changes


@pytest.fixture(autouse=True)
def _now(world: World) -> Iterator[None]:
    with standing_clock(START):
        yield


def at_desk(world: World, who: str = "solok") -> Client:
    return browser_of(account_id=world.officers[who].account_id)


def taken_down(browser: Client, words: dict[str, object]) -> str:
    """The number of the report."""
    sent = browser.post(ROOM, words)
    assert sent.status_code == 302, sent.content.decode()
    assert sent["Location"].startswith(ROOM)
    assert sent["Location"].endswith("/tanda-terima/")
    return str(sent["Location"].split("/")[3])


def test_a_walk_in_is_stored_as_told_with_the_officer_in_its_history(world: World) -> None:
    words = told(
        street="Jalan Pandan Ujung",
        when="12-11-2026",
        name="Siti Rahma",
        phone="0812 3456 7890",
        email="siti@contoh.test",
        address="Gang Melati 3",
        language="en",
        agency=str(world.agencies["Kota Solok"].pk),
        agency_text="Kota Solok",
    )
    report = row(taken_down(at_desk(world), words))
    assert (report.door, report.state, report.text) == ("counter", State.RECEIVED, TEXT)
    assert (report.region_id, report.place_text, str(report.happened_on)) == (
        "13.72.02.1003",
        "Jalan Pandan Ujung",
        "2026-11-12",
    )
    assert report.held_by.name == "Kota Solok"
    event = Event.objects.get(report=report)
    officer = world.officers["solok"]
    assert (event.account_id, event.agency_id) == (officer.account_id, world.agencies["Kota Solok"].pk)
    identity = ReporterIdentity.everything.get(report=report)
    assert (identity.account_id, identity.told_to_id) == (None, officer.account_id)
    assert (identity.name, identity.phone, identity.email, identity.address, identity.language) == (
        "Siti Rahma",
        "+6281234567890",
        "siti@contoh.test",
        "Gang Melati 3",
        "en",
    )


@pytest.mark.parametrize("door", ["letter", "telephone"])
def test_letters_and_calls_say_so(world: World, door: str) -> None:
    assert row(taken_down(at_desk(world), told(door=door))).door == door


def test_the_form_opens_for_the_own_agency_and_for_the_next_of_a_pile(world: World) -> None:
    page = at_desk(world, "pupr").get(ROOM, {"lewat": "letter"}).content.decode()
    assert f'name="agency" value="{world.agencies["Kota Solok"].pk}"' in page
    assert 'value="letter" checked autofocus' in page.replace(' id="id_door_0"', "")
    assert 'name="agency" value=""' in at_desk(world, "nasional").get(ROOM).content.decode()


def test_what_an_inspectorate_takes_down_stays_closed_to_its_government(world: World) -> None:
    browser, own = at_desk(world, "inspektur"), world.agencies["Inspektorat"].pk
    assert f'name="agency" value="{own}"' in browser.get(ROOM).content.decode()
    report = row(taken_down(browser, told(agency=str(own), agency_text="Inspektorat")))
    assert (report.held_by_id, report.is_supervisory) == (own, True)
    assert at_desk(world, "solok").get(f"/meja/laporan/{report.code}/").status_code == 404


def test_a_scan_goes_with_the_report(world: World) -> None:
    scan = SimpleUploadedFile("surat.jpg", photo().read(), "image/jpeg")
    report = row(taken_down(at_desk(world), told(door="letter", files=scan)))
    assert [file.name for file in Attachment.objects.filter(report=report)] == ["surat.jpg"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"text": " "}, "Tulis apa yang disampaikan pelapor."),
        ({"text": "Rusak"}, "Tulis sedikit lebih banyak"),
        ({"text": "x" * 8001}, "paling banyak 8000"),
        ({"door": "web"}, "Pilih salah satu."),
        ({"place_text": "", "place": ""}, "Tulis tempat kejadian"),
        ({"place_text": "Antah Berantah", "place": ""}, "Tempat ini belum dikenal."),
        ({"when": "31-12-2030"}, "Tanggal ini belum terjadi."),
        ({"phone": "12"}, "Nomor ini tidak dikenal."),
        ({"email": "siti@"}, "Alamat surel ini belum lengkap."),
        ({"agency_text": "Dinas Khayal"}, "Instansi ini tidak ditemukan."),
        ({"privacy": "all"}, "Pilih salah satu."),
        ({"key": "x"}, "Muat ulang halaman ini"),
    ],
)
def test_what_can_be_mended_is_said_and_everything_typed_is_kept(
    world: World, wrong: dict[str, str], said: str
) -> None:
    answer = at_desk(world).post(ROOM, told(name="Siti & Rahma", street="Gang Melati") | wrong)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert 'value="Siti &amp; Rahma"' in page
    assert 'value="Gang Melati"' in page
    assert not Report.everything.exists()


def test_a_wrong_file_keeps_the_words_and_the_right_files(world: World) -> None:
    files = [
        SimpleUploadedFile("surat.jpg", photo().read(), "image/jpeg"),
        SimpleUploadedFile("x.exe", b"MZ" * 99, "image/jpeg"),
    ]
    answer = at_desk(world).post(ROOM, told(files=files))
    page = answer.content.decode()
    assert (answer.status_code, Report.everything.exists()) == (422, False)
    assert "Jenis berkas ini tidak diterima" in page
    assert TEXT in page


def test_sending_twice_is_sending_once_and_other_words_are_the_next_report(world: World) -> None:
    browser, words = at_desk(world), told()
    first = taken_down(browser, words)
    assert taken_down(browser, words) == first
    second = taken_down(browser, words | {"text": "Lampu jalan di Gang Melati mati sejak Senin."})
    assert second != first
    assert Report.everything.count() == 2


@pytest.mark.parametrize("who", ["nasional", "solok", "pupr", "inspektur"])
def test_whoever_takes_reports_down_may_come_in(world: World, who: str) -> None:
    assert at_desk(world, who).get(ROOM).status_code == 200


@pytest.mark.parametrize("who", ["pengawas", "provinsi"])
def test_other_officers_may_not(world: World, who: str) -> None:
    assert at_desk(world, who).get(ROOM).status_code == 403
    assert at_desk(world, who).post(ROOM, told()).status_code == 403
    assert not Report.everything.exists()


def test_strangers_and_reporters_do_not_come_in(world: World) -> None:
    stranger = browser_of().get(ROOM)
    assert (stranger.status_code, stranger["Location"].split("?")[0]) == (302, "/masuk/")
    account = Account.objects.create(login="warga@contoh.test", email="warga@contoh.test", name="Warga")
    assert browser_of(account_id=account.pk).post(ROOM, told()).status_code == 403
    assert not Report.everything.exists()


def test_what_it_costs(world: World) -> None:
    browser = at_desk(world)
    browser.get(ROOM)
    with counted() as opening:
        browser.get(ROOM)
    with counted() as receiving:
        taken_down(browser, told(name="Siti", email="siti@contoh.test"))
    assert (len(opening), len(receiving)) == (4, 16)


def test_what_people_may_not_choose_is_found_by_its_name(world: World) -> None:
    Agency.objects.filter(name="Kota Padang").update(search="kota padang", is_listed=False)
    code = taken_down(at_desk(world, "nasional"), told(agency="", agency_text="Kota Padang"))
    assert row(code).held_by.name == "Kota Padang"
