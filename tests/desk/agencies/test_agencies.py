"""The room for agencies: what a desk sees and changes, and that nobody else learns of it."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils.translation import override

from lapor.desk.agencies.forms import TopAgencyForm
from lapor.records.accounts.membership import Membership
from lapor.records.agencies.agency import Agency
from lapor.rules.agencies import AgencyKind
from tests.builders.desk import read
from tests.builders.portal import browser_of, counted, standing_clock
from tests.builders.world import World, at_office

ROOM = "/meja/instansi/"
FORM = {
    "name": "Dinas PUPR Kota Solok",
    "abbreviation": "PUPR",
    "address": "Jalan Lubuk Sikarah 89",
    "phone": "(0755) 20041",
    "email": "pupr@solok.test",
    "website": "pupr.solokkota.go.id",
    "time_zone": "Asia/Jakarta",
    "closing_time": "15.30",
    "is_listed": "on",
}


@pytest.fixture(autouse=True)
def _now(world: World) -> Iterator[None]:
    with standing_clock(world.now):
        yield


def at_desk(world: World, who: str = "solok") -> Client:
    return browser_of(account_id=world.officers[who].account_id)


def generated(*names: str) -> None:
    Agency.objects.filter(name__in=names).update(is_generated=True)


def test_an_agency_desk_is_led_to_its_own(world: World) -> None:
    answer = at_desk(world).get(ROOM)
    assert (answer.status_code, answer["Location"]) == (302, "/meja/instansi/Kota%20Solok/")


def test_the_page_tells_what_hangs_below_and_what_waits(world: World) -> None:
    at_office(world)
    generated("PUPR", "Dishub")
    text = at_desk(world).get(f"{ROOM}Kota Solok/").content.decode()
    assert "1 unit, 1 petugas, 1 laporan terbuka" in text
    assert text.count('name="codes"') == 2
    assert "Belum ada SK yang berlaku" in text
    assert "Pindahkan ke induk lain" not in text
    assert "Nonaktifkan" not in text


def test_an_office_with_reports_but_without_officers_stands_out(world: World) -> None:
    at_office(world)
    page = f"{ROOM}Kota Solok/"
    assert "Tanpa petugas" not in at_desk(world).get(page).content.decode()
    Membership.objects.filter(agency=world.agencies["PUPR"]).update(valid_to="2026-11-01")
    assert "Tanpa petugas" in at_desk(world).get(page).content.decode()


@pytest.mark.parametrize("who", ["padang", "provinsi", "pupr", "pengawas", "inspektur"])
def test_others_find_nothing(world: World, who: str) -> None:
    for path in ("", "riwayat/", "ubah/", "tambah/", "pindah/", "tutup/", "sk/"):
        answer = at_desk(world, who).get(f"{ROOM}Kota Solok/{path}", follow=False)
        # Another desk may enter the room, but not learn of this agency; the rest may not enter.
        assert answer.status_code == (404 if who == "padang" else 403), path


def test_strangers_are_shown_the_way_in(world: World) -> None:
    answer = Client().get(f"{ROOM}Kota Solok/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/masuk/?next=")


def test_confirming_one_some_and_all(world: World) -> None:
    generated("Kota Solok", "PUPR", "Dishub", "Inspektorat")
    browser = at_desk(world)

    def confirm(**words: object) -> str:
        return browser.post(f"{ROOM}Kota Solok/benar/", words, follow=True).content.decode()

    assert "Pilih dulu unit yang benar." in confirm(yang="dipilih")
    confirm()
    assert not Agency.objects.get(name="Kota Solok").is_generated
    confirm(yang="dipilih", codes=["PUPR"])
    assert set(Agency.objects.filter(is_generated=True).values_list("name", flat=True)) == {
        "Dishub",
        "Inspektorat",
    }
    assert "2 unit dikonfirmasi." in confirm(yang="semua")
    text = browser.get(f"{ROOM}Kota Solok/?tampil=belum").content.decode()
    assert "Semua sudah dikonfirmasi" in text


def test_a_picked_foreign_unit_is_not_found(world: World) -> None:
    answer = at_desk(world).post(f"{ROOM}Kota Solok/benar/", {"yang": "dipilih", "codes": ["Kota Padang"]})
    assert answer.status_code == 404


def test_editing_keeps_what_was_typed_until_it_can_be_stored(world: World) -> None:
    browser = at_desk(world)
    assert 'value="16:00"' in browser.get(f"{ROOM}PUPR/ubah/").content.decode()
    bad = FORM | {"website": "javascript:alert(1)", "closing_time": "sore"}
    answer = browser.post(f"{ROOM}PUPR/ubah/", bad)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Tulis jam tutup, misalnya 16.00." in text
    assert 'value="Dinas PUPR Kota Solok"' in text
    answer = browser.post(f"{ROOM}PUPR/ubah/", FORM | {"website": "javascript:alert(1)"})
    assert "Tulis alamat situs yang lengkap" in answer.content.decode()
    answer = browser.post(f"{ROOM}PUPR/ubah/", FORM, follow=True)
    assert "Tersimpan." in answer.content.decode()
    agency = Agency.objects.get(code="PUPR")
    assert (agency.name, agency.closing_time.isoformat()) == ("Dinas PUPR Kota Solok", "15:30:00")
    history = browser.get(f"{ROOM}PUPR/riwayat/").content.decode()
    assert "Petugas solok" in history
    assert "<del>16.00</del>" in history


def test_adding_and_moving_a_unit(world: World) -> None:
    browser = at_desk(world)
    page = browser.get(f"{ROOM}PUPR/tambah/").content.decode()
    assert AgencyKind.UNIT.value in page
    assert f'value="{AgencyKind.OFFICE.value}"' not in page
    answer = browser.post(f"{ROOM}PUPR/tambah/", FORM | {"name": "Seksi Drainase", "kind": "unit"})
    unit = Agency.objects.get(name="Seksi Drainase")
    assert answer["Location"] == f"/meja/instansi/{unit.code.replace(' ', '%20')}/"
    choices = browser.get(f"{ROOM}{unit.code}/pindah/").content.decode()
    assert "Dishub" in choices
    assert f'value="{unit.code}"' not in choices
    browser.post(f"{ROOM}{unit.code}/pindah/", {"parent": "Dishub"})
    unit.refresh_from_db()
    assert unit.path == f"{world.agencies['Dishub'].path}{unit.pk}/"
    answer = browser.post(f"{ROOM}{unit.code}/pindah/", {"parent": "Dishub"}, follow=True)
    assert "Tidak ada yang berubah." in answer.content.decode()
    answer = browser.post(f"{ROOM}{unit.code}/pindah/", {"parent": "Kota Padang"})
    assert answer.status_code == 422


def test_closing_says_what_stands_against_it(world: World) -> None:
    code = at_office(world)
    browser = at_desk(world)
    text = browser.get(f"{ROOM}PUPR/tutup/").content.decode()
    assert "Masih memegang 1 laporan terbuka" in text
    assert code in text
    answer = browser.post(f"{ROOM}PUPR/tutup/")
    assert answer.status_code == 422
    assert "Alihkan atau selesaikan dulu." in answer.content.decode()
    assert browser.get(f"{ROOM}Kota Solok/tutup/").status_code == 403
    browser.post(f"{ROOM}Dishub/tutup/")
    assert "sudah dinonaktifkan" in browser.get(f"{ROOM}Dishub/").content.decode()
    browser.post(f"{ROOM}Dishub/aktifkan/")
    assert Agency.objects.get(name="Dishub").is_active


def test_the_national_desk_chooses_among_all_and_searches(world: World) -> None:
    Agency.objects.filter(name="Kota Solok").update(search="kota solok")
    browser = at_desk(world, "nasional")
    assert "Kota Padang" in browser.get(f"{ROOM}?jenis=city").content.decode()
    assert "Tidak ada instansi di sini" in browser.get(f"{ROOM}?jenis=ministry").content.decode()
    assert "Kota Solok" in browser.get(f"{ROOM}?q=solok").content.decode()
    assert "Tidak ditemukan" in browser.get(f"{ROOM}?q=zzz").content.decode()
    found = browser.get(f"{ROOM}cari/?q=solok").json()["results"]
    assert found[0]["value"] == "Kota Solok"


@pytest.mark.parametrize("cursor", ["x", "WyJhIiwgImIiLCAiYyJd", "W251bGwsIG51bGwsIG51bGxd"])
def test_a_broken_cursor_shows_the_first_page(world: World, cursor: str) -> None:
    answer = at_desk(world).get(f"{ROOM}Kota Solok/?sesudah={cursor}")
    assert answer.status_code == 200
    assert "Dishub" in answer.content.decode()


@pytest.mark.parametrize("rows", [1, 25])
def test_the_list_costs_the_same_however_long(world: World, rows: int) -> None:
    for number in range(rows):
        world.agency(f"Dinas {number}", AgencyKind.OFFICE, parent="Kota Solok", region="13.72")
    browser = at_desk(world)
    browser.get(f"{ROOM}Kota Solok/")
    with counted() as statements:
        browser.get(f"{ROOM}Kota Solok/")
    assert len(statements) <= 8, "\n".join(statements)


def test_pages_follow_each_other_without_gap(world: World) -> None:
    for number in range(60):
        world.agency(f"Dinas {number:02}", AgencyKind.OFFICE, parent="Kota Solok", region="13.72")
    browser = at_desk(world)
    first = browser.get(f"{ROOM}Kota Solok/").content.decode()
    cursor = first.split("sesudah=")[1].split('"')[0]
    second = browser.get(f"{ROOM}Kota Solok/?sesudah={cursor}").content.decode()
    for number in range(60):
        assert (f">Dinas {number:02}<" in first) is not (f">Dinas {number:02}<" in second)


def test_the_national_desk_adds_a_ministry_and_nobody_else_may(world: World) -> None:
    page = f"{ROOM}baru/"
    form = FORM | {"name": "Kementerian Sungai", "kind": "ministry", "coordinator": "NASIONAL", "region": ""}
    assert at_desk(world).post(page, form).status_code == 403
    national = at_desk(world, "nasional")
    assert page in national.get(ROOM).content.decode()
    refused = national.post(page, form | {"region": "99"})
    assert "Tempat ini belum kami kenal" in refused.content.decode()
    before = Agency.objects.count()
    answer = national.post(page, form)
    assert answer.status_code == 302
    new = Agency.objects.get(name="Kementerian Sungai")
    assert (answer["Location"], Agency.objects.count()) == (f"{ROOM}{new.code}/", before + 1)
    assert new.coordinated_by == world.agencies["Meja Nasional"]


def test_kinds_are_named_in_the_language_of_the_page() -> None:
    with override("en"):
        kinds = dict(TopAgencyForm(None, coordinators=()).fields["kind"].choices)  # type: ignore[attr-defined]
    assert kinds["ministry"] == "Ministry"


def test_the_history_names_parents_and_coordinators(world: World) -> None:
    Agency.objects.filter(name="Provinsi").update(code="13")
    browser = at_desk(world, "nasional")
    browser.post(f"{ROOM}baru/", FORM | {"name": "Kota Baru", "kind": "city", "coordinator": "13"})
    browser.post(f"{ROOM}13/tambah/", FORM | {"name": "Dinas Baru", "kind": "office"})
    for name, field in (("Kota Baru", "Koordinator"), ("Dinas Baru", "Induk")):
        code = Agency.objects.get(name=name).code
        history = read(browser.get(f"{ROOM}{code}/riwayat/"))
        assert f"{field} Provinsi" in history
