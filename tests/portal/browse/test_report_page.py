"""The page of one published report, and what stands there if it is not published."""

import pytest
from django.test import Client

from lapor.rules.attempts import SUPPORT_BY_PLACE
from lapor.rules.kinds import ArchiveReason, PlacePrecision
from lapor.steps.reports.archive import archive_report
from lapor.steps.reports.close_by_silence import close_by_silence
from lapor.steps.reports.confirm import confirm_report
from lapor.steps.reports.contest import contest_report
from lapor.steps.reports.follow_up import Answer, follow_up
from lapor.steps.reports.return_ import return_report
from lapor.steps.reports.set_privacy import set_privacy
from lapor.steps.reports.withdraw import withdraw_report
from tests.builders.looking import look, send, statements_of, words_of
from tests.builders.world import (
    World,
    at_office,
    extended,
    in_progress,
    received,
    reporter_of,
    routed,
    row,
    settled,
)


def test_it_tells_what_who_why_and_what_was_done(world: World) -> None:
    code = in_progress(world)
    words = words_of(look(world, f"/laporan/{code}/"))
    for told in (
        f"Laporan {code[:3]} {code[3:6]} {code[6:]} · Pengaduan · Tanjung Paku",
        "Jalan Pandan Ujung di depan SD berlubang besar.",
        "Dipegang oleh PUPR",
        "Mengapa instansi ini? Pemeliharaan jalan kota.",
        "Dibaca dan diteruskan ke Kota Solok",
        "Diteruskan ke PUPR",
        "Tim mengukur besok.",
        "Laporan diterima",
        "lewat situs",
    ):
        assert told in words, told


def test_nobody_reads_what_only_the_reporter_and_officers_read(world: World) -> None:
    code = settled(world)
    contest_report(
        actor=reporter_of(code), code=code, reason="Belum beres, rumah saya nomor 7", now=world.later(hours=1)
    )
    assert row(code).events.filter(note__contains="nomor 7").exists()
    page = look(world, f"/laporan/{code}/").content.decode()
    for secret in ("nomor 7", "Siti", "0812", "contoh.test", "Petugas pupr", "foto.jpg"):
        assert secret not in page
    assert "Pelapor menyanggah, diperiksa Kota Solok" in page


def test_what_is_not_published_answers_like_what_does_not_exist(world: World) -> None:
    secret = routed(world)
    set_privacy(actor=reporter_of(secret), code=secret, is_anonymous=False, is_secret=True, now=world.now)
    pages = []
    for code in (received(world).code, secret, "123456782"):
        page = look(world, f"/laporan/{code}/")
        assert page.status_code == 404
        pages.append(words_of(page).replace(code, ""))
    assert "Ini laporan Anda?" in pages[0]
    assert "supaya pelapor terlindung" in pages[0] or "salah ketik" in pages[2]
    assert pages[0] == pages[1]


def test_a_mistyped_number_is_called_mistyped(world: World) -> None:
    code = routed(world)
    wrong = code[:-1] + str((int(code[-1]) + 1) % 10)
    page = look(world, f"/laporan/{wrong}/")
    assert page.status_code == 404
    assert "Nomor ini salah ketik" in words_of(page)
    spaced = look(world, f"/laporan/{code[:3]}-{code[3:6]}-{code[6:]}/")
    assert spaced["Location"] == f"/laporan/{code}/"


def test_a_withdrawn_report_stays_with_its_reason(world: World) -> None:
    code = routed(world)
    withdraw_report(actor=reporter_of(code), code=code, reason="RAHASIA", now=world.now)
    page = look(world, f"/laporan/{code}/")
    assert page.status_code == 200
    assert "Mengapa tidak ditangani? Pelapor mencabut laporan ini." in words_of(page)
    assert "RAHASIA" not in page.content.decode()


def test_an_archived_report_names_who_is_competent(world: World) -> None:
    code = routed(world)
    return_report(
        actor=world.officers["solok"],
        code=code,
        reason="Sedang disidangkan.",
        proposed_agency_id=world.agencies["Provinsi"].pk,
        now=world.later(hours=1),
    )
    archive_report(
        actor=world.officers["nasional"],
        code=code,
        reason=ArchiveReason.COMPETENT_BODY_OUTSIDE,
        words="Perkara ini sedang disidangkan.",
        competent_body="Pengadilan Negeri Solok",
        now=world.later(hours=1),
    )
    words = words_of(look(world, f"/laporan/{code}/"))
    assert "Wewenang lembaga di luar LAPOR!. Perkara ini sedang disidangkan." in words
    assert "Yang berwenang: Pengadilan Negeri Solok" in words


def test_a_late_report_says_that_the_reason_is_missing(world: World) -> None:
    code = at_office(world)
    world.later(days=30)
    assert "PUPR belum menulis alasan." in words_of(look(world, f"/laporan/{code}/"))


