"""Opens a closed officer's account again."""

from datetime import datetime

from django.db import transaction

from lapor.records.accounts.officers import officers_within
from lapor.rules.access import Actor
from lapor.rules.administration import Deed
from lapor.rules.refusals import NotFound, Refused
from lapor.steps._amend import amend, assign


def reactivate_officer(*, actor: Actor, account_id: int, now: datetime) -> None:
    """He may sign in again; roles have to be given anew. Raises NotFound, Refused for one's own account."""
    with transaction.atomic():
        account = officers_within(actor).select_for_update(of=("self",)).filter(pk=account_id).first()
        if account is None:
            raise NotFound(account_id)
        if account.pk == actor.account_id:
            raise Refused("own_account")
        if assign(account, {"is_active": True}):
            amend(actor, Deed.REACTIVATED, account, now=now)
