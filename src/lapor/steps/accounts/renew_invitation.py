"""Makes a new one-time link for an officer who has not signed in yet."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from lapor.records.accounts.login_link import LoginLink
from lapor.records.accounts.officers import officers_within
from lapor.rules.access import Actor
from lapor.rules.administration import Deed
from lapor.rules.refusals import Forbidden, NotFound, Refused
from lapor.steps._amend import amend
from lapor.steps.accounts._end import may_end, roles_of
from lapor.steps.accounts._login_link import INVITATION_LIFETIME, end_login_links, new_login_link


def renew_invitation(*, actor: Actor, account_id: int, now: datetime) -> str:
    """Ends the old link and returns the new one's token, to be passed on once.

    Raises NotFound; Refused once the account is in use, because the link would open it to whoever holds it;
    Forbidden if its owner is trusted with something that is not the actor's to give.
    """
    with transaction.atomic():
        account = officers_within(actor).select_for_update(of=("self",)).filter(pk=account_id).first()
        if account is None or not account.is_active:
            raise NotFound(account_id)
        has_come = LoginLink.objects.filter(account=account).exclude(used_at=None).exists()
        if account.last_login or account.has_password or has_come:
            raise Refused("account_in_use")
        if not all(may_end(actor, role) for role in roles_of(account_id, timezone.localdate(now))):
            raise Forbidden("he is trusted with something elsewhere")
        end_login_links(account, now=now)
        token = new_login_link(account, lifetime=INVITATION_LIFETIME, now=now)
        amend(actor, Deed.LINK_ISSUED, account, now=now)
        return token
