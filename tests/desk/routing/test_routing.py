"""Handing reports on: down, back up, back as not ours, across, by decision, and many at once."""

from typing import Any

import pytest
from django.http import HttpResponse

from lapor.records.agencies.agency import Agency
from lapor.records.reports.event import Event
from lapor.rules.access import Role
from lapor.steps.reports.verify import verify_report
from lapor.steps.reports.withdraw import withdraw_report
from tests.builders.desk import at_desk, markup, read, then
from tests.builders.portal import standing_clock
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


def send(world: World, who: str, code: str, move: str, **typed: Any) -> HttpResponse:
    client = at_desk(world, who)
    client.raise_request_exception = False
    with standing_clock(world.now):
        return client.post(f"/meja/disposisi/{code}/{move}/", typed)


def said(world: World, who: str, answer: HttpResponse) -> str:
    with standing_clock(world.now):
        return read(then(at_desk(world, who), answer))


def form_of(world: World, who: str, code: str, move: str) -> HttpResponse:
    with standing_clock(world.now):
        return at_desk(world, who).get(f"/meja/disposisi/{code}/{move}/")


def key(world: World, name: str) -> int:
    return world.agencies[name].pk


def test_down_to_a_unit_with_a_word_for_each(world: World) -> None:
    code = routed(world)
    typed = {"to_agency": key(world, "PUPR"), "reason": "Jalan kota.", "instruction": "Segera, musim hujan."}
    answer = send(world, "solok", code, "ke-bawah", **typed)
    assert "sekarang di PUPR. Pelapor membaca siapa yang memegangnya dan mengapa." in said(
        world, "solok", answer
    )
    event = Event.objects.get(report=row(code), move="route_down")
    assert (event.note, event.internal_note) == ("Jalan kota.", "Segera, musim hujan.")


def test_only_what_lies_below_is_offered_and_taken(world: World) -> None:
    Agency.objects.filter(name="Dishub").update(search="dishub")
    Agency.objects.filter(name="Kota Padang").update(search="kota padang")
    code = routed(world)
    assert f"bawah={key(world, 'Kota Solok')}" in markup(form_of(world, "solok", code, "ke-bawah"))
    across = send(world, "solok", code, "ke-bawah", to_agency=key(world, "Kota Padang"), reason="Ke sana.")
    assert "Pilih instansi di bawah instansi Anda." in read(across, 422)
    typed = send(world, "solok", code, "ke-bawah", to_agency_text="kota padang", reason="Ke sana.")
    assert "Instansi ini tidak ditemukan." in read(typed, 422)
    assert send(world, "solok", code, "ke-bawah", to_agency_text="dishub", reason="Rambu.").status_code == 302
    assert row(code).held_by.name == "Dishub"


def test_officers_find_what_people_may_not_choose(world: World) -> None:
    Agency.objects.filter(name="Kota Padang").update(search="kota padang", is_listed=False)
    code = routed(world)
    answer = send(world, "nasional", code, "alihkan", to_agency_text="kota padang", reason="Di Padang.")
    assert answer.status_code == 302 and row(code).held_by.name == "Kota Padang"
    answer = send(
        world, "padang", code, "bukan-wewenang", to_agency=key(world, "Kota Padang"), reason="Tidak."
    )
    # The mistake leads to its field.
    assert 'href="#id_to_agency"' in markup(answer, 422)


def test_a_unit_hands_back_up(world: World) -> None:
    code = at_office(world)
    assert "Laporan kembali ke Kota Solok." in read(form_of(world, "pupr", code, "kembalikan"))
    answer = send(world, "pupr", code, "kembalikan", reason="Ini rambu, bukan jalan.")
    # It is no longer his to see: the page says that his step was kept, and no more.
    assert "langkah Anda tersimpan, dan laporan sudah pindah dari meja Anda" in said(world, "pupr", answer)
    assert row(code).held_by.name == "Kota Solok"


