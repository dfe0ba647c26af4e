"""The tasks behind letters about accounts: made and sent in one go, tried for as long as they are of use."""

import re
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from lapor.config.tasks import WhileOfUse, send_confirmation, send_login_link, send_password_notice
from lapor.records.accounts.account import Account
from lapor.records.accounts.login_link import LoginLink

UNTIL = "2099-01-01T00:00:00+00:00"
EMAIL = "warga@contoh.test"


def path_in(letter: Any) -> str:
    found = re.search(r"https?://[^/]+(/masuk/\S+/)", str(letter.body))
    assert found is not None
    return found[1]


def test_the_link_in_the_letter_opens_the_account(db: None, client: Client) -> None:
    account = Account.objects.create(login=EMAIL, email=EMAIL, name="Rahma https://jahat.test/")
    send_login_link(EMAIL, UNTIL)
    letter = mail.outbox[0]
    assert letter.to == [EMAIL]
    assert "jahat" not in str(letter.body), "whoever typed the address may have typed the name, too"
    assert client.post(path_in(letter))["Location"] == "/akun/"
    account.refresh_from_db()
    assert account.email_confirmed_at is not None


def test_nobody_there_nothing_sent(db: None) -> None:
    send_login_link("tidak-ada@contoh.test", UNTIL)
    send_password_notice(2**31 - 1, UNTIL)
    send_confirmation(2**31 - 1, UNTIL)
    assert mail.outbox == []
    assert not LoginLink.objects.exists()


def test_an_invitation_lasts_over_the_weekend(db: None) -> None:
    Account.objects.create(login=EMAIL, email=EMAIL, name="Rahma")
    send_login_link(EMAIL, UNTIL, is_invitation=True)
    assert "tiga hari" in str(mail.outbox[0].body)
    assert LoginLink.objects.get().expires_at > timezone.now() + timedelta(days=2, hours=23)


@pytest.mark.parametrize("is_proved", [True, False])
def test_a_telephone_account_comes_back_by_an_address_it_has_proved(
    db: None, client: Client, is_proved: bool
) -> None:
    proved_at = timezone.now() if is_proved else None
    Account.objects.create(login="+6281234567890", email=EMAIL, name="Budi", email_confirmed_at=proved_at)
    send_login_link(EMAIL, UNTIL)
    assert len(mail.outbox) == is_proved
    if is_proved:
        assert client.post(path_in(mail.outbox[0]))["Location"] == "/akun/"


def test_confirming_an_address_signs_nobody_in(db: None, client: Client) -> None:
    """A mistyped address is a stranger's."""
    account = Account.objects.create(login="+6281234567890", email=EMAIL, name="Budi")
    send_confirmation(account.pk, UNTIL)
    path = path_in(mail.outbox[0])
    assert client.post(path.replace("/surel/", "/tautan/"))["Location"] == "/masuk/tautan/"
    assert client.get(path).status_code == 200
    client.post(path)
    account.refresh_from_db()
    assert account.email_confirmed_at is not None
    assert client.get("/akun/").status_code == 302
    mail.outbox.clear()
    send_confirmation(account.pk, UNTIL)
    assert mail.outbox == [], "nothing is left to confirm"


def test_an_address_that_another_account_has_proved_is_taken(db: None, client: Client) -> None:
    Account.objects.create(login=EMAIL, email=EMAIL, name="Rahma", email_confirmed_at=timezone.now())
    account = Account.objects.create(login="+6281234567890", email=EMAIL, name="Budi")
    send_confirmation(account.pk, UNTIL)
    client.post(path_in(mail.outbox[0]))
    account.refresh_from_db()
    assert account.email_confirmed_at is None


def test_a_letter_is_tried_for_as_long_as_somebody_may_wait_for_it() -> None:
    """A mail server that is away for a quarter of an hour costs nobody his link."""
    strategy, error = WhileOfUse(), OSError()
    until = timezone.now() + timedelta(minutes=30)
    waited, tries = timedelta(), 0
    while True:
        job: Any = SimpleNamespace(attempts=tries, task_kwargs={"until": (until - waited).isoformat()})
        decision = strategy.get_retry_decision(exception=error, job=job)
        if decision is None:
            break
        assert decision.retry_at is not None
        waited, tries = waited + (decision.retry_at - timezone.now()), tries + 1
    assert timedelta(minutes=25) < waited < timedelta(minutes=30)
    assert 8 < tries < 20
