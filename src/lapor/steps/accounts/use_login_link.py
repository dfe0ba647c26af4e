"""Signs in with a one-time link."""

from datetime import datetime

from django.db import transaction

from lapor.records.accounts.login_link import LoginLink
from lapor.rules.access import Actor
from lapor.rules.refusals import Refused
from lapor.steps.accounts._login_link import token_hash


def use_login_link(*, actor: Actor, token: str, now: datetime) -> int:
    """The id of the account, whose address is proved by this. Raises Refused(`link_used_up`)."""
    with transaction.atomic():
        link = (
            LoginLink.objects.select_for_update(of=("self",))
            .select_related("account")
            .filter(token_hash=token_hash(token), used_at=None, expires_at__gt=now, account__is_active=True)
            .first()
        )
        if link is None:
            raise Refused("link_used_up")
        link.used_at = now
        link.save(update_fields=["used_at"])
        account = link.account
        account.last_login = now
        if account.email and account.email_confirmed_at is None:
            account.email_confirmed_at = now
        account.save(update_fields=["last_login", "email_confirmed_at"])
        return account.pk
