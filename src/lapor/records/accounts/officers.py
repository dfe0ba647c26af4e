"""Which officers an actor manages: those who are or were trusted with something within his tree."""

from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q, QuerySet

from lapor.records.accounts.account import Account
from lapor.records.accounts.membership import Membership
from lapor.rules.access import Actor
from lapor.rules.administration import is_national, managed_tops


def officers_within(actor: Actor) -> QuerySet[Account]:
    """Accounts with a role, past ones too, at an agency that the actor manages; never those of reporters."""
    roles = memberships_within(actor).filter(account_id=OuterRef("pk"))
    return Account.objects.filter(Exists(roles))


def memberships_within(actor: Actor) -> QuerySet[Membership]:
    """Roles at agencies that the actor manages."""
    if is_national(actor):
        return Membership.objects.all()
    paths = [Q(agency__path__startswith=desk.path) for desk in managed_tops(actor)]
    return Membership.objects.filter(reduce(or_, paths)) if paths else Membership.objects.none()
