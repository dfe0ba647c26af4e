"""Signing in, registering, links that work once, and one's own page."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from lapor.queries.accounts.actor import actor_for
from lapor.queries.reports.own_page import REPORTS
from lapor.records.accounts.account import Account
from lapor.records.accounts.login_link import LoginLink
from lapor.records.messages.notice import Notice
from lapor.rules.access import SYSTEM
from lapor.rules.attempts import (
    CONTACT_BY_ACCOUNT,
    LOGIN_LINK_BY_LOGIN,
    PASSWORD_BY_ACCOUNT,
    SIGN_IN_HERE,
)
from lapor.rules.disclosure import masked
from lapor.steps.accounts.make_login_link import make_login_link
from tests.access.people import client_of
from tests.builders.notices import load_notice_texts
from tests.builders.portal import counted, standing_clock
from tests.builders.world import START, World, at_office, received

PASSWORD = "empat-kata-mudah-diingat"


@pytest.fixture(autouse=True)
def when() -> Iterator[None]:
    with standing_clock(START):  # a window of attempts that ends meanwhile would forgive some
        yield


@pytest.fixture
def citizen(world: World) -> Account:
    account = Account(
        login="warga@contoh.test", email="warga@contoh.test", phone="+6281234567890", name="Rahma Putri"
    )
    account.set_password(PASSWORD)
    account.save()
    return account


def _without_tokens(page: str) -> str:
    return re.sub(r'csrfmiddlewaretoken" value="[^"]+"', "", page)


def test_sign_in_with_password_and_out_again(client: Client, citizen: Account) -> None:
    answer = client.post(reverse("sign-in"), {"login": "Warga@contoh.test ", "password": PASSWORD})
    assert (answer.status_code, answer["Location"]) == (302, reverse("account"))
    assert "Rahma Putri" in client.get(reverse("account")).content.decode()
    client.post(reverse("sign-out"))
    assert client.get(reverse("account"))["Location"].startswith(reverse("sign-in"))


@pytest.mark.parametrize(
    ("login", "password"),
    [
        ("warga@contoh.test", "bukan-kata-sandinya"),
        ("tidak-ada@contoh.test", PASSWORD),
        ("bukan nama masuk", PASSWORD),
    ],
)
def test_a_wrong_sign_in_tells_nothing(client: Client, citizen: Account, login: str, password: str) -> None:
    answer = client.post(reverse("sign-in"), {"login": login, "password": password})
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "tidak cocok" in text
    assert login in text
    assert password not in text


def test_guessing_ends(client: Client, citizen: Account) -> None:
    for _ in range(SIGN_IN_HERE.times):
        client.post(reverse("sign-in"), {"login": "warga@contoh.test", "password": "salah"})
    answer = client.post(reverse("sign-in"), {"login": "warga@contoh.test", "password": PASSWORD})
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) > 0
    assert "Terlalu sering mencoba. Tunggu" in answer.content.decode()
    assert 'value="warga@contoh.test"' in answer.content.decode()


@pytest.mark.parametrize(
    ("target", "goes"),
    [("/lacak/", "/lacak/"), ("//jahat.test/", None), ("https://jahat.test/", None), ("", None)],
)
def test_after_signing_in_one_stays_here(
    client: Client, citizen: Account, target: str, goes: str | None
) -> None:
    answer = client.post(
        f"{reverse('sign-in')}?next={target}", {"login": "warga@contoh.test", "password": PASSWORD}
    )
    assert answer["Location"] == (goes or reverse("account"))


def test_where_one_wanted_to_go_is_not_lost_by_another_door(citizen: Account, world: World) -> None:
    page = Client().get("/masuk/?next=/akun/data/").content.decode()
    for door in ("/masuk/tautan/", "/daftar/"):
        assert f'href="{door}?next=%2Fakun%2Fdata%2F"' in page
        assert (
            'href="/masuk/?next=%2Fakun%2Fdata%2F"'
            in Client().get(f"{door}?next=/akun/data/").content.decode()
        )
    new = {"name": "Budi", "login": "0812 3456 7891", "password": PASSWORD}
    assert Client().post("/daftar/?next=/akun/data/", new)["Location"] == "/akun/data/"


@pytest.mark.parametrize(
    ("target", "goes"), [("/akun/data/", "/akun/data/"), ("//jahat.test/", "/akun/"), ("", "/akun/")]
)
def test_nor_on_the_way_by_a_letter(client: Client, citizen: Account, target: str, goes: str) -> None:
    client.post(f"/masuk/tautan/?next={target}", {"login": citizen.login})
    link = make_login_link(actor=SYSTEM, login=citizen.login, now=timezone.now())
    assert link is not None
    assert client.post(reverse("use-link", args=[link.token]))["Location"] == goes
    client.post(reverse("sign-out"))
    again = client.post(reverse("sign-in"), {"login": citizen.login, "password": PASSWORD})
    assert again["Location"] == "/akun/", "the way is gone once"


def test_an_officer_lands_on_his_desk(client: Client, world: World) -> None:
    account = Account.objects.get(login="solok@contoh.test")
    account.set_password(PASSWORD)
    account.save()
    answer = client.post(reverse("sign-in"), {"login": account.login, "password": PASSWORD})
    assert answer["Location"] == reverse("inbox")


def test_a_link_is_asked_for_the_same_way_whoever_asks(client: Client, citizen: Account) -> None:
    pages = []
    for login in ("warga@contoh.test", "tidak-ada@contoh.test"):
        answer = client.post(reverse("ask-link"), {"login": login})
        pages.append(_without_tokens(answer.content.decode()).replace(login, ""))
    assert pages[0] == pages[1]
    assert ProcrastinateJob.objects.filter(task_name="send_login_link").count() == 2
    assert not LoginLink.objects.exists(), "the token is made where it is sent, not before"


def test_a_link_works_once_and_only_by_the_button(client: Client, citizen: Account, world: World) -> None:
    link = make_login_link(actor=SYSTEM, login=citizen.login, now=world.now)
    assert link is not None
    LoginLink.objects.update(expires_at="2099-01-01T00:00Z")
    address = reverse("use-link", args=[link.token])
    assert client.get(address).status_code == 200
    assert client.post(address)["Location"] == reverse("account")
    citizen.refresh_from_db()
    assert citizen.email_confirmed_at is not None
    assert Client().post(address)["Location"] == reverse("ask-link")


def test_registering_with_an_address_never_tells_who_is_known(client: Client, citizen: Account) -> None:
    pages = []
    for login in ("warga@contoh.test", "baru@contoh.test"):
        answer = client.post(reverse("register"), {"name": "Seseorang", "login": login, "password": PASSWORD})
        pages.append(_without_tokens(answer.content.decode()).replace(login, ""))
    assert pages[0] == pages[1]
    new = Account.objects.get(login="baru@contoh.test")
    assert not new.has_usable_password(), "a password typed before the address is proved may be a stranger's"
    citizen.refresh_from_db()
    assert citizen.name == "Rahma Putri"


def test_registering_with_a_telephone_number(client: Client, world: World) -> None:
    typed = {"name": "Budi", "login": "0812 3456 7891", "password": "pendek"}
    assert client.post(reverse("register"), typed).status_code == 422
    answer = client.post(reverse("register"), typed | {"password": PASSWORD})
    assert answer["Location"] == reverse("account")
    assert Account.objects.get(login="+6281234567891").phone == "+6281234567891"
    again = Client().post(reverse("register"), typed | {"password": PASSWORD})
    assert again.status_code == 422


def test_masked_contact_data_are_never_written_back(citizen: Account) -> None:
    client = client_of(citizen.pk)
    page = client.get(reverse("contact")).content.decode()
    assert "+6281234567890" not in page
    shown = {"name": "Rahma P.", "phone": masked("+6281234567890")}
    assert client.post(reverse("contact"), shown).status_code == 302
    citizen.refresh_from_db()
    assert (citizen.name, citizen.phone, citizen.email) == ("Rahma P.", "+6281234567890", "warga@contoh.test")
    client.post(reverse("contact"), shown | {"phone": "0811 2222 333"})
    citizen.refresh_from_db()
    assert citizen.phone == "+628112222333"


def test_a_mask_that_was_changed_in_part_is_never_taken_for_saved(citizen: Account) -> None:
    client = client_of(citizen.pk)
    answer = client.post(
        reverse("contact"), {"name": "Rahma P.", "phone": masked("+6281234567890")[:-3] + "123"}
    )
    assert answer.status_code == 422
    assert "tidak dapat diubah sebagian" in answer.content.decode()
    citizen.refresh_from_db()
    assert (citizen.name, citizen.phone) == ("Rahma Putri", "+6281234567890")


def test_what_one_signs_in_with_is_shown_and_not_offered_for_change(citizen: Account) -> None:
    client = client_of(citizen.pk)
    page = client.get(reverse("contact")).content.decode()
    assert "warga@contoh.test" in page
    assert 'name="phone"' in page and 'name="email"' not in page
    client.post(reverse("contact"), {"name": "Rahma", "email": "lain@contoh.test"})
    citizen.refresh_from_db()
    assert (citizen.login, citizen.email) == ("warga@contoh.test", "warga@contoh.test")


def test_an_address_is_asked_whose_it_is_and_never_told_to_be_known(citizen: Account) -> None:
    """A telephone account may type any address; only its owner can make it count."""
    budi = Account.objects.create(login="+6281200000000", name="Budi", email_confirmed_at=None)
    client, pages = client_of(budi.pk), []
    for email in ("warga@contoh.test", "baru@contoh.test"):
        answer = client.post(reverse("contact"), {"name": "Budi", "email": email}, follow=True)
        pages.append(_without_tokens(answer.content.decode()).replace(email, ""))
        budi.refresh_from_db()
        assert (budi.email, budi.email_confirmed_at) == (email, None)
    assert pages[0] == pages[1]
    assert ProcrastinateJob.objects.filter(task_name="send_confirmation").count() == 2
    for _ in range(CONTACT_BY_ACCOUNT.times):
        answer = client.post(reverse("contact"), {"name": "Budi", "email": "lain@contoh.test"})
    assert answer.status_code == 429
    assert 'value="lain@contoh.test"' in answer.content.decode()


def test_a_new_password_asks_for_the_present_one(citizen: Account) -> None:
    client = client_of(citizen.pk)
    new = {"password": PASSWORD + "-baru"}
    assert client.post(reverse("password"), new).status_code == 422
    assert client.post(reverse("password"), new | {"present_password": "bukan ini"}).status_code == 422
    weak = {"password": "1234567890", "present_password": PASSWORD}
    assert client.post(reverse("password"), weak).status_code == 422
    citizen.refresh_from_db()
    assert citizen.check_password(PASSWORD)
    assert client.post(reverse("password"), new | {"present_password": PASSWORD}).status_code == 302
    citizen.refresh_from_db()
    assert citizen.check_password(PASSWORD + "-baru")


def test_guessing_the_present_password_ends(citizen: Account) -> None:
    client = client_of(citizen.pk)
    for _ in range(PASSWORD_BY_ACCOUNT.times):
        client.post(reverse("password"), {"password": PASSWORD + "-baru", "present_password": "salah"})
    answer = client.post(reverse("password"), {"password": PASSWORD + "-baru", "present_password": PASSWORD})
    assert answer.status_code == 429


def test_a_new_password_ends_every_other_session_and_open_link(citizen: Account, world: World) -> None:
    here, elsewhere = client_of(citizen.pk), client_of(citizen.pk, unlocked=("583720461",))
    open_link = make_login_link(actor=SYSTEM, login=citizen.login, now=timezone.now())
    assert open_link is not None
    here.post(reverse("password"), {"password": PASSWORD + "-baru", "present_password": PASSWORD})
    assert here.get(reverse("account")).status_code == 200
    assert elsewhere.get(reverse("account")).status_code == 302
    assert "unlocked" not in elsewhere.session
    assert Client().post(reverse("use-link", args=[open_link.token]))["Location"] == reverse("ask-link")
    told = ProcrastinateJob.objects.get(task_name="send_password_notice")
    assert told.args["account_id"] == citizen.pk


@pytest.mark.parametrize(("minutes", "status"), [(14, 302), (16, 422)])
def test_a_link_of_a_moment_ago_stands_for_a_forgotten_password(
    citizen: Account, minutes: int, status: int
) -> None:
    with time_machine.travel(timezone.now(), tick=False) as clock:
        link = make_login_link(actor=SYSTEM, login=citizen.login, now=timezone.now())
        assert link is not None
        client = Client()
        client.post(reverse("use-link", args=[link.token]))
        clock.shift(timedelta(minutes=minutes))
        assert client.post(reverse("password"), {"password": PASSWORD + "-baru"}).status_code == status


def test_a_first_password_asks_for_none(world: World) -> None:
    account = Account.objects.create(login="baru@contoh.test", email="baru@contoh.test", name="Baru")
    assert client_of(account.pk).post(reverse("password"), {"password": PASSWORD}).status_code == 302


def test_another_account_takes_over_nothing_of_the_one_before(citizen: Account, client: Client) -> None:
    other = Account(login="lain@contoh.test", email="lain@contoh.test", name="Lain")
    other.set_password(PASSWORD)
    other.save()
    session = client.session
    session["unlocked"], session["drafts"] = ["583720461"], []
    session.save()
    client.post(reverse("sign-in"), {"login": citizen.login, "password": PASSWORD})
    assert client.session["unlocked"] == ["583720461"], "what he had opened before he signed in is his"
    client.post(reverse("sign-in"), {"login": other.login, "password": PASSWORD})
    assert client.session["account"] == other.pk
    assert not {"unlocked", "drafts"} & set(client.session.keys())


def test_signing_out_says_what_is_forgotten(citizen: Account) -> None:
    client = client_of(citizen.pk, unlocked=("583720461",))
    answer = client.post(reverse("sign-out"), follow=True)
    assert "Laporan yang dibuka dengan kode juga sudah ditutup" in answer.content.decode()
    assert "unlocked" not in client.session


def test_a_session_lasts_from_its_last_use_and_an_officers_ends_at_rest(world: World) -> None:
    officer = world.officers["solok"].account_id
    warga = Account.objects.create(login="warga@contoh.test", email="warga@contoh.test", name="Warga").pk
    with time_machine.travel(timezone.now(), tick=False) as clock:
        clients = {}
        for name, pk in (("officer", officer), ("warga", warga)):
            clients[name] = client_of(pk)
            session = clients[name].session
            session["seen"] = int(timezone.now().timestamp())
            session.save()
        for _ in range(3):
            clock.shift(timedelta(hours=7))
            assert clients["officer"].get(reverse("account")).status_code == 200
        clock.shift(timedelta(hours=8))
        assert clients["officer"].get(reverse("account")).status_code == 302
        for _ in range(3):
            clock.shift(timedelta(days=10))
            assert clients["warga"].get(reverse("account")).status_code == 200
        with counted() as statements:
            clients["warga"].get(reverse("contact"))
        assert not [one for one in statements if "UPDATE" in one], "most requests write nothing"


@pytest.mark.parametrize("name", ["sign-in", "ask-link", "register", "contact", "password"])
def test_a_form_that_comes_empty_is_told_so(citizen: Account, name: str) -> None:
    assert client_of(citizen.pk).post(reverse(name)).status_code == 422


@pytest.mark.parametrize("spelling", ["0812 3456 7891", "0812-3456-7891", "+6281234567891", "6281234567891"])
def test_guesses_at_one_account_count_together_however_it_is_spelt(
    client: Client, world: World, spelling: str
) -> None:
    for _ in range(SIGN_IN_HERE.times):
        client.post(reverse("sign-in"), {"login": "081234567891", "password": "salah"})
    assert client.post(reverse("sign-in"), {"login": spelling, "password": "salah"}).status_code == 429


def test_guessing_elsewhere_keeps_no_owner_out(client: Client, citizen: Account) -> None:
    for name, extra in (("sign-in", {"password": "salah"}), ("ask-link", {})):
        for _ in range(SIGN_IN_HERE.times + 1):
            Client(REMOTE_ADDR="203.0.113.9").post(reverse(name), {"login": citizen.login} | extra)
    assert client.post(reverse("ask-link"), {"login": citizen.login}).status_code == 200
    answer = client.post(reverse("sign-in"), {"login": citizen.login, "password": PASSWORD})
    assert answer.status_code == 302


@pytest.mark.parametrize("name", ["ask-link", "register"])
def test_one_address_gets_only_so_many_letters_wherever_they_are_asked_for(world: World, name: str) -> None:
    answers = [
        Client(REMOTE_ADDR=f"203.0.113.{number}").post(
            reverse(name), {"name": "Siapa", "login": "siapa@contoh.test"}
        )
        for number in range(LOGIN_LINK_BY_LOGIN.times + 1)
    ]
    assert [answer.status_code for answer in answers] == [200] * LOGIN_LINK_BY_LOGIN.times + [429]
    assert ProcrastinateJob.objects.filter(task_name="send_login_link").count() == LOGIN_LINK_BY_LOGIN.times


def test_whoever_registers_an_unproved_address_after_a_stranger_gets_his_own_name(world: World) -> None:
    for name in ("Orang Iseng", "Rahma Putri"):
        Client().post(reverse("register"), {"name": name, "login": "rahma@contoh.test"})
    assert Account.objects.get(login="rahma@contoh.test").name == "Rahma Putri"


def test_news_are_shown_and_marked_as_read_by_a_press(citizen: Account, world: World) -> None:
    load_notice_texts()
    received(world, actor=actor_for(citizen.pk, today=world.now.date()))
    client = client_of(citizen.pk)
    page = client.get(reverse("account")).content.decode()
    assert "Sekarang dibaca oleh Meja Nasional" in page
    newest = Notice.objects.get(account=citizen, channel="page")
    assert newest.read_at is None, "looking at the page changes nothing"
    assert client.post(reverse("read-own-notices"), {"sampai": newest.pk}).status_code == 302
    page = client.get(reverse("account")).content.decode()
    assert "kabar belum dibaca" not in page and "Tandai sudah dibaca" not in page


def test_an_officers_news_lead_to_his_desk(world: World) -> None:
    load_notice_texts()
    code = at_office(world)
    page = client_of(world.officers["pupr"].account_id).get(reverse("account")).content.decode()
    assert f'href="/meja/laporan/{code}/"' in page and f"/lacak/{code}/" not in page


def test_own_reports_go_on_on_a_further_page(citizen: Account, world: World) -> None:
    actor = actor_for(citizen.pk, today=world.now.date())
    codes = [received(world, actor=actor).code for _ in range(REPORTS + 2)]
    client = client_of(citizen.pk)
    first = client.get(reverse("account")).content.decode()
    older = re.search(r'rel="next" href="([^"]+)"', first)
    assert older is not None
    second = client.get(older[1]).content.decode()
    links = [reverse("track", args=[code]) for code in codes]
    assert [first.count(f'"{link}"') + second.count(f'"{link}"') >= 1 for link in links] == [True] * len(
        links
    )
    assert sum(f'<p><a href="{link}">' in second for link in links) == 2
    assert client.get(f"{reverse('account')}?sesudah=bukan").status_code == 200


def test_own_reports_and_nobody_elses(citizen: Account, world: World) -> None:
    mine = received(world, actor=actor_for(citizen.pk, today=world.now.date())).code
    other = received(world).code
    text = client_of(citizen.pk).get(reverse("account")).content.decode()
    assert reverse("track", args=[mine]) in text
    assert other not in text


def test_an_empty_account_page_shows_a_way_on(citizen: Account) -> None:
    text = client_of(citizen.pk).get(reverse("account")).content.decode()
    assert "Belum ada laporan" in text
    assert reverse("submit") in text
