"""One's own account, for changing it."""

from lapor.records.accounts.account import Account
from lapor.rules.access import Actor
from lapor.rules.refusals import NotFound


def own_account(actor: Actor) -> Account:
    """Raises NotFound without an active account."""
    account = None
    if actor.account_id is not None:
        account = Account.objects.filter(pk=actor.account_id, is_active=True).first()
    if account is None:
        raise NotFound("account")
    return account
