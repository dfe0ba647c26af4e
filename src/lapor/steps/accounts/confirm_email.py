"""Confirms the e-mail address that somebody entered for his account."""

from datetime import datetime

from django.db import transaction

from lapor.rules.access import Actor
from lapor.rules.refusals import Refused
from lapor.steps.accounts._login_link import prove_address, take_link


def confirm_email(*, actor: Actor, token: str, now: datetime) -> None:
    """Whoever holds the link reads that mailbox; he is signed in nowhere.

    Raises Refused: `link_used_up`, and `email_taken` where another account has proved this address.
    """
    with transaction.atomic():
        link = take_link(token, signs_in=False, now=now)
        if not prove_address(link, now=now):
            raise Refused("email_taken")
