"""Canaries outside the pages: e-mails, the export, and what is written to the log."""

import io
import logging
import logging.config
from collections.abc import Iterator

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.testing import InMemoryConnector

from lapor.channels.dispatch import deliver_due
from lapor.config.logging import logging_settings
from lapor.steps.accounts._login_link import LINK_TASK
from tests.access.canaries import Mark, Marked, open_report_with_marks, secret_report_with_marks
from tests.access.people import everybody
from tests.builders.notices import load_notice_texts
from tests.builders.world import World


@pytest.fixture
def marked(world: World) -> tuple[Marked, Marked]:
    load_notice_texts()
    return open_report_with_marks(world), secret_report_with_marks(world)


def _found(text: str, one: Marked, *, but: frozenset[str] = frozenset()) -> list[str]:
    return [name for name, mark in one.marks.items() if mark.word in text and name not in but]


def test_an_e_mail_says_only_what_its_reader_may_know(world: World, marked: tuple[Marked, Marked]) -> None:
    open_one, secret_one = marked
    with time_machine.travel(world.later(days=1)):
        while deliver_due(clock=timezone.now):
            pass
    assert len(mail.outbox) > 6
    for one in marked:
        address = f"{one.marks['email'].word}@contoh.test"
        letters = [letter for letter in mail.outbox if letter.to == [address]]
        assert letters
        others = [letter for letter in mail.outbox if letter.to != [address]]
        assert not [letter for letter in others if _found(str(letter.message()), one)]
    text = "".join(
        letter.body for letter in mail.outbox if letter.to[0].startswith(open_one.marks["email"].word)
    )
    assert open_one.marks["answer"].word in text, "the reporter is told what was answered"
    assert _found(text, open_one, but=_for("reporter", open_one)) == []
    secret_text = "".join(
        str(letter.message())
        for letter in mail.outbox
        if letter.to[0].startswith(secret_one.marks["email"].word)
    )
    assert _found(secret_text, secret_one, but=frozenset({"email"})) == [], (
        "a secret report's mail tells nothing"
    )


def _for(role: str, one: Marked) -> frozenset[str]:
    def may(mark: Mark) -> bool:
        return role in mark.allowed

    return frozenset(name for name, mark in one.marks.items() if may(mark)) | {"email", "name"}


def test_the_export_holds_public_fields_only(world: World, marked: tuple[Marked, Marked]) -> None:
    open_one, secret_one = marked
    for form in ("csv", "jsonl"):
        out = io.StringIO()
        call_command("export", format=form, stdout=out)
        text = out.getvalue()
        assert open_one.code in text
        assert secret_one.code not in text
        assert _found(text, open_one, but=frozenset({"public", "answer"})) == []
        assert _found(text, secret_one) == []


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What the handler of the settings writes, as a server's log would hold it."""
    configured = logging_settings(as_json=True)
    configured["handlers"]["stderr"]["stream"] = out = io.StringIO()
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    logging.config.dictConfig(configured)
    yield out
    root.handlers[:], root.level = handlers, level


def test_the_log_names_nobody(
    world: World, marked: tuple[Marked, Marked], written: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes = tuple(one.code for one in marked)
    clients = everybody(world, codes)
    for one in marked:
        for client in clients.values():
            client.get(f"/lacak/{one.code}/")
            client.get(f"/meja/laporan/{one.code}/")
            client.get(f"/laporan/?q={one.marks['name'].word}")
            client.post(f"/lacak/{one.code}/balas/", {"text": one.marks["text"].word})
    _fail(marked, clients["reporter"], monkeypatch)
    _fail_at_work(marked, monkeypatch)
    text = written.getvalue()
    assert " 500 " in text and "IntegrityError" in text and "the mail server is away" in text
    for one in marked:
        assert _found(text, one) == []


def _fail(marked: tuple[Marked, Marked], client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """A request that ends in 500, because the database refused a row and quoted all of it."""

    def refused(*_args: object, **_kwargs: object) -> None:
        words = {name: mark.word for name, mark in marked[0].marks.items()}
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO lapor_reporteridentity (report_id, name, email, phone, address)"
                " VALUES (NULL, %(name)s, %(email)s, %(phone)s, %(address)s)",
                words,
            )

    monkeypatch.setattr("lapor.portal.track.page.tracking_page", refused)
    with transaction.atomic():
        assert client.get(f"/lacak/{marked[0].code}/").status_code == 500
        transaction.set_rollback(True)


def _fail_at_work(marked: tuple[Marked, Marked], monkeypatch: pytest.MonkeyPatch) -> None:
    """A job whose argument is somebody's address fails for good."""

    def away(*_args: object, login: str, **_kwargs: object) -> None:
        raise ConnectionError(f"the mail server is away, {login} waits")

    monkeypatch.setattr("lapor.config.tasks.make_login_link", away)
    monkeypatch.setattr("lapor.config.tasks.send_login_link.retry_strategy", None)
    with app.replace_connector(InMemoryConnector()) as jobs:
        for one in marked:
            jobs.configure_task(LINK_TASK).defer(
                login=f"{one.marks['email'].word}@contoh.test", until="2027-01-01T00:00:00+00:00"
            )
        # The rounds it would make up for run in threads of their own, and what they wrote would stay.
        monkeypatch.setattr(jobs.periodic_registry, "periodic_tasks", {})
        jobs.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)
