"""Nothing that was typed is lost: not with the session, not with the database."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client

from tests.builders.desk import at_desk, markup, read
from tests.builders.portal import browser_of, standing_clock
from tests.builders.world import World, at_office, row

WORDS = "Di depan SD yang mana lubangnya?\nAda patokan lain di dekatnya?"


def broken(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    if sql.startswith('INSERT INTO "lapor_event"'):
        raise OperationalError("the server closed the connection unexpectedly")
    return execute(sql, params, many, context)


def out_of_reach(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    raise OperationalError("the server closed the connection unexpectedly")


@pytest.mark.parametrize("is_down", [True, False])
def test_words_come_back_and_can_be_sent_again(world: World, is_down: bool) -> None:
    code = at_office(world)
    address, typed = f"/meja/laporan/{code}/tanya/", {"question": WORDS, "dari": "tampilan=semua"}
    officer = at_desk(world, "pupr")
    if is_down:
        with connection.execute_wrapper(broken), standing_clock(world.now):
            answer = officer.post(address, typed)
        assert "Sistem kami sedang terganggu" in read(answer, 503) and answer["Retry-After"] == "30"
    else:
        answer = Client().post(address, typed)
        assert "Sesi Anda sudah berakhir." in read(answer, 403)
        assert 'href="/masuk/"' in markup(answer, 403), "officers and citizens each have a place to go to"
    page = markup(answer, answer.status_code)
    assert f'action="{address}"' in page and 'name="question"' in page and WORDS in page
    assert 'name="dari" value="tampilan=semua"' in page
    assert row(code).state == "routed"
    with standing_clock(world.now):
        assert officer.post(address, typed).status_code == 302
    assert row(code).state == "incomplete"


def test_who_typed_nothing_is_shown_the_way_in(world: World) -> None:
    code = at_office(world)
    answer = Client().post(f"/meja/laporan/{code}/tanya/", {"question": " "})
    assert answer["Location"].startswith("/masuk/?next=")


@pytest.mark.parametrize("is_down", [True, False])
def test_a_password_stands_on_no_page(world: World, is_down: bool) -> None:
    typed = {"present_password": "empat-kata-lama", "password": "empat-kata-baru"}
    if is_down:
        browser = browser_of(account_id=world.officers["pupr"].account_id)
        with connection.execute_wrapper(out_of_reach):
            answer = browser.post("/akun/sandi/", typed)
        page = markup(answer, 503)
        assert 'href="/akun/sandi/"' in page and "empat-kata" not in page and "<form" not in page
    else:
        assert Client().post("/akun/sandi/", typed)["Location"] == "/masuk/?next=%2Fakun%2Fsandi%2F"


@pytest.mark.parametrize(
    "address",
    ["/akun/", "/akun/data/", "/akun/sandi/", "/meja/", "/laporan/atom.xml", "/lacak/{}/tanda-terima/pdf/"],
)
def test_a_page_that_was_only_asked_for_can_be_asked_for_again(world: World, address: str) -> None:
    code = at_office(world)
    browser = browser_of(code, account_id=world.officers["pupr"].account_id)
    with connection.execute_wrapper(out_of_reach):
        page = read(browser.get(address.format(code)), 503)
    assert "Coba lagi" in page


@pytest.mark.parametrize(
    ("address", "typed", "words"),
    [
        ("/masuk/tautan/", {"login": "siti@contoh.test"}, "siti@contoh.test"),
        ("/lacak/", {"code": "583720461", "access_code": "RK7M2TXB"}, "RK7M2TXB"),
        ("/lapor/", {"isi": "Lampu mati."}, ">\nLampu mati.</textarea>"),
        ("/laporan/{}/dukung/", {}, 'action="/laporan/'),
    ],
)
def test_so_can_what_anybody_sends(world: World, address: str, typed: dict[str, str], words: str) -> None:
    address = address.format(at_office(world))
    with connection.execute_wrapper(out_of_reach):
        page = markup(Client().post(address, typed), 503)
    assert f'method="post" action="{address}"' in page and words in page
