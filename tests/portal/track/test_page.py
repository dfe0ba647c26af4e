"""What the reporter sees in each state, and what it costs."""

from datetime import date, datetime

import pytest

from lapor.jobs.clocks import rise_unattended_reports
from lapor.queries.calendar.limits import forget_limits
from lapor.records.accounts.membership import Membership
from lapor.records.calendar.day_limit import DayLimit
from lapor.rules.deadlines import Clock
from lapor.rules.kinds import ArchiveReason
from lapor.steps.reports.archive import archive_report
from lapor.steps.reports.ask import ask_reporter
from lapor.steps.reports.confirm import confirm_report
from lapor.steps.reports.contest import contest_report
from lapor.steps.reports.follow_up import Answer, follow_up
from lapor.steps.reports.merge import merge_report
from lapor.steps.reports.object import object_to_archiving
from lapor.steps.reports.reveal_identity import reveal_identity
from lapor.steps.reports.set_privacy import set_privacy
from lapor.steps.reports.settle import Settlement, settle_report
from lapor.steps.reports.withdraw import withdraw_report
from tests.builders.portal import browser_of, counted, standing_clock
from tests.builders.world import (
    World,
    at_office,
    extended,
    in_progress,
    received,
    reporter_of,
    routed,
    settled,
)


def page_of(code: str, now: datetime) -> str:
    with standing_clock(now):
        answer = browser_of(code).get(f"/lacak/{code}/")
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_received(world: World) -> None:
    code = received(world).code
    page = page_of(code, world.now)
    assert "Meja Nasional yang pertama membaca" in page
    assert "Anda tidak perlu berbuat apa-apa." in page
    assert f"/lacak/{code}/cabut/" in page
    assert "Tulis balasan" not in page


def test_routed_says_who_and_why(world: World) -> None:
    page = page_of(at_office(world), world.now)
    assert "Diteruskan ke PUPR" in page
    assert "Pemeliharaan jalan kota." in page
    assert "Dibaca dan diteruskan ke Kota Solok" in page


def test_asked(world: World) -> None:
    code = routed(world)
    ask_reporter(
        actor=world.officers["solok"], code=code, question="Di depan SD yang mana?", now=world.later(hours=1)
    )
    page = page_of(code, world.now)
    assert "Petugas bertanya" in page
    assert "Di depan SD yang mana?" in page
    assert f'action="/lacak/{code}/jawab/"' in page
    assert "sampai Jumat, 18 Desember" in page


def test_risen_says_why_and_that_the_deadline_stays(world: World) -> None:
    code = at_office(world)
    Membership.objects.filter(agency=world.agencies["PUPR"]).update(valid_to=date(2026, 1, 31))
    assert rise_unattended_reports(world.later(days=2)) == 1
    page = page_of(code, world.now)
    assert "Naik ke Kota Solok karena instansi sebelumnya belum punya petugas" in page
    assert "jadi laporan naik ke Kota Solok. Tenggatnya tetap." in page


def test_the_outer_bound_of_the_law_is_told_whoever_holds_it(world: World) -> None:
    page = page_of(in_progress(world), world.now)
    assert "diputuskan paling lambat Minggu, 17 Januari 2027" in page


def test_how_long_he_may_contest_is_what_the_limit_says(world: World) -> None:
    DayLimit.objects.filter(clock=Clock.CONTEST).update(days=21)
    forget_limits()
    assert "menyanggah sekali dalam 21 hari" in page_of(received(world).code, world.now)


def test_late_says_what_he_may_do(world: World) -> None:
    code = at_office(world)
    page = page_of(code, world.later(days=20))
    assert "Mengapa terlambat?" in page
    assert "PUPR belum menulis alasan." in page
    assert "Membawa ke Ombudsman RI" in page
    assert "/instansi/Kota%20Solok/#kinerja-judul" in page
    assert "angka kinerja Kota Solok" in page
    assert "/instansi/?q=Ombudsman" in page


def test_settled_shows_evidence_and_the_last_word(world: World) -> None:
    code = settled(world)
    page = page_of(code, world.now)
    assert "Apakah masalahnya sudah beres?" in page
    assert page.count("Lubang sudah ditutup.") == 1
    assert "PUPR melampirkan 1 bukti. Anda yang memutuskan" in page
    assert "laporan naik ke Kota Solok" in page
    assert f'action="/lacak/{code}/selesai/"' in page
    assert f"/lacak/{code}/sanggah/" in page
    assert "/nilai/" not in page


def test_closed_invites_a_rating_and_one_contest(world: World) -> None:
    code = settled(world)
    confirm_report(actor=reporter_of(code), code=code, now=world.later(hours=1))
    page = page_of(code, world.now)
    assert f'action="/lacak/{code}/nilai/"' in page
    assert "Anda bisa menyanggah sekali" in page
    assert "Nilai tampil untuk umum" in page
    over = page_of(code, world.later(days=31))
    assert "/nilai/" not in over
    assert "/sanggah/" not in over


