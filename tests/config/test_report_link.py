"""The way back for whoever lost the code: from the form over a real mail server to the page."""

import re
from typing import Any

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from lapor.config.tasks import send_report_link
from lapor.records.accounts.account import Account
from lapor.records.reports.identity import ReporterIdentity
from lapor.records.reports.report_link import ReportLink
from lapor.rules.attempts import REPORT_LINK_BY_EMAIL, REPORT_LINK_BY_PLACE
from lapor.rules.tracking_code import grouped
from tests.access.people import account_of
from tests.builders.mail import MailServer
from tests.builders.portal import browser_of, standing_clock
from tests.builders.world import START, World, received

ASK = "/lacak/tautan/"
UNTIL = "2026-12-31T00:00:00+00:00"


def asked_for() -> dict[str, Any]:
    """What the worker is told, once."""
    job = ProcrastinateJob.objects.get(task_name="send_report_link")
    return dict(job.args)


def address_in(letter: Any) -> str:
    found = re.search(r"https?://[^/]+(/lacak/tautan/\S+/)", letter.get_content())
    assert found is not None
    return found[1]


def test_from_the_form_to_the_page(world: World, mail_server: MailServer) -> None:
    code, browser = received(world, is_secret=True).code, browser_of()
    answer = browser.post(ASK, {"code": grouped(code), "email": "Siti@Contoh.test"})
    assert "Periksa surel Anda" in answer.content.decode()
    send_report_link(**asked_for())
    (letter,) = mail_server.letters
    assert letter["To"] == "siti@contoh.test"
    assert grouped(code) in letter["Subject"]
    assert "Pandan" not in letter.as_string()
    address = address_in(letter)
    assert "Riwayat" not in browser.get(address).content.decode()
    assert "Riwayat" in browser.post(address, follow=True).content.decode()
    other = browser_of().post(address, follow=True)
    assert "sudah dipakai" in other.content.decode()
    assert not ReportLink.objects.filter(used_at=None).exists()


def test_it_opens_this_report_and_no_other(world: World, mail_server: MailServer) -> None:
    code, other, browser = received(world).code, received(world).code, browser_of()
    send_report_link(code, "siti@contoh.test", UNTIL)
    browser.post(address_in(mail_server.letters[0]))
    assert "Riwayat" in browser.get(f"/lacak/{code}/").content.decode()
    assert "Riwayat" not in browser.get(f"/lacak/{other}/").content.decode()


def test_an_account_is_told_at_its_own_address(world: World, mail_server: MailServer) -> None:
    code = received(world).code
    Account.objects.filter(pk=account_of("rahma@contoh.test")).update(email="Rahma@contoh.test")
    ReporterIdentity.everything.filter(report__code=code).update(account=account_of("rahma@contoh.test"))
    send_report_link(code, "rahma@contoh.test", UNTIL)
    assert mail_server.recipients == ["Rahma@contoh.test"]


def test_what_does_not_fit_sends_nothing_and_looks_the_same(world: World, mail_server: MailServer) -> None:
    code, nobody = received(world).code, "lain@contoh.test"
    pages = []
    for email in ("siti@contoh.test", nobody):
        answer = browser_of().post(ASK, {"code": code, "email": email})
        page = re.sub(r'csrfmiddlewaretoken" value="[^"]+"', "", answer.content.decode())
        pages.append(page.replace(email, "SUREL"))
    assert pages[0] == pages[1]
    for number, email in ((code, nobody), (code, ""), ("583720461", "siti@contoh.test")):
        send_report_link(number, email, UNTIL)
    assert (mail_server.letters, ReportLink.objects.count()) == ([], 0)


@pytest.mark.parametrize("typed", [{"code": "583720462"}, {"email": "siti"}, {"email": ""}])
def test_typing_errors_are_named(world: World, typed: dict[str, str]) -> None:
    right = {"code": received(world).code, "email": "siti@contoh.test"}
    assert browser_of().post(ASK, right | typed).status_code == 422
    assert not ProcrastinateJob.objects.exists()


def test_nobody_is_flooded_with_letters(world: World) -> None:
    code = received(world).code
    words = {"code": code, "email": "siti@contoh.test"}
    with standing_clock(START):
        answers = [
            browser_of().post(ASK, words).status_code for _letter in range(REPORT_LINK_BY_EMAIL.times + 1)
        ]
        for number in range(REPORT_LINK_BY_PLACE.times):
            last = browser_of().post(ASK, words | {"email": f"{number}@contoh.test"})
    assert (answers[-2], answers[-1]) == (200, 429)
    assert last.status_code == 429
    assert int(last["Retry-After"]) > 0
    assert f'value="{REPORT_LINK_BY_PLACE.times - 1}@contoh.test"' in last.content.decode()
