"""Changes name and contact data of one's own account."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from lapor.rules.access import Actor
from lapor.rules.disclosure import unmasked
from lapor.rules.login import BadLogin, is_email, normalise_login
from lapor.rules.phone import BadPhone, normalise_phone
from lapor.rules.refusals import Refused
from lapor.rules.text import clean_text
from lapor.steps.accounts._login_link import ask_for_confirmation, end_login_links
from lapor.steps.accounts._own import own_account


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDetails:
    """What is typed. A value as it is shown masked stands for the one that is stored.

    What he signs in with can't be changed, so that `email` or `phone` counts, whichever it is not.
    """

    name: str
    email: str = ""
    phone: str = ""


def change_contact(*, actor: Actor, details: OwnDetails, now: datetime) -> bool:
    """True where a link is sent to confirm the address; it is sent anew each time until it was used.

    Whether somebody else has that address is not told: only its owner can confirm it. Raises Refused at a
    field.
    """
    account = own_account(actor)
    account.name = " ".join(clean_text(details.name).split())[:120]
    if len(account.name) < 2:
        raise Refused("name_missing", "name")
    was = account.email
    if is_email(account.login):
        account.phone = _phone(_typed(details.phone, account.phone, "phone"))
    else:
        account.email = _email(_typed(details.email, account.email, "email"))
    is_new = account.email != was
    if is_new:
        account.email_confirmed_at = None
    is_to_confirm = bool(account.email) and account.email_confirmed_at is None and not is_email(account.login)
    with transaction.atomic():
        account.save(update_fields=["name", "email", "email_confirmed_at", "phone"])
        if is_new:
            end_login_links(account, now=now)
        if is_to_confirm:
            ask_for_confirmation(account, now=now)
    return is_to_confirm


def _typed(typed: str, stored: str, field: str) -> str:
    value = unmasked(typed.strip(), stored)
    if value is None:
        raise Refused("masked_in_part", field)
    return value


def _email(typed: str) -> str:
    try:
        address = normalise_login(typed) if typed else ""
    except BadLogin as error:
        raise Refused("email_unreadable", "email") from error
    if address and not is_email(address):
        raise Refused("email_unreadable", "email")
    return address


def _phone(typed: str) -> str:
    try:
        return normalise_phone(typed) if typed else ""
    except BadPhone as error:
        raise Refused("phone_unreadable", "phone") from error