def test_the_map_is_drawn_only_for_a_released_point(world: World) -> None:
    village = look(world, f"/laporan/{routed(world)}/").content.decode()
    assert "lp-place" not in village
    assert "geo:" not in village
    code = routed(world, public_precision=PlacePrecision.POINT)
    exact = look(world, f"/laporan/{code}/").content.decode()
    assert '<svg class="lp-place"' in exact
    assert "geo:-0.79,100.66" in exact


def test_sharing_needs_no_other_host_to_load(world: World) -> None:
    code = routed(world)
    page = look(world, f"/laporan/{code}/").content.decode()
    assert f'<link rel="canonical" href="http://127.0.0.1:8000/laporan/{code}/">' in page
    assert '<meta property="og:title" content="Jalan Pandan Ujung berlubang">' in page
    assert (
        f"https://wa.me/?text=Jalan%20Pandan%20Ujung%20berlubang%20http%3A//127.0.0.1%3A8000/laporan/{code}/"
        in page
    )
    loaded = [part.split('"')[1] for part in page.split(" src=")[1:]]
    assert all(address.startswith("/") for address in loaded)


def test_supporting_counts_a_browser_once(world: World) -> None:
    code, client = routed(world), Client()
    assert "Dukung laporan ini" in words_of(look(world, f"/laporan/{code}/", client))
    answer = send(world, f"/laporan/{code}/dukung/", {}, client)
    assert (answer.status_code, answer["Location"]) == (302, f"/laporan/{code}/")
    assert answer.cookies["pendukung"]["httponly"]
    words = words_of(look(world, f"/laporan/{code}/", client))
    assert "Anda mendukung laporan ini." in words
    assert "1 orang mendukung laporan ini." in words
    send(world, f"/laporan/{code}/dukung/", {}, client)
    assert look(world, f"/laporan/{code}/dukung/")["Location"] == f"/laporan/{code}/"
    assert row(code).supporter_count == 1
    send(world, f"/laporan/{code}/dukung/", {}, Client())
    assert row(code).supporter_count == 2


def test_what_is_not_published_cannot_be_supported(world: World) -> None:
    code = received(world).code
    assert send(world, f"/laporan/{code}/dukung/", {}).status_code == 404
    assert row(code).supporter_count == 0


def test_supporting_is_limited_by_place(world: World) -> None:
    code = routed(world)
    answers = [
        send(world, f"/laporan/{code}/dukung/", {}).status_code for _ in range(SUPPORT_BY_PLACE.times + 1)
    ]
    assert answers[-2:] == [302, 429]


def test_an_ended_report_is_not_supported_but_told_anew(world: World) -> None:
    code = routed(world)
    withdraw_report(actor=reporter_of(code), code=code, now=world.now)
    words = words_of(look(world, f"/laporan/{code}/"))
    assert "Dukung laporan ini" not in words
    assert "tulis laporan baru" in words


def test_neighbours_lead_on(world: World) -> None:
    code, near = at_office(world), at_office(world)
    page = look(world, f"/laporan/{code}/").content.decode()
    assert f'href="/laporan/{near}/"' in page
    assert "Di sekitar sini" in page


@pytest.mark.parametrize("events", [3, 30])
def test_thirty_events_cost_as_much_as_three(world: World, events: int) -> None:
    code = in_progress(world)
    for _ in range(events - 4):
        follow_up(
            actor=world.officers["pupr"], code=code, details=Answer(text="Masih bekerja."), now=world.now
        )
    routed(world)
    assert statements_of(world, f"/laporan/{code}/") <= 9


def test_a_closed_report_says_whether_its_reporter_agreed_or_kept_silent(world: World) -> None:
    agreed, silent = settled(world), settled(world)
    confirm_report(actor=reporter_of(agreed), code=agreed, now=world.later(hours=1))
    close_by_silence(code=silent, now=world.later(days=30))
    for code, line, row_words in (
        (agreed, "Pelapor menyatakan masalahnya selesai.", "PUPR, dikonfirmasi pelapor"),
        (silent, "pelapor tidak menjawab sampai batas waktunya.", "PUPR, pelapor tidak menjawab sampai"),
    ):
        words = words_of(look(world, f"/laporan/{code}/"))
        assert "Mengapa ditutup?" in words
        assert line in words
        assert "Berikutnya Tidak ada lagi yang perlu dilakukan" in words
        assert "Masih bisa" not in words
        assert row_words in words_of(look(world, "/laporan/"))


def test_an_extension_says_until_when_and_why(world: World) -> None:
    code = in_progress(world)
    extended(world, code)
    words = words_of(look(world, f"/laporan/{code}/"))
    assert "Tenggat diperpanjang sampai Selasa, 15 Des" in words
    assert "Menunggu aspal dari provinsi." in words


def test_the_form_begins_with_the_place_of_the_report(world: World) -> None:
    code = in_progress(world)
    assert 'href="/lapor/?tempat=13.72.02.1003"' in look(world, f"/laporan/{code}/").content.decode()
    form = look(world, "/lapor/?tempat=13.72.02.1003").content.decode()
    assert 'value="13.72.02.1003"' in form
    assert 'value="Tanjung Paku"' in form
    assert look(world, "/lapor/?tempat=99").status_code == 200
