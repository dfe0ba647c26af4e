"""Ends roles, and notices when a desk would be left without anybody."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from lapor.records.accounts.membership import Membership
from lapor.records.agencies.agency import Agency
from lapor.rules.access import Actor, Role
from lapor.rules.administration import Deed, may_grant
from lapor.rules.agencies import AgencyKind
from lapor.rules.refusals import Refused
from lapor.steps._amend import amend

_DESKS = (Role.AGENCY_DESK, Role.NATIONAL_DESK)


def may_end(actor: Actor, membership: Membership) -> bool:
    """Whoever may give a role at an agency may end it there."""
    agency = membership.agency
    return may_grant(actor, Role(membership.role), agency.path, AgencyKind(agency.kind))


def end(
    actor: Actor, membership: Membership, *, last_day: date, is_confirmed: bool, today: date, now: datetime
) -> None:
    """Stores the last day on which the role holds; the day before today ends it at once.

    Raises Refused: `last_desk_officer` unless it is confirmed, `last_national_officer` always.
    """
    if _is_last_at_desk(membership, today):
        if membership.role == Role.NATIONAL_DESK:
            raise Refused("last_national_officer")
        if not is_confirmed:
            raise Refused("last_desk_officer", "confirmed")
    changes = {
        "valid_to": [membership.valid_to and membership.valid_to.isoformat(), last_day.isoformat()],
        "role": [membership.role, membership.role],
        "account": [membership.account_id, membership.account_id],
    }
    membership.valid_to = last_day
    membership.save(update_fields=["valid_to"])
    amend(actor, Deed.ENDED, membership, agency_id=membership.agency_id, changes=changes, now=now)


def at_once(today: date) -> date:
    """The last day of a role that ends now."""
    return today - timedelta(days=1)


def roles_of(account_id: int, today: date) -> list[Membership]:
    """The account's roles that have not ended, each with its agency, whose desks are locked."""
    roles = (
        Membership.objects.not_ended(today).select_related("agency").filter(account=account_id).order_by("id")
    )
    lock_desks(role.agency_id for role in roles)
    return list(roles.all())


def lock_desks(agency_ids: Iterable[int]) -> None:
    """Two officers of one desk who end each other's roles wait for each other here."""
    list(Agency.objects.select_for_update().filter(pk__in=set(agency_ids)).order_by("id").values_list("pk"))


def _is_last_at_desk(membership: Membership, today: date) -> bool:
    if membership.role not in _DESKS:
        return False
    others = Membership.objects.at_work(today).filter(agency=membership.agency_id, role=membership.role)
    return not others.exclude(account=membership.account_id).exists()
