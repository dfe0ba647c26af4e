"""Changes name and contact data of one's own account."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from lapor.records.accounts.account import Account
from lapor.rules.access import Actor
from lapor.rules.disclosure import is_masked
from lapor.rules.login import BadLogin, is_email, normalise_login
from lapor.rules.phone import BadPhone, normalise_phone
from lapor.rules.refusals import Refused
from lapor.rules.text import clean_text
from lapor.steps.accounts._own import own_account


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDetails:
    """What is typed. A masked value stands for the one that is stored."""

    name: str
    email: str
    phone: str


def change_contact(*, actor: Actor, details: OwnDetails, now: datetime) -> None:
    """What he signs in with stays as it is. Raises Refused at a field."""
    account = own_account(actor)
    account.name = " ".join(clean_text(details.name).split())[:120]
    if len(account.name) < 2:
        raise Refused("name_missing", "name")
    if not is_masked(details.email) and not is_email(account.login):
        _set_email(account, details.email.strip())
    if not is_masked(details.phone) and is_email(account.login):
        account.phone = _phone(details.phone.strip())
    try:
        with transaction.atomic():
            account.save(update_fields=["name", "email", "email_confirmed_at", "phone"])
    except IntegrityError as error:
        raise Refused("email_taken", "email") from error


def _set_email(account: Account, typed: str) -> None:
    try:
        address = normalise_login(typed) if typed else ""
    except BadLogin as error:
        raise Refused("email_unreadable", "email") from error
    if address and not is_email(address):
        raise Refused("email_unreadable", "email")
    if address != account.email:
        account.email, account.email_confirmed_at = address, None


def _phone(typed: str) -> str:
    try:
        return normalise_phone(typed) if typed else ""
    except BadPhone as error:
        raise Refused("phone_unreadable", "phone") from error
