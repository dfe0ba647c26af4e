"""Nothing an officer typed is lost: not with his session, not with the database."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client

from tests.builders.desk import at_desk, markup, read
from tests.builders.portal import standing_clock
from tests.builders.world import World, at_office, row

WORDS = "Di depan SD yang mana lubangnya?\nAda patokan lain di dekatnya?"


def broken(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    if sql.startswith('INSERT INTO "lapor_event"'):
        raise OperationalError("the server closed the connection unexpectedly")
    return execute(sql, params, many, context)


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
        assert "/masuk/?next=" in markup(answer, 403)
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
