"""Closes an officer's account."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from lapor.records.accounts.officers import officers_within
from lapor.rules.access import Actor
from lapor.rules.administration import Deed
from lapor.rules.refusals import Forbidden, NotFound, Refused
from lapor.steps._amend import amend, assign
from lapor.steps.accounts._end import at_once, end, may_end, roles_of
from lapor.steps.accounts._login_link import end_login_links


def deactivate_officer(*, actor: Actor, account_id: int, is_confirmed: bool = False, now: datetime) -> None:
    """He can't sign in any more, his roles end at once, and whoever is signed in with it is out.

    Raises NotFound; Forbidden if he has a role elsewhere too; Refused for one's own account and for the last
    officer of a desk.
    """
    today = timezone.localdate(now)
    with transaction.atomic():
        roles = roles_of(account_id, today)
        account = officers_within(actor).select_for_update(of=("self",)).filter(pk=account_id).first()
        if account is None:
            raise NotFound(account_id)
        if account.pk == actor.account_id:
            raise Refused("own_account")
        if not all(may_end(actor, role) for role in roles):
            raise Forbidden("he is trusted with something elsewhere")
        for role in roles:
            end(actor, role, last_day=at_once(today), is_confirmed=is_confirmed, today=today, now=now)
        end_login_links(account, now=now)
        if assign(account, {"is_active": False}):
            amend(actor, Deed.DEACTIVATED, account, now=now)
