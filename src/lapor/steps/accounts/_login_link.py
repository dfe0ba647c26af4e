"""Makes links that sign an account in once; only the hash of the token is kept."""

import hashlib
import secrets
from datetime import datetime, timedelta

from lapor.records.accounts.account import Account
from lapor.records.accounts.login_link import LoginLink

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


def end_login_links(account: Account, *, now: datetime) -> None:
    """Links that were not used open nothing any more."""
    LoginLink.objects.filter(account=account, used_at=None, expires_at__gt=now).update(expires_at=now)
