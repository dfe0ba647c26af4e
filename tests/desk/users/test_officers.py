"""The room for officers: inviting, granting, ending; the link is shown once; others learn nothing."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client

from lapor.queries.accounts.actor import actor_for
from lapor.records.accounts.account import Account
from lapor.records.accounts.login_link import LoginLink
from lapor.records.accounts.membership import Membership
from lapor.records.agencies.agency import Agency
from lapor.rules.access import Role
from tests.builders.portal import browser_of, counted, standing_clock
from tests.builders.world import World

ROOM = "/meja/petugas/"
TODAY = date(2026, 11, 18)
INVITATION = {
    "name": "Dewi Anggraini",
    "email": "dewi@solok.test",
    "phone": "0812 3456 7890",
    "role": "liaison",
    "position": "Sekretaris",
    "decree": "",
    "valid_from": "",
    "valid_to": "",
    "link": "shown",
}


@pytest.fixture(autouse=True)
def _now(world: World) -> Iterator[None]:
    with standing_clock(world.now):
        yield


def at_desk(world: World, who: str = "solok") -> Client:
    return browser_of(account_id=world.officers[who].account_id)


def account(world: World, who: str) -> int:
    return world.officers[who].account_id or 0


def role_of(world: World, who: str) -> int:
    return Membership.objects.get(account=account(world, who)).pk


def test_the_list_holds_ones_own_tree_only(world: World) -> None:
    text = at_desk(world).get(ROOM).content.decode()
    assert "Petugas pupr" in text
    assert "Pejabat penghubung, PUPR" in text
    assert "Petugas padang" not in text
    assert "Petugas nasional" not in text


def test_narrowing_by_words_role_and_agency(world: World) -> None:
    browser = at_desk(world)
    assert "Petugas dishub" not in browser.get(f"{ROOM}?q=pupr").content.decode()
    text = browser.get(f"{ROOM}?peran=inspectorate").content.decode()
    assert "Petugas inspektur" in text
    assert "Petugas pupr" not in text
    text = browser.get(f"{ROOM}?instansi=PUPR").content.decode()
    assert "Petugas pupr" in text
    assert "Petugas dishub" not in text
    assert "Tidak ada yang cocok" in browser.get(f"{ROOM}?q=zzz").content.decode()
    assert browser.get(f"{ROOM}?instansi=Kota Padang").status_code == 404


def test_an_invitation_shows_its_link_once(world: World) -> None:
    browser = at_desk(world)
    page = browser.get(f"{ROOM}undang/?instansi=PUPR").content.decode()
    assert 'value="liaison"' in page
    assert 'value="national_desk"' not in page
    assert 'value="inspectorate"' not in page
    answer = browser.post(f"{ROOM}undang/?instansi=PUPR", INVITATION, follow=True)
    text = answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    token = re.search(r"/masuk/tautan/([\w-]+)/", text)
    assert token
    made = Account.objects.get(login="dewi@solok.test")
    assert [desk.role for desk in actor_for(made.pk, today=TODAY).desks] == [Role.LIAISON]
    assert token[1] not in browser.get(f"{ROOM}{made.pk}/").content.decode()
    assert "Belum pernah masuk" in browser.get(f"{ROOM}{made.pk}/").content.decode()


def test_an_invitation_by_mail_shows_no_link(world: World) -> None:
    answer = at_desk(world).post(f"{ROOM}undang/?instansi=PUPR", INVITATION | {"link": "email"}, follow=True)
    text = answer.content.decode()
    assert "Tautan masuk dikirim ke dewi@solok.test." in text
    assert "/masuk/tautan/" not in text
    assert not LoginLink.objects.exists()


def test_mistakes_are_named_and_kept(world: World) -> None:
    browser = at_desk(world)
    answer = browser.post(f"{ROOM}undang/?instansi=PUPR", INVITATION | {"email": "", "role": ""})
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Tulis alamat surelnya." in text
    assert "Pilih perannya." in text
    assert 'value="Dewi Anggraini"' in text
    Account.objects.create(
        login="warga@contoh.test",
        email="warga@contoh.test",
        name="Siti Rahma",
        email_confirmed_at=world.now,
    )
    answer = browser.post(f"{ROOM}undang/?instansi=PUPR", INVITATION | {"email": "warga@contoh.test"})
    assert "Pakai alamat dinas." in answer.content.decode()
    assert "Siti Rahma" not in answer.content.decode()


def test_a_role_beyond_his_own_cannot_be_chosen(world: World) -> None:
    answer = at_desk(world).post(f"{ROOM}undang/?instansi=PUPR", INVITATION | {"role": "national_desk"})
    assert answer.status_code == 422
    assert not Account.objects.filter(login="dewi@solok.test").exists()
    assert at_desk(world).get(f"{ROOM}undang/?instansi=Kota Padang").status_code == 404


def test_the_agency_is_asked_first(world: World) -> None:
    text = at_desk(world, "nasional").get(f"{ROOM}undang/").content.decode()
    assert "Di instansi atau unit mana?" in text
    Agency.objects.filter(name="Kota Padang").update(search="kota padang")
    text = at_desk(world, "nasional").get(f"{ROOM}undang/?instansi_text=padang").content.decode()
    assert "?instansi=Kota%20Padang" in text
    assert "Undang petugas" in at_desk(world).get(f"{ROOM}undang/").content.decode()


def test_a_further_role_and_its_end(world: World) -> None:
    browser, pupr = at_desk(world), account(world, "pupr")
    words = {"role": "approver", "position": "", "decree": "", "valid_from": "", "valid_to": ""}
    browser.post(f"{ROOM}{pupr}/peran/?instansi=PUPR", words)
    assert {desk.role for desk in actor_for(pupr, today=TODAY).desks} == {Role.LIAISON, Role.APPROVER}
    answer = browser.post(f"{ROOM}{pupr}/peran/?instansi=PUPR", words)
    assert "sudah memegang peran itu" in answer.content.decode()
    role = Membership.objects.get(account=pupr, role="approver").pk
    answer = browser.post(f"{ROOM}peran/{role}/akhiri/", {"when": "day", "last_day": ""})
    assert "Tulis hari terakhirnya." in answer.content.decode()
    browser.post(f"{ROOM}peran/{role}/akhiri/", {"when": "now"})
    assert {desk.role for desk in actor_for(pupr, today=TODAY).desks} == {Role.LIAISON}
    text = browser.get(f"{ROOM}{pupr}/").content.decode()
    assert "Berakhir" in text
    assert "Peran petugas diakhiri" in text


def test_the_last_one_at_a_desk_is_asked_twice(world: World) -> None:
    browser, role = at_desk(world, "nasional"), role_of(world, "solok")
    assert "Petugas terakhir di meja ini." in browser.get(f"{ROOM}peran/{role}/akhiri/").content.decode()
    answer = browser.post(f"{ROOM}peran/{role}/akhiri/", {"when": "now"})
    assert answer.status_code == 422
    assert "Nyatakan bahwa Anda memahami" in answer.content.decode()
    browser.post(f"{ROOM}peran/{role}/akhiri/", {"when": "now", "confirmed": "on"})
    assert actor_for(account(world, "solok"), today=TODAY).desks == ()


def test_closing_shuts_the_browser_that_is_signed_in(world: World) -> None:
    pupr = account(world, "pupr")
    theirs, browser = at_desk(world, "pupr"), at_desk(world)
    assert theirs.get("/akun/").status_code == 200
    browser.post(f"{ROOM}{pupr}/tutup/")
    assert theirs.get("/akun/").status_code == 302
    assert "Petugas pupr" in browser.get(f"{ROOM}?tampil=ditutup").content.decode()
    browser.post(f"{ROOM}{pupr}/buka/")
    assert "Petugas pupr" in browser.get(f"{ROOM}?tampil=tanpa-peran").content.decode()


def test_nobody_manages_himself(world: World) -> None:
    browser, own = at_desk(world), account(world, "solok")
    text = browser.get(f"{ROOM}{own}/").content.decode()
    assert "Anda sendiri" in text
    assert f"{ROOM}{own}/tutup/" not in text
    assert f"{ROOM}{own}/peran/" not in text
    answer = browser.post(f"{ROOM}{own}/tutup/")
    assert (answer.status_code, "petugas lain" in answer.content.decode()) == (422, True)


def test_a_new_link_for_whoever_never_came(world: World) -> None:
    browser, pupr = at_desk(world), account(world, "pupr")
    text = browser.post(f"{ROOM}{pupr}/tautan/", follow=True).content.decode()
    assert "/masuk/tautan/" in text
    LoginLink.objects.update(used_at=world.now)
    text = browser.post(f"{ROOM}{pupr}/tautan/", follow=True).content.decode()
    assert "sudah pernah masuk" in text


@pytest.mark.parametrize("path", ["", "peran/", "tutup/"])
def test_officers_of_others_are_not_found(world: World, path: str) -> None:
    assert at_desk(world).get(f"{ROOM}{account(world, 'padang')}/{path}").status_code == 404
    assert at_desk(world, "pupr").get(f"{ROOM}{account(world, 'pupr')}/{path}").status_code == 403
    assert Client().get(f"{ROOM}{account(world, 'pupr')}/{path}").status_code == 302


@pytest.mark.parametrize("rows", [1, 25])
def test_the_list_costs_the_same_however_long(world: World, rows: int) -> None:
    for number in range(rows):
        world.officer(f"tambahan{number:02}", "PUPR", Role.LIAISON)
    browser = at_desk(world)
    with counted() as statements:
        text = browser.get(ROOM).content.decode()
    assert len(statements) <= 8, "\n".join(statements)
    assert text.count("Petugas tambahan") >= min(rows, 20)


def test_pages_follow_each_other_without_gap(world: World) -> None:
    for number in range(30):
        world.officer(f"tambahan{number:02}", "PUPR", Role.LIAISON)
    browser = at_desk(world)
    first = browser.get(f"{ROOM}?q=tambahan").content.decode()
    address = re.search(r'href="(\?q=tambahan&amp;sesudah=[^"]+)"', first)
    assert address
    second = browser.get(ROOM + address[1].replace("&amp;", "&")).content.decode()
    for number in range(30):
        assert (f"tambahan{number:02}<" in first) is not (f"tambahan{number:02}<" in second)


def test_whoever_is_trusted_with_something_elsewhere_is_not_offered_to_be_closed(world: World) -> None:
    pupr = world.officer("pupr", "Kota Padang", Role.LIAISON).account_id
    text = at_desk(world).get(f"{ROOM}{pupr}/").content.decode()
    assert f"{ROOM}{pupr}/tutup/" not in text and f"{ROOM}{pupr}/tautan/" not in text
    assert "Akunnya diurus Meja Nasional." in text
    assert at_desk(world).get(f"{ROOM}{pupr}/tutup/").status_code == 403
    assert f"{ROOM}{pupr}/tutup/" in at_desk(world, "nasional").get(f"{ROOM}{pupr}/").content.decode()


def test_closed_and_idle_accounts_are_found_by_what_they_were_trusted_with(world: World) -> None:
    browser = at_desk(world, "nasional")
    for who in ("pupr", "padang"):
        browser.post(f"{ROOM}{account(world, who)}/tutup/", {"confirmed": "on"})
    for who in ("dishub", "inspektur"):
        browser.post(f"{ROOM}peran/{role_of(world, who)}/akhiri/", {"when": "now"})
    # Not here any more, but at work elsewhere.
    world.officer("inspektur", "Kota Padang", Role.LIAISON)
    closed = browser.get(f"{ROOM}?tampil=ditutup&instansi=Kota Solok").content.decode()
    assert "Petugas pupr" in closed and "Petugas padang" not in closed
    assert 'name="tampil" value="ditutup"' in closed
    assert "Petugas pupr" not in browser.get(f"{ROOM}?tampil=ditutup&peran=overseer").content.decode()
    idle = browser.get(f"{ROOM}?tampil=tanpa-peran&instansi=Kota Solok").content.decode()
    assert "Petugas dishub" in idle and "Petugas inspektur" not in idle


@pytest.mark.parametrize(
    ("show", "words"),
    [
        ("bertugas", "Undang petugas pertama."),
        ("tanpa-peran", "Semua petugas di sini memegang peran."),
        ("ditutup", "Belum ada akun yang ditutup."),
    ],
)
def test_an_empty_view_says_what_that_means(world: World, show: str, words: str) -> None:
    page = at_desk(world).get(f"{ROOM}?tampil={show}&instansi=Bidang Jalan").content.decode()
    assert words in page


def test_ones_own_top_is_found_too_where_an_agency_is_asked_for(world: World) -> None:
    page = at_desk(world).get(f"{ROOM}undang/?instansi_text=kota+solok").content.decode()
    assert "?instansi=Kota%20Solok" in page
