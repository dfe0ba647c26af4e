"""Sets the password of one's own account."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.hashers import check_password
from django.db import transaction

from lapor.records.accounts.account import Account
from lapor.rules.access import Actor
from lapor.rules.refusals import Refused
from lapor.rules.sessions import is_proof_fresh
from lapor.steps.accounts._login_link import end_login_links, tell_of_new_password
from lapor.steps.accounts._own import own_account
from lapor.steps.accounts._password import check_new_password


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPassword:
    """The new one, the present one, and when whoever asks signed in with a one-time link, if he did."""

    password: str
    present_password: str = ""
    proved_at: datetime | None = None


def set_password(*, actor: Actor, details: NewPassword, now: datetime) -> int:
    """Ends the account's open links and, by its new seal, all its sessions; returns its id to sign in anew.

    Raises Refused for a weak password and for a wrong present one. That is asked for unless there is none
    or a one-time link was used a moment ago: whoever forgot it comes in by a link.
    """
    account = own_account(actor)
    if account.has_password and not is_proof_fresh(details.proved_at, now):
        _check_present(account, details.present_password)
    check_new_password(details.password)
    with transaction.atomic():
        account.set_password(details.password)
        account.save(update_fields=["password"])
        end_login_links(account, now=now)
        tell_of_new_password(account, now=now)
    return account.pk


def _check_present(account: Account, typed: str) -> None:
    if not typed:
        raise Refused("password_missing", "present_password")
    if not check_password(typed, account.password):
        raise Refused("password_wrong", "present_password")
