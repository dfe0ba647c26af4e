"""Opens an account for somebody who wants one; nobody needs one to report."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from lapor.records.accounts.account import Account
from lapor.records.accounts.membership import Membership
from lapor.rules.access import Actor
from lapor.rules.login import BadLogin, is_email, normalise_login
from lapor.rules.refusals import Refused
from lapor.rules.text import clean_text
from lapor.steps.accounts._login_link import ask_for_link
from lapor.steps.accounts._password import check_new_password


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAccount:
    """What is typed. `login` is an e-mail address or a telephone number; only the latter needs a password."""

    name: str
    login: str
    password: str = ""
    language: str = "id"


def register_account(*, actor: Actor, details: NewAccount, now: datetime) -> int | None:
    """The id of the new account, which may sign in at once; None where a link was sent instead.

    An e-mail address is proved by a link, and whoever has an account with it already gets a link too, so
    that nobody learns from this page who has one. Such an account starts without a password: one that was
    typed before the address was proved may be a stranger's, and so may the name, which the next one who
    registers writes anew. Raises Refused at a field.
    """
    name = " ".join(clean_text(details.name).split())[:120]
    if len(name) < 2:
        raise Refused("name_missing", "name")
    try:
        login = normalise_login(details.login)
    except BadLogin as error:
        raise Refused("login_unreadable", "login") from error
    with transaction.atomic():
        if is_email(login):
            if not Account.objects.with_proved(login).exists() and _open(name, login, details, now) is None:
                _rename_nobodys(login, name)
            ask_for_link(login, now=now)
            return None
        check_new_password(details.password)
        account = _open(name, login, details, now)
        if account is None:
            raise Refused("login_taken", "login")
        return account.pk


def _open(name: str, login: str, details: NewAccount, now: datetime) -> Account | None:
    account = Account(
        login=login,
        name=name,
        email=login if is_email(login) else "",
        phone="" if is_email(login) else login,
        language=details.language,
        created_at=now,
    )
    if is_email(login):
        account.set_unusable_password()
    else:
        account.set_password(details.password)
    try:
        with transaction.atomic():
            account.save(force_insert=True)
    except IntegrityError:
        return None
    return account


def _rename_nobodys(login: str, name: str) -> None:
    account = Account.objects.select_for_update().get(login=login)
    if account.is_nobodys and not Membership.objects.filter(account=account).exists():
        account.name = name
        account.save(update_fields=["name"])
