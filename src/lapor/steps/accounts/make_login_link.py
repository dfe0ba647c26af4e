"""Makes the one-time link that somebody asked for; called by the worker that sends it."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from lapor.records.accounts.account import Account
from lapor.rules.access import Actor
from lapor.steps.accounts._login_link import INVITATION_LIFETIME, LINK_LIFETIME, new_login_link


@dataclass(frozen=True, slots=True)
class LinkToSend:
    """Where it goes and what it opens; the token exists only here and in the message.

    Nothing else is in it: whoever typed this address may have typed the name, too.
    """

    email: str
    language: str
    token: str


def make_login_link(
    *, actor: Actor, login: str, is_invitation: bool = False, now: datetime
) -> LinkToSend | None:
    """The link for whoever signs in with this address, or has proved that it is his. None for nobody."""
    with transaction.atomic():
        account = Account.objects.filter(login=login).first() or Account.objects.with_proved(login).first()
        if account is None or not account.is_active:
            return None
        lifetime = INVITATION_LIFETIME if is_invitation else LINK_LIFETIME
        token = new_login_link(account, lifetime=lifetime, now=now, proves=login)
        return LinkToSend(login, account.language, token)
