"""A report on the desk: everything the officer may know, and nothing of the reporter."""

from datetime import timedelta

import pytest

from lapor.records.reports.identity import Disclosure
from lapor.records.reports.report import Report
from lapor.rules.access import Actor, ActorKind, Role
from lapor.steps.reports.note import add_note
from lapor.steps.reports.reveal_identity import reveal_identity
from lapor.steps.reports.verify import verify_report
from tests.builders.desk import at_desk, markup, read
from tests.builders.portal import counted, standing_clock
from tests.builders.world import World, in_progress, received, routed, row, settled, verification


def address(code: str) -> str:
    return f"/meja/laporan/{code}/"


def page_of(world: World, code: str, who: str = "solok", status: int = 200) -> str:
    client = at_desk(world, who)
    client.raise_request_exception = False
    with standing_clock(world.now):
        return read(client.get(address(code)), status)


def test_it_tells_everything_but_who_reported(world: World) -> None:
    code = settled(world)
    add_note(actor=world.officers["pupr"], code=code, text="Aspal dari gudang.", now=world.later(hours=1))
    words = page_of(world, code)
    # Both texts, the line, the clocks, the history with internal notes and officers' names.
    assert "Hubungi saya di 0812 3456 7890." in words
    assert "Naskah publik Jalan Pandan Ujung berlubang" in words
    assert "Menunggu konfirmasi" in words or "menunggu pelapor" in words
    assert "Penyelesaian dijeda 14 hari kerja sejak 18 Nov · sisa" in words
    assert "Dibaca dan diteruskan dalam batas" in words
    assert "Aspal dari gudang." in words and "Petugas pupr, PUPR" in words
    assert "Diteruskan ke unit di bawahnya: PUPR" in words and "Jalan ini jalan kota." in words
    assert "Siti" not in words and "siti@" not in words and "Tersegel" in words


def test_the_reason_stands_at_the_line(world: World) -> None:
    assert "Mengapa instansi ini? Jalan ini jalan kota." in page_of(world, routed(world))


@pytest.mark.parametrize(
    ("who", "status"),
    [("solok", 200), ("pupr", 200), ("nasional", 200), ("pengawas", 200), ("dishub", 404), ("padang", 404)],
)
def test_who_may_read(world: World, who: str, status: int) -> None:
    code = in_progress(world)
    words = page_of(world, code, who, status)
    assert ("Jalan Pandan Ujung" in words) is (status == 200)


def test_an_overseer_reads_and_may_only_note(world: World) -> None:
    code = in_progress(world)
    with standing_clock(world.now):
        page = markup(at_desk(world, "pengawas").get(address(code)))
    assert f"{address(code)}catatan/" in page
    assert f"{address(code)}tindak-lanjut/" not in page and f"{address(code)}identitas/" not in page


def test_the_inspectorate_shields_what_it_holds(world: World) -> None:
    code = received(world).code
    details = verification(world, "Inspektorat", is_supervisory=True)
    verify_report(actor=world.officers["nasional"], code=code, details=details, now=world.now)
    page_of(world, code, "solok", 404)
    page_of(world, code, "pengawas", 404)
    assert "Berkadar pengawasan" in page_of(world, code, "inspektur")


def test_thirty_events_cost_ten_statements(world: World) -> None:
    code = in_progress(world)
    for number in range(26):
        add_note(actor=world.officers["pupr"], code=code, text=f"Pesan {number}", now=world.later(minutes=1))
    reveal_identity(actor=world.officers["pupr"], code=code, reason="Menanyakan lokasi.", now=world.now)
    assert row(code).event_count == 31
    client = at_desk(world, "pupr")
    with standing_clock(world.now):
        client.get(address(code))
        with counted() as statements:
            page = read(client.get(address(code)))
    assert "Pesan 25" in page and "Siti Rahma" in page
    assert len(statements) == 10, "\n".join(statements)


def test_an_identity_opens_for_one_officer_for_eight_hours_with_a_reason(world: World) -> None:
    code = in_progress(world)
    client = at_desk(world, "pupr")
    with standing_clock(world.now):
        short = client.post(f"{address(code)}identitas/", {"reason": "ya"})
        assert short.status_code == 422 and not Disclosure.objects.exists()
        client.post(f"{address(code)}identitas/", {"reason": "Menanyakan lokasi yang tepat."})
    words = page_of(world, code, "pupr")
    assert "Siti Rahma" in words and "siti@contoh.test" in words and "Terbuka untuk Anda sampai" in words
    assert "Siti Rahma" not in page_of(world, code, "solok")
    world.now += timedelta(hours=8, minutes=1)
    assert "Siti Rahma" not in page_of(world, code, "pupr")


def test_an_anonymous_reporter_opens_to_the_national_desk_only(world: World) -> None:
    code = received(world, is_anonymous=True).code
    Report.objects.scoped("test").filter(code=code).update(
        held_by=world.agencies["Kota Solok"], holder_root=world.agencies["Kota Solok"]
    )
    assert "hanya meja nasional dapat membukanya" in page_of(world, code, "solok")
    client = at_desk(world, "solok")
    client.raise_request_exception = False
    reason = {"reason": "Menanyakan lokasi yang tepat."}
    with standing_clock(world.now):
        assert client.post(f"{address(code)}identitas/", reason).status_code == 403
        at_desk(world, "nasional").post(f"{address(code)}identitas/", reason)
    assert "Siti Rahma" in page_of(world, code, "nasional")


def test_an_officer_who_reported_himself_has_no_desk_page_of_it(world: World) -> None:
    """He follows it as its reporter; another agency's desk does not become his by reporting."""
    officer = world.officers["padang"]
    reporter = Actor(ActorKind.REPORTER, officer.account_id)
    code = received(world, actor=reporter).code
    page_of(world, code, "padang", 404)


def test_the_verification_is_never_fetched_into_the_page(world: World) -> None:
    code = received(world, agency_id=world.agencies["Kota Solok"].pk).code
    with standing_clock(world.now):
        page = markup(at_desk(world, "nasional").get(address(code)))
    assert page.count(f'href="/meja/verifikasi/{code}/"') > 1
    assert f'hx-get="/meja/verifikasi/{code}/"' not in page
    assert f'hx-get="/meja/laporan/{code}/catatan/"' in page


def test_a_copy_reads_and_does_nothing(world: World) -> None:
    code = routed(world, copy_agency_ids=(world.agencies["Kota Padang"].pk,))
    with standing_clock(world.now):
        page = at_desk(world, "padang").get(address(code))
    assert "Jalan Pandan Ujung" in read(page) and "Tembusan Kota Padang" in read(page)
    assert "tindak-lanjut" not in markup(page)
    assert "Tembusan 1" in read_inbox(world)


def read_inbox(world: World) -> str:
    with standing_clock(world.now):
        return read(at_desk(world, "padang").get("/meja/?tampilan=tembusan"))


def test_a_system_administrator_reads_nothing(world: World) -> None:
    code = routed(world)
    world.officer("sistem", "Kota Solok", Role.SYSTEM_ADMINISTRATOR)
    page_of(world, code, "sistem", 404)
