"""Makes the link that confirms an address somebody entered; called by the worker that sends it."""

from datetime import datetime

from django.db import transaction

from lapor.records.accounts.account import Account
from lapor.rules.access import Actor
from lapor.steps.accounts._login_link import LINK_LIFETIME, new_login_link
from lapor.steps.accounts.make_login_link import LinkToSend


def make_confirmation(*, actor: Actor, account_id: int, now: datetime) -> LinkToSend | None:
    """The link signs nobody in: a mistyped address is a stranger's. None where nothing is to be confirmed."""
    with transaction.atomic():
        account = Account.objects.filter(pk=account_id, is_active=True, email_confirmed_at=None).first()
        if account is None or not account.email:
            return None
        token = new_login_link(account, lifetime=LINK_LIFETIME, now=now, proves=account.email, signs_in=False)
        return LinkToSend(account.email, account.language, token)