def test_not_ours_twice_ends_with_a_binding_decision(world: World) -> None:
    code = routed(world)
    bare = send(world, "solok", code, "bukan-wewenang", reason="Jalan provinsi.")
    assert "Pilih instansinya." in read(bare, 422)
    typed = {"to_agency": key(world, "Kota Padang"), "reason": "Jalan provinsi."}
    assert send(world, "solok", code, "bukan-wewenang", **typed).status_code == 302
    assert row(code).held_by.name == "Meja Nasional"
    world.later(hours=1)
    details = verification(world, "Kota Padang")
    verify_report(actor=world.officers["nasional"], code=code, details=details, now=world.now)
    assert "Pengembalian kedua diputuskan koordinator" in read(
        form_of(world, "padang", code, "bukan-wewenang")
    )
    world.later(hours=1)
    typed = {"to_agency": key(world, "Kota Solok"), "reason": "Bukan di Padang."}
    assert send(world, "padang", code, "bukan-wewenang", **typed).status_code == 302
    with standing_clock(world.now):
        words = read(at_desk(world, "provinsi").get("/meja/"))
    assert "Perlu saya 1" in words and "Putuskan kewenangan" in words
    # Whom the last one proposed is filled in.
    assert f'value="{key(world, "Kota Solok")}"' in markup(form_of(world, "provinsi", code, "putuskan"))
    world.later(hours=1)
    answer = send(
        world, "provinsi", code, "putuskan", to_agency=key(world, "Kota Solok"), reason="Jalan kota."
    )
    assert "diputuskan untuk Kota Solok, mengikat." in said(world, "provinsi", answer)
    again = send(world, "solok", code, "bukan-wewenang", to_agency=key(world, "PUPR"), reason="Bukan kami.")
    assert again.status_code == 409 and row(code).held_by.name == "Kota Solok"


def test_across_by_the_national_desk_only(world: World) -> None:
    code = in_progress(world)
    typed = {"to_agency": key(world, "Kota Padang"), "reason": "Ternyata di Padang."}
    assert send(world, "solok", code, "alihkan", **typed).status_code == 403
    answer = send(world, "nasional", code, "alihkan", **typed)
    assert "Kota Padang menjawab paling lambat" in said(world, "nasional", answer)


@pytest.mark.parametrize("move", ["ke-bawah", "kembalikan", "bukan-wewenang", "putuskan", "alihkan"])
def test_overseers_are_refused_and_strangers_learn_nothing(world: World, move: str) -> None:
    code = at_office(world)
    assert send(world, "pengawas", code, move).status_code == 403
    assert send(world, "padang", code, move).status_code == 404


def bulk(world: World, who: str, address: str, codes: list[str], **typed: Any) -> HttpResponse:
    client = at_desk(world, who)
    with standing_clock(world.now):
        return client.post(address, {"code": codes} | typed)


def test_many_are_checked_first_then_routed_each_with_its_own_answer(world: World) -> None:
    good, other = routed(world), routed(world)
    unread, foreign, ended = received(world).code, routed(world, "Kota Padang"), settled(world)
    codes = [good, unread, foreign, ended, other]
    with standing_clock(world.now):
        chosen = at_desk(world).get("/meja/disposisi/banyak/", {"code": [*codes, "x"], "dari": "q=jalan"})
    words = read(chosen)
    assert "2 dari 5 laporan dapat dikerjakan." in words
    assert "Laporan ini tidak ada, atau tidak lagi di meja Anda." in words
    assert "Keadaan laporan ini tidak memungkinkan langkah itu." in words
    # The reports of others are named by nothing but the number that was sent.
    assert words.count("Jalan Pandan Ujung berlubang") == 3
    typed = {"to_agency": key(world, "PUPR"), "reason": "Pemeliharaan jalan."}
    checked = read(bulk(world, "solok", "/meja/disposisi/banyak/", codes, **typed))
    assert "Kerjakan 2 laporan" in checked and row(good).held_by.name == "Kota Solok"
    done = read(bulk(world, "solok", "/meja/disposisi/banyak/", codes, kirim="1", **typed))
    assert "2 dari 5 laporan sudah dikerjakan." in done and done.count("Berhasil") == 2
    assert [row(code).held_by.name for code in (good, other, foreign)] == ["PUPR", "PUPR", "Kota Padang"]
    assert row(unread).state == "received"
    again = read(bulk(world, "solok", "/meja/disposisi/banyak/", [good], kirim="1", **typed))
    assert "0 dari 1 laporan sudah dikerjakan." in again


def test_many_need_an_agency_and_a_reason(world: World) -> None:
    code = routed(world)
    words = read(bulk(world, "solok", "/meja/disposisi/banyak/", [code], reason="", to_agency=""), 422)
    assert "Pilih instansinya." in words and "Dua hal perlu diperbaiki" in words


def test_the_national_desk_moves_many_across(world: World) -> None:
    code = routed(world)
    typed = {"to_agency": key(world, "Kota Padang"), "reason": "Ternyata di Padang.", "kirim": "1"}
    assert "1 dari 1" in read(bulk(world, "nasional", "/meja/disposisi/banyak/", [code], **typed))
    assert row(code).held_by.name == "Kota Padang"