def test_on_a_secret_report_no_rating_is_said_to_be_public(world: World) -> None:
    code = settled(world)
    actor = reporter_of(code)
    confirm_report(actor=actor, code=code, now=world.later(hours=1))
    set_privacy(actor=actor, code=code, is_anonymous=False, is_secret=True, now=world.later(hours=1))
    page = page_of(code, world.now)
    assert "Nilai dan kata-kata Anda hanya dibaca petugas." in page
    assert "Nilai tampil untuk umum" not in page


def test_archived_names_who_can_help_and_how_to_object(world: World) -> None:
    code = received(world).code
    archive_report(
        actor=world.officers["nasional"],
        code=code,
        reason=ArchiveReason.COMPETENT_BODY_OUTSIDE,
        words="Ini perkara pidana, bukan pelayanan publik.",
        competent_body="Polres Solok Kota, telepon 110.",
        now=world.later(hours=1),
    )
    page = page_of(code, world.now)
    assert page.count("Ini perkara pidana, bukan pelayanan publik.") == 1
    assert "Polres Solok Kota, telepon 110." in page
    assert f"/lacak/{code}/keberatan/" in page
    assert "Laporan ini tidak dihapus." in page


def test_reasons_stay_in_the_history_when_the_report_has_moved_on(world: World) -> None:
    code = in_progress(world)
    done = Settlement(text="Rambu dipasang.", no_evidence_reason="Kamera dinas rusak hari itu.")
    settle_report(actor=world.officers["pupr"], code=code, details=done, now=world.later(days=1))
    assert page_of(code, world.now).count("Kamera dinas rusak") == 1
    contest_report(actor=reporter_of(code), code=code, reason="Rambunya tidak ada.", now=world.later(hours=1))
    page = page_of(code, world.now)
    assert "Kamera dinas rusak hari itu." in page
    assert "Anda menyanggah, diperiksa Kota Solok" in page


def test_who_can_help_instead_stays_readable_after_an_objection(world: World) -> None:
    code = received(world).code
    archive_report(
        actor=world.officers["nasional"],
        code=code,
        reason=ArchiveReason.COMPETENT_BODY_OUTSIDE,
        words="Ini perkara pidana, bukan pelayanan publik.",
        competent_body="Polres Solok Kota, telepon 110.",
        now=world.later(hours=1),
    )
    object_to_archiving(
        actor=reporter_of(code), code=code, reason="Polres bilang bukan.", now=world.later(hours=1)
    )
    page = page_of(code, world.now)
    assert "Polres Solok Kota, telepon 110." in page
    assert "Diarsipkan: " in page
    withdraw_report(actor=reporter_of(code), code=code, now=world.later(hours=1))
    page = page_of(code, world.now)
    assert "Ini perkara pidana, bukan pelayanan publik." in page


def test_changes_say_to_what(world: World) -> None:
    code = in_progress(world)
    extended(world, code)
    set_privacy(
        actor=reporter_of(code), code=code, is_anonymous=True, is_secret=False, now=world.later(hours=1)
    )
    page = page_of(code, world.now)
    assert "Anda mengubah privasi: Anonim" in page
    assert "Tenggat diperpanjang sampai Selasa, 15 Des" in page


def test_merged_leads_to_the_other_report(world: World) -> None:
    code, other = received(world).code, received(world).code
    merge_report(
        actor=world.officers["nasional"],
        code=code,
        into_code=other,
        reason="Laporan yang sama.",
        now=world.later(hours=1),
    )
    assert f'href="/lacak/{other}/"' in page_of(code, world.now)


def test_he_sees_who_opened_his_identity_and_why_but_no_officer(world: World) -> None:
    code = in_progress(world)
    assert "Belum ada yang membukanya." in page_of(code, world.now)
    reveal_identity(
        actor=world.officers["pupr"], code=code, reason="menanyakan letak lubang", now=world.later(hours=1)
    )
    page = page_of(code, world.now)
    assert "Petugas PUPR" in page
    assert "menanyakan letak lubang" in page
    assert "Petugas pupr" not in page
    assert "siti@contoh.test" not in page
    assert "s•••@c•••.test" in page


@pytest.mark.parametrize("address", ["sanggah", "keberatan", "cabut", "privasi"])
def test_pages_of_actions_open_only_where_the_action_is_open(world: World, address: str) -> None:
    code = settled(world)
    with standing_clock(world.now):
        answer = browser_of(code).get(f"/lacak/{code}/{address}/")
    assert answer.status_code == (302 if address == "keberatan" else 200)
    assert "Tinggal kode" in browser_of().get(f"/lacak/{code}/{address}/").content.decode()


def test_statements_with_thirty_events(world: World) -> None:
    code = in_progress(world)
    for number in range(26):
        follow_up(
            actor=world.officers["pupr"],
            code=code,
            details=Answer(text=f"Kabar {number}"),
            now=world.later(minutes=5),
        )
    reveal_identity(
        actor=world.officers["pupr"], code=code, reason="menelepon pelapor", now=world.later(minutes=5)
    )
    browser = browser_of(code)
    with standing_clock(world.now), counted() as statements:
        page = browser.get(f"/lacak/{code}/")
    assert page.content.decode().count("<p>Kabar ") == 26
    # Limits and calendars are remembered by the process; a fresh one asks two more. The budget is 12.
    assert len(statements) == 6, "\n".join(statements)
