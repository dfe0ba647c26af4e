"""A step that can't be done says why, tells nobody more than he may know, and gives every word back."""

from dataclasses import replace
from typing import Any

import pytest
from django.http import HttpResponse

from lapor.records.reports.event import Event
from lapor.rules.access import ActorKind, Role
from lapor.rules.kinds import ArchiveReason
from lapor.steps.reports.archive import archive_report
from lapor.steps.reports.note import add_note
from lapor.steps.reports.verify import verify_report
from tests.builders.desk import at_desk, markup, read
from tests.builders.portal import standing_clock
from tests.builders.world import World, at_office, in_progress, received, routed, row, verification


def send(world: World, who: str, address: str, **typed: Any) -> HttpResponse:
    client = at_desk(world, who)
    client.raise_request_exception = False
    with standing_clock(world.now):
        return client.post(f"/meja/{address}/", typed)


def test_who_reported_with_his_account_learns_nothing_of_the_inside(world: World) -> None:
    officer = world.officers["solok"]
    code = received(world, actor=replace(officer, kind=ActorKind.REPORTER, desks=())).code
    details = verification(world, "Kota Padang")
    verify_report(actor=world.officers["nasional"], code=code, details=details, now=world.later(hours=1))
    add_note(actor=world.officers["padang"], code=code, text="Pelapornya cerewet.", now=world.later(hours=1))
    for move in ("catatan", "tindak-lanjut"):
        words = read(send(world, "solok", f"laporan/{code}/{move}", text="Kata-kata saya."), 404)
        assert "Laporan ini tidak ada di meja Anda" in words and "Kata-kata saya." in words
        assert "padang" not in words and "nasional" not in words and "cerewet" not in words


def test_who_only_reads_a_copy_by_now_keeps_his_words(world: World) -> None:
    world.officer("nadia", "Kota Solok", Role.AGENCY_DESK)
    code = received(world, agency_id=world.agencies["Kota Solok"].pk).code
    details = verification(world, "Kota Padang", copy_agency_ids=(world.agencies["Kota Solok"].pk,))
    verify_report(actor=world.officers["nadia"], code=code, details=details, now=world.later(hours=1))
    typed = {
        "public_title": "Judul saya",
        "public_text": "Naskah saya.",
        "privacy": "ordinary",
        "kind": "complaint",
        "report_class": "not_supervisory",
        "to_agency": world.agencies["PUPR"].pk,
        "reason": "Alasan saya.",
    }
    for mistaken in ({}, {"reason": ""}):
        words = read(send(world, "solok", f"verifikasi/{code}", **typed | mistaken), 403)
        assert "Langkah ini bukan untuk Anda" in words and "Judul saya" in words and "Naskah saya." in words
        assert "Petugas nadia" in words and "Sekarang di Kota Padang." in words
    typed = {"archive_reason": "competent_body_outside", "words": "Ke sana.", "competent_body": "PN Solok"}
    words = read(send(world, "solok", f"laporan/{code}/arsip", **typed), 403)
    assert "Ke sana." in words and "PN Solok" in words


def test_a_verification_of_a_report_that_left_the_desk_keeps_its_words(world: World) -> None:
    words = read(send(world, "padang", f"verifikasi/{routed(world)}", public_text="Naskah saya."), 404)
    assert "Laporan ini tidak ada di meja Anda" in words and "Naskah saya." in words


def test_what_hinders_is_told_and_nobody_is_blamed(world: World) -> None:
    code = routed(world)
    world.later(days=3)
    words = read(send(world, "solok", f"disposisi/{code}/bukan-wewenang", reason="Jalan provinsi."), 409)
    assert "Waktu untuk mengembalikannya sudah lewat." in words and "Jalan provinsi." in words
    assert "Orang lain lebih dulu" not in words and "sudah berubah" not in words


def test_where_the_officer_ended_it_himself_nobody_else_was_first(world: World) -> None:
    code = received(world).code
    archive_report(
        actor=world.officers["nasional"],
        code=code,
        reason=ArchiveReason.SPAM,
        words="Ini iklan, bukan laporan.",
        competent_body="",
        now=world.later(hours=1),
    )
    add_note(actor=world.officers["nasional"], code=code, text="Iklan lagi.", now=world.later(hours=1))
    words = read(send(world, "nasional", f"laporan/{code}/tanya", question="Di mana?"), 409)
    assert "Langkah ini tidak terbuka lagi" in words and "Orang lain lebih dulu" not in words
    assert "Diarsipkan" in words and "Iklan lagi." not in words


@pytest.mark.parametrize(
    ("who", "move", "typed"),
    [
        ("pupr", "laporan/{}/tindak-lanjut", {"text": "Tim mengukur.\r\nBesok.", "audience": "public"}),
        ("pupr", "laporan/{}/catatan", {"text": "Sudah saya telepon."}),
        ("pupr", "laporan/{}/selesai", {"text": "Sudah ditutup.", "no_evidence_reason": "Malam, gelap."}),
        ("pupr", "disposisi/{}/kembalikan", {"reason": "Ini rambu, bukan jalan."}),
    ],
)
def test_pressed_twice_is_done_once(world: World, who: str, move: str, typed: dict[str, Any]) -> None:
    code = in_progress(world)
    typed |= {"versi": row(code).event_count}
    first, second = (send(world, who, move.format(code), **typed) for _ in range(2))
    assert first.status_code == second.status_code == 302
    assert first["Location"] == second["Location"]
    assert Event.objects.filter(report=row(code)).count() == typed["versi"] + 1


def test_other_words_from_the_same_page_are_another_step(world: World) -> None:
    code = at_office(world)
    version = row(code).event_count
    for text in ("Sudah saya telepon.", "Ia menelepon kembali."):
        assert send(world, "pupr", f"laporan/{code}/catatan", text=text, versi=version).status_code == 302
    assert Event.objects.filter(report=row(code), move="note").count() == 2


def test_a_stale_public_text_is_not_taken_for_the_one_before(world: World) -> None:
    code = routed(world)
    typed = {"public_title": "Jalan", "reason": "Ejaan.", "public_precision": "province"}
    for text in ("Di depan SD.", "Di depan sekolah."):
        sent = typed | {"public_text": text, "versi": 2}
        assert send(world, "solok", f"laporan/{code}/naskah", **sent).status_code == 302
    assert row(code).public_text == "Di depan sekolah."
    assert "Di depan sekolah." in markup(at_desk(world).get(f"/meja/laporan/{code}/"))
