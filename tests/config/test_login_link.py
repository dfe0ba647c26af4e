"""The task behind "log in by link": made and sent in one go, or not at all."""

import re

from django.core import mail
from django.test import Client

from lapor.config.tasks import send_login_link
from lapor.records.accounts.account import Account
from lapor.records.accounts.login_link import LoginLink


def test_the_link_in_the_letter_opens_the_account(db: None, client: Client) -> None:
    Account.objects.create(login="warga@contoh.test", email="warga@contoh.test", name="Rahma")
    send_login_link("warga@contoh.test")
    letter = mail.outbox[0]
    assert letter.to == ["warga@contoh.test"]
    found = re.search(r"https?://[^/]+(/masuk/tautan/\S+/)", str(letter.body))
    assert found is not None
    assert client.post(found[1])["Location"] == "/akun/"


def test_nobody_there_nothing_sent(db: None) -> None:
    send_login_link("tidak-ada@contoh.test")
    assert mail.outbox == []
    assert not LoginLink.objects.exists()
