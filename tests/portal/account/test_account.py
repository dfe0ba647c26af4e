"""Signing in, registering, links that work once, and one's own page."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.access.people import client_of
from tests.builders.world import World, received

from lapor.queries.accounts.actor import actor_for
from lapor.records.accounts.account import Account
from lapor.records.accounts.login_link import LoginLink
from lapor.rules.access import SYSTEM
from lapor.rules.attempts import SIGN_IN_BY_LOGIN
from lapor.steps.accounts.make_login_link import make_login_link

PASSWORD = "empat-kata-mudah-diingat"


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
    for _ in range(SIGN_IN_BY_LOGIN.times):
        client.post(reverse("sign-in"), {"login": "warga@contoh.test", "password": "salah"})
    answer = client.post(reverse("sign-in"), {"login": "warga@contoh.test", "password": PASSWORD})
    assert answer.status_code == 429


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
    shown = {"name": "Rahma P.", "email": "w•••@c•••.test", "phone": "+62•••••••890"}
    assert client.post(reverse("contact"), shown).status_code == 302
    citizen.refresh_from_db()
    assert (citizen.name, citizen.phone, citizen.email) == ("Rahma P.", "+6281234567890", "warga@contoh.test")
    client.post(reverse("contact"), shown | {"phone": "0811 2222 333"})
    citizen.refresh_from_db()
    assert citizen.phone == "+628112222333"


def test_a_new_password(citizen: Account) -> None:
    client = client_of(citizen.pk)
    assert client.post(reverse("password"), {"password": "1234567890"}).status_code == 422
    assert client.post(reverse("password"), {"password": PASSWORD + "-baru"}).status_code == 302
    citizen.refresh_from_db()
    assert citizen.check_password(PASSWORD + "-baru")


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
