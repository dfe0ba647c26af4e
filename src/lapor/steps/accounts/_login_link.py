"""Makes links that sign an account in once, or open one report; only the hash of the token is kept."""

import hashlib
import secrets
from datetime import datetime, timedelta

from procrastinate.contrib.django import app

from lapor.records.accounts.account import Account
from lapor.records.accounts.login_link import LoginLink

#: The worker's tasks that make and send links; they lie in `config/tasks.py`.
LINK_TASK = "send_login_link"
REPORT_LINK_TASK = "send_report_link"
#: For whoever is invited and reads the message after the weekend.
INVITATION_LIFETIME = timedelta(days=3)


def token_hash(token: str) -> str:
    """What is stored of a token: long and random, so a plain hash can't be guessed back."""
    return hashlib.sha256(token.encode()).hexdigest()


def new_login_link(account: Account, *, lifetime: timedelta, now: datetime) -> str:
    """Stores the link and returns its token, which is shown or sent once and never again."""
    token = secrets.token_urlsafe(32)
    LoginLink.objects.create(
        account=account, token_hash=token_hash(token), created_at=now, expires_at=now + lifetime
    )
    return token


def ask_for_link(login: str) -> None:
    """Leaves the sending of a link to the worker, in this transaction.

    Whether there is an account is looked up later and elsewhere, so that neither answer nor time tells.
    """
    app.configure_task(LINK_TASK).defer(login=login)


def end_login_links(account: Account, *, now: datetime) -> None:
    """Links that were not used open nothing any more."""
    LoginLink.objects.filter(account=account, used_at=None, expires_at__gt=now).update(expires_at=now)
