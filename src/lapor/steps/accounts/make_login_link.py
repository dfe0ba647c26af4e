"""Makes the one-time link that somebody asked for; called by the worker that sends it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from lapor.records.accounts.account import Account
from lapor.rules.access import Actor
from lapor.steps.accounts._login_link import new_login_link

LIFETIME = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class LinkToSend:
    """Where it goes and what it opens; the token exists only here and in the message."""

    email: str
    name: str
    language: str
    token: str


def make_login_link(*, actor: Actor, login: str, now: datetime) -> LinkToSend | None:
    """None where nobody has an account with this address."""
    with transaction.atomic():
        account = Account.objects.filter(login=login, is_active=True).first()
        if account is None:
            return None
        token = new_login_link(account, lifetime=LIFETIME, now=now)
        return LinkToSend(account.email, account.name, account.language, token)
