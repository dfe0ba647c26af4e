"""Makes links that work once and asks the worker to send letters; only the hash of a token is kept."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from procrastinate.contrib.django import app

from lapor.records.accounts.account import Account
from lapor.records.accounts.login_link import LoginLink
from lapor.rules.refusals import Refused

# The worker's tasks; they lie in `config/tasks.py`.
LINK_TASK = "send_login_link"
REPORT_LINK_TASK = "send_report_link"
CONFIRMATION_TASK = "send_confirmation"
PASSWORD_TASK = "send_password_notice"  # noqa: S105 - the name of a task
#: For whoever asks for a link and waits for it.
LINK_LIFETIME = timedelta(minutes=30)
#: For whoever is invited and reads the message after the weekend.
INVITATION_LIFETIME = timedelta(days=3)
_NOTICE_LIFETIME = timedelta(days=1)


def token_hash(token: str) -> str:
    """What is stored of a token: long and random, so a plain hash can't be guessed back."""
    return hashlib.sha256(token.encode()).hexdigest()


def new_login_link(
    account: Account, *, lifetime: timedelta, now: datetime, proves: str = "", signs_in: bool = True
) -> str:
    """Stores the link and returns its token, which is shown or sent once and never again."""
    token = secrets.token_urlsafe(32)
    LoginLink.objects.create(
        account=account,
        token_hash=token_hash(token),
        created_at=now,
        expires_at=now + lifetime,
        proves=proves,
        signs_in=signs_in,
    )
    return token


def take_link(token: str, *, signs_in: bool, now: datetime) -> LoginLink:
    """Uses up the link, which comes with its account, and within the transaction of whoever asks.

    Raises Refused(`link_used_up`).
    """
    link = (
        LoginLink.objects.select_for_update(of=("self",))
        .select_related("account")
        .filter(token_hash=token_hash(token), used_at=None, expires_at__gt=now, account__is_active=True)
        .filter(signs_in=signs_in)
        .first()
    )
    if link is None:
        raise Refused("link_used_up")
    link.used_at = now
    link.save(update_fields=["used_at"])
    return link


def prove_address(link: LoginLink, *, now: datetime) -> bool:
    """The address the link was sent to is the account's; False if it has another by now, or is taken."""
    account = link.account
    if not link.proves or account.email != link.proves:
        return False
    account.email_confirmed_at = account.email_confirmed_at or now
    try:
        with transaction.atomic():
            account.save(update_fields=["email_confirmed_at"])
    except IntegrityError:
        return False
    return True


def ask_for_link(login: str, *, now: datetime, is_invitation: bool = False) -> None:
    """Leaves the sending of a link to the worker, in this transaction.

    Whether there is an account is looked up later and elsewhere, so that neither answer nor time tells.
    """
    lifetime = INVITATION_LIFETIME if is_invitation else LINK_LIFETIME
    _defer(LINK_TASK, now + lifetime, login=login, is_invitation=is_invitation)


def ask_for_report_link(code: str, email: str, *, now: datetime) -> None:
    """The same for a link to one report: the worker looks up later whether number and address fit."""
    _defer(REPORT_LINK_TASK, now + LINK_LIFETIME, code=code, email=email)


def ask_for_confirmation(account: Account, *, now: datetime) -> None:
    """Leaves it to the worker to send a link to the account's new, unproved address."""
    _defer(CONFIRMATION_TASK, now + LINK_LIFETIME, account_id=account.pk)


def tell_of_new_password(account: Account, *, now: datetime) -> None:
    """Leaves it to the worker to tell the owner, at an address that is proved or that he signs in with."""
    if account.email and (account.email_confirmed_at or account.email == account.login):
        _defer(PASSWORD_TASK, now + _NOTICE_LIFETIME, account_id=account.pk)


def end_login_links(account: Account, *, now: datetime) -> None:
    """Links that were not used open nothing any more."""
    LoginLink.objects.filter(account=account, used_at=None, expires_at__gt=now).update(expires_at=now)


def _defer(task: str, until: datetime, **details: object) -> None:
    """`until` is when the letter is of no use any more and the worker gives up sending it."""
    app.configure_task(task).defer(until=until.isoformat(), **details)  # type: ignore[arg-type]