def test_many_are_archived_for_one_reason(world: World) -> None:
    good, done = received(world).code, routed(world)
    address = "/meja/laporan/banyak/arsip/"
    with standing_clock(world.now):
        words = read(at_desk(world, "nasional").get(address, {"code": [good, done]}))
    assert "1 dari 2 laporan dapat dikerjakan." in words
    short = bulk(world, "nasional", address, [good, done], archive_reason="spam", words="ya")
    assert "Tulis penjelasannya" in read(short, 422)
    typed = {"archive_reason": "spam", "words": "Ini iklan, bukan laporan."}
    words = read(bulk(world, "nasional", address, [good, done], **typed))
    assert "1 dari 2 laporan sudah dikerjakan." in words and "Tidak jadi" in words
    assert (row(good).state, row(done).state) == ("archived", "routed")


def test_nothing_chosen_says_what_to_do(world: World) -> None:
    with standing_clock(world.now):
        assert "Belum ada laporan yang dipilih" in read(at_desk(world).get("/meja/disposisi/banyak/"))
        client = at_desk(world, "pengawas")
        client.raise_request_exception = False
        assert client.get("/meja/disposisi/banyak/").status_code == 403
        world.officer("penyetuju", "PUPR", Role.APPROVER)
        assert client.get("/meja/laporan/banyak/arsip/").status_code == 403


def test_down_and_across_ask_whether_somebody_works_there(world: World) -> None:
    code = routed(world)
    down = markup(form_of(world, "solok", code, "ke-bawah"))
    across = markup(form_of(world, "nasional", code, "alihkan"))
    assert f"/meja/verifikasi/{code}/janji/?kind=complaint&amp;turun=1" in down
    assert f"/meja/verifikasi/{code}/janji/?kind=complaint" in across and "turun" not in across
    assert "janji" not in markup(form_of(world, "solok", code, "bukan-wewenang"))


def test_what_is_late_to_return_is_refused_and_the_clock_shown(world: World) -> None:
    code = routed(world)
    world.later(days=3)
    typed = {"to_agency": key(world, "Kota Padang"), "reason": "Jalan provinsi."}
    assert send(world, "solok", code, "bukan-wewenang", **typed).status_code == 409
    with standing_clock(world.now):
        page = at_desk(world, "solok").get(f"/meja/laporan/{code}/")
    assert "bukan-wewenang" not in markup(page)
    assert "Pengembalian" in read(page)


def test_a_coordinator_moves_many_across(world: World) -> None:
    code = at_office(world)
    typed = {"to_agency": key(world, "Kota Padang"), "reason": "Ternyata di Padang.", "kirim": "1"}
    assert "1 dari 1" in read(bulk(world, "provinsi", "/meja/disposisi/banyak/", [code], **typed))
    assert row(code).held_by.name == "Kota Padang"


@pytest.mark.parametrize(
    ("who", "to", "is_supervisory", "why"),
    [
        ("solok", "Kota Padang", False, "Pilih instansi di bawah instansi Anda."),
        ("nasional", "Kota Solok", False, "Laporan ini sudah di instansi itu."),
        ("provinsi", "Kota Solok", False, "Laporan ini sudah di instansi itu."),
        ("nasional", "Kota Padang", True, "hanya dapat diteruskan ke inspektorat."),
        ("inspektur", "Kota Solok", True, "hanya dapat diteruskan ke inspektorat."),
    ],
)
def test_the_check_says_of_a_destination_what_the_work_would(
    world: World, who: str, to: str, is_supervisory: bool, why: str
) -> None:
    code = routed(world, "Inspektorat" if is_supervisory else "Kota Solok", is_supervisory=is_supervisory)
    typed = {"to_agency": key(world, to), "reason": "Ke sana."}
    for stage in ({}, {"kirim": "1"}):
        words = read(bulk(world, who, "/meja/disposisi/banyak/", [code], **typed, **stage))
        assert "0 dari 1" in words and why in words and "Kerjakan" not in words


def test_where_nothing_can_be_done_there_is_no_button_for_it(world: World) -> None:
    routes, archives = "/meja/disposisi/banyak/", "/meja/laporan/banyak/arsip/"
    with standing_clock(world.now):
        for address, code in ((routes, received(world).code), (archives, routed(world))):
            page = read(at_desk(world, "nasional").get(address, {"code": [code]}))
            assert "0 dari 1" in page and "Kembali ke daftar" in page
            assert "Kerjakan" not in page and "Periksa dulu" not in page


def test_what_its_reporter_left_is_archived_from_its_own_page(world: World) -> None:
    code = routed(world, "Inspektorat", is_supervisory=True)
    withdraw_report(actor=reporter_of(code), code=code, now=world.later(hours=1))
    address, typed = "/meja/laporan/banyak/arsip/", {"archive_reason": "spam", "words": "Bukan laporan."}
    with standing_clock(world.now):
        checked = read(at_desk(world, "inspektur").get(address, {"code": [code]}))
    for words in (checked, read(bulk(world, "inspektur", address, [code], **typed))):
        assert "0 dari 1" in words and "Pelapornya sudah mencabut laporan ini." in words
