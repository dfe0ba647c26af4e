"""What an account says of its owner, for himself alone."""

from dataclasses import dataclass

from lapor.records.accounts.account import Account
from lapor.rules.access import Actor
from lapor.rules.login import is_email


@dataclass(frozen=True, slots=True)
class OwnContact:
    """Name and contact data of the actor's own account; `login` is what he signs in with."""

    login: str
    name: str
    email: str
    phone: str
    is_email_confirmed: bool
    has_password: bool

    @property
    def changeable(self) -> str:
        """Which of "email" and "phone" he may change: the other one is what he signs in with."""
        return "phone" if is_email(self.login) else "email"


def own_contact(actor: Actor) -> OwnContact | None:
    """None without an account."""
    if actor.account_id is None:
        return None
    account = Account.objects.filter(pk=actor.account_id, is_active=True).first()
    if account is None:
        return None
    return OwnContact(
        login=account.login,
        name=account.name,
        email=account.email,
        phone=account.phone,
        is_email_confirmed=account.email_confirmed_at is not None,
        has_password=account.has_password,
    )
