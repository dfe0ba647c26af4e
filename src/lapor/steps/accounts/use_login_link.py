"""Signs in with a one-time link."""

from datetime import datetime

from django.db import transaction

from lapor.rules.access import Actor
from lapor.steps.accounts._login_link import prove_address, take_link


def use_login_link(*, actor: Actor, token: str, now: datetime) -> int:
    """The id of the account; the address the link was sent to is proved by this.

    Raises Refused(`link_used_up`).
    """
    with transaction.atomic():
        link = take_link(token, signs_in=True, now=now)
        prove_address(link, now=now)
        link.account.last_login = now
        link.account.save(update_fields=["last_login"])
        return link.account_id
