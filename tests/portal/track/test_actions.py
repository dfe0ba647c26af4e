"""What a reporter does on his page: each move once, with words and files, and mended where it went wrong."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lapor.records.reports.attachment import Attachment
from lapor.records.reports.event import Event
from lapor.rules.kinds import ArchiveReason, Kind
from lapor.steps.reports.archive import archive_report
from lapor.steps.reports.ask import ask_reporter
from lapor.steps.reports.close_by_silence import close_by_silence
from lapor.steps.reports.confirm import confirm_report
from lapor.steps.reports.verify import verify_report
from tests.builders.files import PDF, photo
from tests.builders.portal import browser_of, standing_clock
from tests.builders.world import (
    World,
    at_office,
    in_progress,
    received,
    reporter_of,
    routed,
    row,
    settled,
    verification,
)

pytestmark = pytest.mark.usefixtures("storage_folder")


@pytest.fixture
def asked(world: World) -> Iterator[str]:
    code = routed(world)
    ask_reporter(actor=world.officers["solok"], code=code, question="SD yang mana?", now=world.later(hours=1))
    with standing_clock(world.later(hours=1)):
        yield code


def last_event(code: str) -> Event:
    return Event.objects.filter(report__code=code).latest("number")


def test_an_answer_with_a_file(asked: str) -> None:
    browser = browser_of(asked)
    file = SimpleUploadedFile("foto.jpg", photo().read())
    answer = browser.post(
        f"/lacak/{asked}/jawab/", {"words": "SDN 05.", "key": str(uuid4()), "files": [file]}
    )
    assert answer.url == f"/lacak/{asked}/"
    page = browser.get(answer.url).content.decode()
    assert "Jawaban Anda terkirim." in page
    assert f'data-draft-done="jawab-{asked}"' in page
    assert "data-draft-done" not in browser.get(answer.url).content.decode()
    assert "Anda menjawab" in page
    assert row(asked).state == "routed"
    assert Attachment.objects.get(event=last_event(asked)).name == "foto.jpg"


def test_an_empty_answer_keeps_the_file(asked: str) -> None:
    browser, key = browser_of(asked), str(uuid4())
    file = SimpleUploadedFile("surat.pdf", PDF)
    answer = browser.post(f"/lacak/{asked}/jawab/", {"words": " ", "key": key, "files": [file]})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'href="#jawab_words"' in page
    assert "surat.pdf" in page
    assert f'name="key" value="{key}"' in page
    kept = str(Attachment.objects.get().key)
    browser.post(f"/lacak/{asked}/jawab/", {"words": "SDN 05.", "key": key, "files_kept": [kept]})
    assert last_event(asked).attachments.count() == 1


def test_a_file_beside_an_unsent_report_hides_none_of_its_files(asked: str) -> None:
    browser = browser_of(asked)
    first = SimpleUploadedFile("foto.jpg", photo().read())
    kept = browser.post("/lapor/berkas/", {"key": str(uuid4()), "files": [first]}).json()["thumbnail_url"]
    second = SimpleUploadedFile("surat.pdf", PDF)
    browser.post(f"/lacak/{asked}/jawab/", {"words": "", "key": str(uuid4()), "files": [second]})
    assert browser.get(kept).status_code == 200


def test_a_bad_file_keeps_the_words(asked: str) -> None:
    file = SimpleUploadedFile("a.exe", b"MZ" * 40)
    answer = browser_of(asked).post(f"/lacak/{asked}/jawab/", {"words": "SDN 05.", "files": [file]})
    assert answer.status_code == 422
    assert "SDN 05." in answer.content.decode()
    assert answer.content.decode().count("Jenis berkas ini tidak diterima") == 2
    assert 'href="#jawab_files"' in answer.content.decode() and 'id="jawab_files"' in answer.content.decode()


def test_words_outlive_a_report_that_changed_meanwhile(asked: str) -> None:
    browser = browser_of(asked)
    browser.post(f"/lacak/{asked}/jawab/", {"words": "SDN 05."})
    second = browser.post(f"/lacak/{asked}/jawab/", {"words": "Di seberang masjid."})
    assert second.status_code == 409
    assert "Di seberang masjid." in second.content.decode()
    assert "belum terkirim" in second.content.decode()


def test_files_outlive_a_report_that_changed_meanwhile(asked: str) -> None:
    """Also where nothing can be replied any more; and only what was filled in is said to be kept."""
    browser, file = browser_of(asked), SimpleUploadedFile("surat.pdf", PDF)
    browser.post(f"/lacak/{asked}/cabut/", {"words": ""})
    page = browser.post(f"/lacak/{asked}/balas/", {"words": "", "files": [file]})
    assert page.status_code == 409
    assert "surat.pdf" in page.content.decode() and "belum terkirim" in page.content.decode()
    rated = browser.post(f"/lacak/{asked}/nilai/", {"rating": "4", "outcome": "solved", "words": ""})
    assert rated.status_code == 409
    assert "Beginilah keadaannya sekarang." in rated.content.decode()
    assert "belum terkirim" not in rated.content.decode()
    half = browser.post(f"/lacak/{asked}/nilai/", {"rating": "", "words": "Cepat."})
    assert (half.status_code, "Cepat." in half.content.decode()) == (409, True)


def test_a_reply_stops_the_countdown(world: World) -> None:
    code = settled(world)
    with standing_clock(world.later(days=1)):
        browser_of(code).post(f"/lacak/{code}/balas/", {"words": "Aspalnya sudah retak lagi."})
    assert row(code).state == "in_progress"
    assert last_event(code).audience == "reporter"


def test_confirming_then_rating(world: World) -> None:
    code, browser = settled(world), None
    with standing_clock(world.later(days=1)):
        browser = browser_of(code)
        assert browser.post(f"/lacak/{code}/selesai/").url == f"/lacak/{code}/"
        assert row(code).state == "closed"
        wrong = browser.post(f"/lacak/{code}/nilai/", {"rating": "9", "outcome": "", "words": "Cepat."})
        assert wrong.status_code == 422
        assert "Pilih nilai 1 sampai 5." in wrong.content.decode()
        assert 'id="id_rating" aria-describedby="id_rating-error"' in wrong.content.decode()
        assert "Cepat." in wrong.content.decode()
        browser.post(f"/lacak/{code}/nilai/", {"rating": "5", "outcome": "solved", "words": "Cepat."})
        page = browser.get(f"/lacak/{code}/").content.decode()
    assert (row(code).rating, row(code).outcome) == (5, "solved")
    assert "Anda memberi nilai 5 dari 5" in page


def test_confirming_twice_is_told(world: World) -> None:
    code = settled(world)
    with standing_clock(world.later(days=1)):
        browser_of(code).post(f"/lacak/{code}/selesai/")
        assert browser_of(code).post(f"/lacak/{code}/selesai/").status_code == 409


def test_rating_before_closing_is_not_possible(world: World) -> None:
    code = settled(world)
    with standing_clock(world.later(days=1)):
        answer = browser_of(code).post(f"/lacak/{code}/nilai/", {"rating": "5", "outcome": "solved"})
    assert answer.status_code == 409
    assert row(code).rating is None


def test_contesting_with_reason_and_photo_goes_one_level_up(world: World) -> None:
    code = settled(world)
    with standing_clock(world.later(days=1)):
        browser = browser_of(code)
        asked = browser.get(f"/lacak/{code}/sanggah/").content.decode()
        assert "Naik ke Kota Solok" in asked
        assert "Hanya Anda dan petugas yang membacanya." in asked
        empty = browser.post(f"/lacak/{code}/sanggah/", {"words": ""})
        assert (empty.status_code, "Tulis alasannya dulu." in empty.content.decode()) == (422, True)
        file = SimpleUploadedFile("foto.jpg", photo().read())
        browser.post(f"/lacak/{code}/sanggah/", {"words": "Lubangnya masih ada.", "files": [file]})
    assert (row(code).state, row(code).held_by.name) == ("in_progress", "Kota Solok")
    assert last_event(code).attachments.count() == 1


def test_a_closed_report_is_contested_once(world: World) -> None:
    code = settled(world)
    confirm_report(actor=reporter_of(code), code=code, now=world.later(days=1))
    with standing_clock(world.later(days=1)):
        browser_of(code).post(f"/lacak/{code}/sanggah/", {"words": "Masalahnya kembali."})
    assert (row(code).state, row(code).is_contested_after_closing) == ("in_progress", True)


def test_objecting_to_archiving(world: World) -> None:
    code = received(world).code
    archive_report(
        actor=world.officers["nasional"],
        code=code,
        reason=ArchiveReason.NOT_PUBLIC_SERVICE,
        words="Bukan pelayanan publik.",
        now=world.later(hours=1),
    )
    with standing_clock(world.later(days=1)):
        browser = browser_of(code)
        assert "Bukan pelayanan publik." in browser.get(f"/lacak/{code}/keberatan/").content.decode()
        browser.post(f"/lacak/{code}/keberatan/", {"words": "Ini jalan umum."})
        assert row(code).state == "received"
        assert browser.get(f"/lacak/{code}/keberatan/").status_code == 302


def test_archived_as_reported_already_it_leads_to_the_other(world: World) -> None:
    code, public = received(world).code, routed(world)
    archive_report(
        actor=world.officers["nasional"],
        code=code,
        reason=ArchiveReason.ALREADY_REPORTED,
        words="Lubang yang sama sudah dilaporkan.",
        other_code=public,
        now=world.later(hours=1),
    )
    with standing_clock(world.later(days=1)):
        assert f'href="/laporan/{public}/"' in browser_of(code).get(f"/lacak/{code}/").content.decode()


def test_withdrawing_is_asked_once_more(world: World) -> None:
    code = in_progress(world)
    with standing_clock(world.later(days=1)):
        browser = browser_of(code)
        assert "Cabut laporan ini?" in browser.get(f"/lacak/{code}/cabut/").content.decode()
        assert row(code).state == "in_progress"
        browser.post(f"/lacak/{code}/cabut/", {"words": "Sudah beres sendiri."})
        page = browser.get(f"/lacak/{code}/").content.decode()
    assert row(code).archive_reason == "withdrawn"
    assert "Anda mencabut laporan ini." in page
    assert "Sudah beres sendiri." in page
    assert ">Anda, Kamis, 19 November" in page
    assert "otomatis" not in page
    assert "keberatan" not in page


def test_a_supervisory_complaint_is_left_and_goes_on(world: World) -> None:
    code = routed(world, to="Inspektorat", is_supervisory=True)
    with standing_clock(world.later(days=1)):
        browser = browser_of(code)
        asked = browser.get(f"/lacak/{code}/cabut/").content.decode()
        assert "memutuskan apakah pemeriksaan diteruskan tanpa Anda" in asked
        assert "Instansi berhenti menanganinya" not in asked
        assert browser.post(f"/lacak/{code}/cabut/", {"words": "Saya ditekan."}).status_code == 302
        page = browser.get(f"/lacak/{code}/").content.decode()
        assert browser.get(f"/lacak/{code}/cabut/").status_code == 302
    assert (row(code).state, row(code).is_withdrawn) == ("routed", True)
    assert "Anda mencabut laporan" in page and "Saya ditekan." in page
    assert f"/lacak/{code}/cabut/" not in page


def test_privacy_changes_both_ways(world: World) -> None:
    code = at_office(world)
    with standing_clock(world.later(hours=1)):
        browser = browser_of(code)
        for choice, flags in (("anonymous_secret", (True, True, False)), ("ordinary", (False, False, True))):
            assert browser.post(f"/lacak/{code}/privasi/", {"privacy": choice}).status_code == 302
            report = row(code)
            assert (report.is_anonymous, report.is_secret, report.is_published) == flags
        assert browser.post(f"/lacak/{code}/privasi/", {"privacy": "x"}).status_code == 422


def test_silence_is_told_as_silence(world: World) -> None:
    code = settled(world)
    close_by_silence(code=code, now=world.later(days=30))
    with standing_clock(world.later(hours=1)):
        page = browser_of(code).get(f"/lacak/{code}/").content.decode()
    assert "Tidak ada jawaban dari Anda sampai batas waktunya." in page


def test_a_rating_outlives_a_report_that_changed_meanwhile(world: World) -> None:
    code = settled(world)
    confirm_report(actor=reporter_of(code), code=code, now=world.later(hours=1))
    words = {"rating": "4", "outcome": "solved", "words": "Cepat, tapi berdebu."}
    with standing_clock(world.later(hours=1)):
        browser = browser_of(code)
        assert f'data-draft="nilai-{code}"' in browser.get(f"/lacak/{code}/").content.decode()
        rated = browser.post(f"/lacak/{code}/nilai/", words, follow=True)
        assert f'data-draft-done="nilai-{code}"' in rated.content.decode()
        again = browser.post(f"/lacak/{code}/nilai/", words | {"words": "Debunya masih ada."})
    assert again.status_code == 409
    assert "Debunya masih ada." in again.content.decode()
    assert "belum terkirim" in again.content.decode()


def test_an_information_request_is_made_formal_by_its_reporter(world: World) -> None:
    code = received(world, kind=Kind.INFORMATION_REQUEST).code
    details = verification(world, kind=Kind.INFORMATION_REQUEST)
    verify_report(actor=world.officers["nasional"], code=code, details=details, now=world.later(hours=1))
    browser = browser_of(code)
    with standing_clock(world.now):
        assert f"/lacak/{code}/resmi/" in browser.get(f"/lacak/{code}/").content.decode()
        form = browser.get(f"/lacak/{code}/resmi/").content.decode()
        assert "wajib menjawab dalam 10 hari kerja, dan boleh memperpanjangnya sekali 7 hari kerja" in form
        assert browser.post(f"/lacak/{code}/resmi/", {"words": ""}).status_code == 422
        assert browser.post(f"/lacak/{code}/resmi/", {"words": "Untuk skripsi."}).status_code == 302
        page = browser.get(f"/lacak/{code}/").content.decode()
    assert "Anda meminta informasi ini secara resmi" in page and "Untuk skripsi." in page
    assert f"/lacak/{code}/resmi/" not in page
    assert row(code).is_formal


@pytest.mark.parametrize("name", ["jawab", "balas", "nilai", "selesai"])
def test_a_page_that_came_of_a_post_is_left_for_the_report(world: World, name: str) -> None:
    """Reloaded, or gone back to: its address alone asks for nothing."""
    code = settled(world)
    with standing_clock(world.now):
        assert browser_of(code).get(f"/lacak/{code}/{name}/").url == f"/lacak/{code}/"


def test_what_was_typed_does_not_go_with_the_other_language(asked: str) -> None:
    browser = browser_of(asked)
    assert 'action="/bahasa/"' in browser.get(f"/lacak/{asked}/").content.decode()
    mended = browser.post(f"/lacak/{asked}/jawab/", {"words": ""})
    assert mended.status_code == 422
    assert 'action="/bahasa/"' not in mended.content.decode()
