"""Invites an officer: an account, a role, and a link that signs in once."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction

from lapor.records.accounts.account import Account
from lapor.records.accounts.membership import Membership
from lapor.rules.access import Actor
from lapor.rules.administration import Deed
from lapor.rules.phone import BadPhone, normalise_phone
from lapor.rules.refusals import Refused
from lapor.rules.text import clean_text
from lapor.steps._amend import amend
from lapor.steps.accounts._grant import Grant as Grant
from lapor.steps.accounts._grant import give, granting_agency
from lapor.steps.accounts._login_link import INVITATION_LIFETIME, ask_for_link, new_login_link

_SHORTEST_NAME, _LONGEST_NAME, _LONGEST_EMAIL = 3, 120, 254


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOfficer:
    """Whoever is invited; he signs in with his e-mail address.

    `by_email`: the link is sent to that address instead of being handed to whoever invites.
    """

    name: str
    email: str
    phone: str = ""
    grant: Grant
    by_email: bool = False


@dataclass(frozen=True, slots=True)
class Invitation:
    """What came of it. `token` opens the account once; empty where it was sent, or not made at all.

    Whoever invites may pass the token on, so it is never made for an account that somebody already uses:
    it would open whatever else that account may do.
    """

    account_id: int
    is_new: bool
    token: str = ""


def create_officer(*, actor: Actor, details: NewOfficer, now: datetime) -> Invitation:
    """Stores account and role; an account with this address gets the role only, its name stays.

    Raises NotFound for an agency that is not the actor's to manage, Forbidden for a role that is not his to
    give, and Refused at a field.
    """
    name, email, phone = _name(details.name), _email(details.email), _phone(details.phone)
    try:
        return _created(actor, details, Account(login=email, email=email, phone=phone, name=name), now)
    except IntegrityError:
        # Somebody else invited the same address at this moment; now there is an account.
        return _created(actor, details, Account(login=email, email=email, phone=phone, name=name), now)


def _created(actor: Actor, details: NewOfficer, account: Account, now: datetime) -> Invitation:
    with transaction.atomic():
        agency = granting_agency(actor, details.grant)
        if (known := _officer_with(account.login)) is not None:
            give(actor, known, agency, details.grant, now)
            return Invitation(known.pk, is_new=False)
        account.created_at = now
        account.set_unusable_password()
        account.save(force_insert=True)
        amend(actor, Deed.ADDED, account, agency_id=agency.pk, now=now)
        give(actor, account, agency, details.grant, now)
        if details.by_email:
            ask_for_link(account.login, now=now, is_invitation=True)
            return Invitation(account.pk, is_new=True)
        token = new_login_link(account, lifetime=INVITATION_LIFETIME, now=now)
        return Invitation(account.pk, is_new=True, token=token)


def _officer_with(email: str) -> Account | None:
    """The officer who signs in with this address, if there is one. Raises Refused for anybody else's.

    A reporter's account never becomes an officer's: whoever invites would learn whose address it is. One that
    somebody opened without ever proving the address keeps nobody out: it makes room.
    """
    account = Account.objects.select_for_update().filter(login=email).first()
    if account is None:
        if Account.objects.with_proved(email).exists():
            raise Refused("email_in_use", "email")
        return None
    if not Membership.objects.filter(account=account).exists():
        if not account.is_nobodys:
            raise Refused("email_in_use", "email")
        account.delete()
        return None
    if not account.is_active:
        raise Refused("account_inactive", "email")
    return account


def _name(text: str) -> str:
    name = " ".join(clean_text(text).split())
    if len(name) < _SHORTEST_NAME:
        raise Refused("officer_name_missing", "name")
    if len(name) > _LONGEST_NAME:
        raise Refused("line_too_long", "name")
    return name


def _email(text: str) -> str:
    email = clean_text(text).lower()
    try:
        validate_email(email)
    except ValidationError as error:
        raise Refused("email_unreadable", "email") from error
    if len(email) > _LONGEST_EMAIL:
        raise Refused("email_unreadable", "email")
    return email


def _phone(text: str) -> str:
    if not text.strip():
        return ""
    try:
        return normalise_phone(text)
    except BadPhone as error:
        raise Refused("phone_unreadable", "phone") from error
