"""Ends a role of an officer."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from lapor.records.accounts.membership import Membership
from lapor.rules.access import Actor
from lapor.rules.administration import manages
from lapor.rules.refusals import Forbidden, NotFound, Refused
from lapor.steps.accounts._end import at_once, end, lock_desks, may_end


def end_membership(
    *,
    actor: Actor,
    membership_id: int,
    last_day: date | None = None,
    is_confirmed: bool = False,
    now: datetime,
) -> None:
    """Ends it after `last_day`, or at once without one. A role is ended, never deleted.

    Raises NotFound, Forbidden for a role that is not his to give, and Refused: ended already, a day in the
    past, the last officer of a desk.
    """
    today = timezone.localdate(now)
    with transaction.atomic():
        membership = Membership.objects.select_related("agency").filter(pk=membership_id).first()
        if membership is None or not manages(actor, membership.agency.path):
            raise NotFound(membership_id)
        if not may_end(actor, membership):
            raise Forbidden(membership.role)
        lock_desks([membership.agency_id])
        membership.refresh_from_db(fields=["valid_to"])
        if membership.valid_to is not None and membership.valid_to < today:
            raise Refused("role_over")
        if last_day is not None and last_day < max(today, membership.valid_from):
            raise Refused("day_in_past", "last_day")
        end(
            actor,
            membership,
            last_day=last_day or at_once(today),
            is_confirmed=is_confirmed,
            today=today,
            now=now,
        )
