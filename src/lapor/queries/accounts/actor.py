"""Who an account is when it asks: its desks today."""

from collections.abc import Iterable
from datetime import date

from django.db.models import BooleanField, ExpressionWrapper, Q

from lapor.records.accounts.account import Account
from lapor.rules.access import STRANGER, Actor, ActorKind, Desk, Role


def actor_for(account_id: int | None, *, unlocked: Iterable[str] = (), today: date) -> Actor:
    """The actor behind a session: officer if the account has a membership today, else reporter or stranger.

    One statement for an account, none for a stranger. An inactive account is nobody.
    """
    codes = frozenset(unlocked)
    if account_id is None:
        return Actor(ActorKind.REPORTER, unlocked=codes) if codes else STRANGER
    valid = Q(memberships__valid_from__lte=today) & (
        Q(memberships__valid_to=None) | Q(memberships__valid_to__gte=today)
    )
    rows = list(
        Account.objects.filter(pk=account_id, is_active=True)
        .annotate(is_valid=ExpressionWrapper(valid, BooleanField()))
        .values_list(
            "name",
            "memberships__role",
            "memberships__agency_id",
            "memberships__agency__name",
            "memberships__agency__path",
            "memberships__agency__root_id",
            "is_valid",
        )
    )
    if not rows:
        return Actor(ActorKind.REPORTER, unlocked=codes) if codes else STRANGER
    desks = tuple(
        Desk(Role(role), agency_id, agency_name, path, root_id or agency_id)
        for _, role, agency_id, agency_name, path, root_id, is_valid in rows
        if role and is_valid
    )
    kind = ActorKind.OFFICER if desks else ActorKind.REPORTER
    return Actor(kind, account_id, rows[0][0], desks, codes)
