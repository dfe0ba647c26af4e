"""Canaries outside the pages: e-mails, the export, and what is written to the log."""

import io
import logging

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from lapor.channels.dispatch import deliver_due
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


def test_the_log_names_nobody(
    world: World, marked: tuple[Marked, Marked], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    clients = everybody(world, tuple(one.code for one in marked))
    for one in marked:
        for client in clients.values():
            client.get(f"/lacak/{one.code}/")
            client.get(f"/meja/laporan/{one.code}/")
            client.get(f"/laporan/?q={one.marks['name'].word}")
    assert caplog.records
    for one in marked:
        assert _found(caplog.text, one) == []
