"""Gives a further role to an officer."""

from datetime import datetime

from django.db import transaction

from lapor.records.accounts.officers import officers_within
from lapor.rules.access import Actor
from lapor.rules.refusals import NotFound
from lapor.steps.accounts._grant import Grant, give, granting_agency


def grant_membership(*, actor: Actor, account_id: int, grant: Grant, now: datetime) -> int:
    """Stores the role and returns its id.

    Raises NotFound for an officer or an agency that is not the actor's to manage, Forbidden for a role that
    is not his to give, Refused at a field.
    """
    with transaction.atomic():
        agency = granting_agency(actor, grant)
        account = officers_within(actor).select_for_update(of=("self",)).filter(pk=account_id).first()
        if account is None or not account.is_active:
            raise NotFound(account_id)
        return give(actor, account, agency, grant, now).pk
