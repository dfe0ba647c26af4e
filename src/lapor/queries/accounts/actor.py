"""Who an account is when it asks: its desks today."""

from collections.abc import Iterable
from datetime import date

from django.db.models import BooleanField, ExpressionWrapper, Q
from django.utils.crypto import constant_time_compare

from lapor.queries.accounts.seal import seal as seal_for
from lapor.records.accounts.account import Account
from lapor.records.validity import not_ended
from lapor.rules.access import STRANGER, Actor, ActorKind, Desk, Role
from lapor.rules.agencies import AgencyKind


def actor_for(
    account_id: int | None, *, unlocked: Iterable[str] = (), today: date, seal: str | None = None
) -> Actor:
    """The actor behind a session: officer if the account has a membership today, else reporter or stranger.

    His desks stand in the order in which he was given them.

    One statement for an account, none for a stranger. An inactive account is nobody, and so is one whose
    password no longer fits the session's `seal` (None: nobody asks for it).
    """
    codes = frozenset(unlocked)
    if account_id is None:
        return Actor(ActorKind.REPORTER, unlocked=codes) if codes else STRANGER
    valid = Q(memberships__valid_from__lte=today) & not_ended(today, "memberships__")
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
            "memberships__agency__kind",
            "is_valid",
            "password",
        )
        .order_by("memberships__id")
    )
    if not rows or not (seal is None or constant_time_compare(seal, seal_for(rows[0][-1]))):
        return Actor(ActorKind.REPORTER, unlocked=codes) if codes else STRANGER
    desks = tuple(
        Desk(Role(role), agency_id, name, path, root_id or agency_id, kind == AgencyKind.INSPECTORATE)
        for _, role, agency_id, name, path, root_id, kind, is_valid, _password in rows
        if role and is_valid
    )
    actor_kind = ActorKind.OFFICER if desks else ActorKind.REPORTER
    return Actor(actor_kind, account_id, rows[0][0], desks, codes)
