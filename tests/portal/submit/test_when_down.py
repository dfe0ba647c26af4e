"""The database dies in the middle of sending: no receipt without a report, nothing lost, no report twice."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from django.db import connection
from django.test import Client

from lapor.records.reports.report import Report
from lapor.steps.reports.confirm import confirm_report
from tests.builders.portal import TEXT, browser_of, standing_clock, typed
from tests.builders.world import in_progress, reporter_of, row, settled, small_world

pytestmark = pytest.mark.django_db(transaction=True)


class Breaker:
    """Kills this process's database connection when a statement that begins like this is about to run."""

    def __init__(self, beginning: str) -> None:
        self.beginning = beginning
        self.has_struck = False

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if not self.has_struck and sql.lstrip().startswith(self.beginning):
            self.has_struck = True
            kill(connection.connection.info.backend_pid)
        return execute(sql, params, many, context)


def kill(pid: int) -> None:
    settings = connection.get_connection_params()
    known = {
        name: settings[name] for name in ("dbname", "user", "password", "host", "port") if settings.get(name)
    }
    with psycopg.connect(**known, autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])


@pytest.mark.parametrize(
    "beginning",
    [
        "INSERT INTO lapor_attempt",
        'INSERT INTO "lapor_report"',
        'INSERT INTO "lapor_event"',
        'INSERT INTO "lapor_reporteridentity"',
    ],
)
def test_a_broken_connection_keeps_everything_and_sending_again_works(beginning: str) -> None:
    small_world()
    words = typed(street="Jalan Pandan Ujung", name="Siti") | {"do": "send"}
    browser = Client(headers={"accept-language": "id"})
    breaker = Breaker(beginning)
    with connection.execute_wrapper(breaker):
        answer = browser.post("/lapor/", words)
    page = answer.content.decode()
    assert breaker.has_struck
    assert (answer.status_code, answer["Retry-After"]) == (503, "30")
    for kept in (
        TEXT,
        f'value="{words["key"]}"',
        'value="Jalan Pandan Ujung"',
        'value="Siti"',
        'value="send"',
        "bukan laporan ganda",
    ):
        assert kept in page
    connection.close()
    assert not Report.everything.exists()
    again = browser.post("/lapor/", words)
    assert again.status_code == 302
    assert Report.everything.get().code in again.url


def test_an_answer_that_never_arrived_is_given_again() -> None:
    """The commit was the last thing that worked: the browser knows nothing and sends once more."""
    small_world()
    words = typed() | {"do": "send"}
    Client().post("/lapor/", words)
    code = Report.everything.get().code
    again = Client(headers={"accept-language": "id"})
    receipt = again.get(again.post("/lapor/", words).url).content.decode()
    assert Report.everything.get().code == code
    assert "Kode, jangan dibagikan" in receipt


@pytest.mark.parametrize(
    ("action", "sent"),
    [
        ("balas", {"words": "Aspalnya sudah retak lagi.", "key": str(uuid4())}),
        ("selesai", {}),
        ("sanggah", {"words": "Lubangnya masih ada."}),
        ("cabut", {"words": "Sudah saya perbaiki sendiri."}),
        ("privasi", {"privacy": "anonymous"}),
        ("nilai", {"rating": "4", "outcome": "solved", "words": "Cepat, tapi berdebu."}),
    ],
)
def test_what_a_reporter_sends_is_kept_too(action: str, sent: dict[str, str]) -> None:
    world = small_world()
    code = settled(world)
    if action == "nilai":
        confirm_report(actor=reporter_of(code), code=code, now=world.later(hours=1))
    events = row(code).events.count()
    browser, address = browser_of(code), f"/lacak/{code}/{action}/"
    with standing_clock(world.later(hours=1)):
        with connection.execute_wrapper(Breaker('INSERT INTO "lapor_event"')):
            answer = browser.post(address, sent)
        page = answer.content.decode()
        assert answer.status_code == 503
        assert f'action="{address}"' in page
        for name, value in sent.items():
            assert f'name="{name}"' in page
            assert value in page
        connection.close()
        assert browser.post(address, sent).status_code == 302
    assert row(code).events.count() == events + 1


@pytest.mark.parametrize("address", ["/lapor/", "/lacak/{}/", "/lacak/{}/tanda-terima/"])
def test_pages_say_kindly_that_they_cannot_be_shown(address: str) -> None:
    world = small_world()
    code = in_progress(world)
    browser = browser_of(code)
    with connection.execute_wrapper(Breaker("SELECT")):
        answer = browser.get(address.format(code))
    connection.close()
    assert answer.status_code == 503
    assert "Coba lagi" in answer.content.decode()
