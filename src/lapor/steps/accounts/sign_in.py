"""Checks a password."""

from datetime import datetime

from django.contrib.auth.hashers import check_password, make_password

from lapor.records.accounts.account import Account
from lapor.rules.access import Actor
from lapor.rules.login import BadLogin, normalise_login
from lapor.rules.refusals import Refused


def sign_in_account(*, actor: Actor, login: str, password: str, now: datetime) -> int:
    """The id of the account that signs in.

    Raises Refused(`login_wrong`) with the same words, after the same work, whatever was wrong.
    """
    account = _account(login)
    if account is None:
        make_password(password)  # as slow as a check, so that the clock tells nothing
        raise Refused("login_wrong", "login")
    if not check_password(password, account.password) or not account.is_active:
        raise Refused("login_wrong", "login")
    account.last_login = now
    account.save(update_fields=["last_login"])
    return account.pk


def _account(login: str) -> Account | None:
    try:
        return Account.objects.filter(login=normalise_login(login)).first()
    except BadLogin:
        return None
