"""The decree's form, and its scan, which only colleagues get and only as a download."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lapor.records.agencies.decree import Decree
from tests.builders.files import PDF, storage_folder  # noqa: F401
from tests.builders.portal import browser_of, standing_clock
from tests.builders.world import World

PAGE = "/meja/instansi/PUPR/sk/"


@pytest.fixture(autouse=True)
def _now(world: World, storage_folder: Path) -> Iterator[None]:  # noqa: F811
    with standing_clock(world.now):
        yield


def at_desk(world: World, who: str = "solok") -> Client:
    return browser_of(account_id=world.officers[who].account_id)


def form(**changes: object) -> dict[str, object]:
    words: dict[str, object] = {
        "number": "SK 12/2026",
        "dated_on": "2026-01-05",
        "valid_to": "",
        "tim-TOTAL_FORMS": "3",
        "tim-INITIAL_FORMS": "0",
        "tim-0-name": "Andi Wijaya",
        "tim-0-role": "Ketua",
        "tim-1-name": "",
        "tim-2-name": "Budi",
    }
    return words | changes


def scan(content: bytes = PDF, name: str = "sk.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def recorded(world: World, **changes: object) -> Decree:
    answer = at_desk(world).post(PAGE, form(**changes))
    assert answer.status_code == 302, answer.content.decode()
    return Decree.objects.get()


def test_recorded_with_its_team_in_order(world: World) -> None:
    decree = recorded(world, file=scan())
    assert [member.name for member in decree.members.all()] == ["Andi Wijaya", "Budi"]
    page = at_desk(world).get("/meja/instansi/PUPR/").content.decode()
    assert "SK 12/2026" in page
    assert "Andi Wijaya" in page
    assert f"/meja/instansi/sk/{decree.pk}/berkas/" in page


def test_mistakes_are_named_and_nothing_is_kept(world: World) -> None:
    browser = at_desk(world)
    answer = browser.post(PAGE, form(number="", dated_on="kemarin"))
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Tulis nomor SK." in text
    assert "Tulis tanggal, misalnya 31-12-2026." in text
    assert 'value="Andi Wijaya"' in text
    answer = browser.post(PAGE, form(**{"tim-0-name": "", "tim-0-role": "Ketua"}))
    assert "Setiap anggota tim perlu nama." in answer.content.decode()
    answer = browser.post(PAGE, form(file=scan(b"<html><script>", "sk.html")))
    assert "Kirim SK sebagai PDF, JPG, atau PNG." in answer.content.decode()
    answer = browser.post(PAGE, form(file=scan(b"", "sk.pdf")))
    assert "Berkas ini kosong." in answer.content.decode()
    assert not Decree.objects.exists()


def test_corrected_without_losing_the_scan(world: World) -> None:
    decree = recorded(world, file=scan())
    page = at_desk(world).get(f"{PAGE}{decree.pk}/").content.decode()
    assert 'value="2026-01-05"' in page
    assert "Berkas yang tersimpan" in page
    before = decree.file.name
    at_desk(world).post(f"{PAGE}{decree.pk}/", form(number="SK 13/2026"))
    decree.refresh_from_db()
    assert (decree.number, decree.file.name) == ("SK 13/2026", before)


@pytest.mark.parametrize(
    ("who", "code"),
    [
        ("solok", 200),
        ("pupr", 200),
        ("dishub", 200),
        ("pengawas", 200),
        ("nasional", 200),
        ("provinsi", 200),
        ("padang", 404),
    ],
)
def test_who_may_read_the_scan(world: World, who: str, code: int) -> None:
    decree = recorded(world, file=scan())
    answer = at_desk(world, who).get(f"/meja/instansi/sk/{decree.pk}/berkas/")
    assert answer.status_code == code
    if code == 200:
        assert b"".join(answer.streaming_content) == PDF
        assert answer["Content-Disposition"].startswith("attachment")
        assert "sandbox" in answer["Content-Security-Policy"]
        assert "no-store" in answer["Cache-Control"]


def test_strangers_get_no_scan(world: World) -> None:
    decree = recorded(world, file=scan())
    assert Client().get(f"/meja/instansi/sk/{decree.pk}/berkas/").status_code == 302


def test_a_decree_without_scan_or_with_a_lost_one_is_not_found(world: World, storage_folder: Path) -> None:  # noqa: F811
    decree = recorded(world)
    assert at_desk(world).get(f"/meja/instansi/sk/{decree.pk}/berkas/").status_code == 404
    Decree.objects.update(file="decrees/hilang.pdf")
    assert at_desk(world).get(f"/meja/instansi/sk/{decree.pk}/berkas/").status_code == 404


def test_a_foreign_decree_is_not_found(world: World) -> None:
    decree = recorded(world)
    assert at_desk(world, "padang").get(f"/meja/instansi/Kota Padang/sk/{decree.pk}/").status_code == 404
