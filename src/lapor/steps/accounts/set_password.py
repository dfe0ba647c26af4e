"""Sets the password of one's own account."""

from datetime import datetime

from lapor.rules.access import Actor
from lapor.steps.accounts._own import own_account
from lapor.steps.accounts._password import check_new_password


def set_password(*, actor: Actor, password: str, now: datetime) -> None:
    """Raises Refused for a weak one."""
    check_new_password(password)
    account = own_account(actor)
    account.set_password(password)
    account.save(update_fields=["password"])
