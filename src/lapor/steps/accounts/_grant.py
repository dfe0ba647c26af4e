"""Gives a role to an account: one place for an invited officer and for one who is there already."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from lapor.records.accounts.account import Account
from lapor.records.accounts.membership import Membership
from lapor.records.agencies.agency import Agency
from lapor.records.agencies.decree import Decree
from lapor.rules.access import Actor, Role
from lapor.rules.administration import Deed, manages, may_grant
from lapor.rules.agencies import AgencyKind
from lapor.rules.refusals import Forbidden, NotFound, Refused
from lapor.rules.text import clean_text
from lapor.steps._amend import amend

_LONGEST_POSITION = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """A role at an agency, by which decree, from when to when (both days included; None: until ended)."""

    agency_code: str
    role: Role
    position: str = ""
    decree_id: int | None = None
    valid_from: date | None = None
    valid_to: date | None = None


def granting_agency(actor: Actor, grant: Grant) -> Agency:
    """The agency of the grant, locked.

    Raises NotFound where the actor does not manage it, Forbidden for a role that is not his to give there.
    """
    agency = Agency.objects.select_for_update().filter(code=grant.agency_code).first()
    if agency is None or not manages(actor, agency.path):
        raise NotFound(grant.agency_code)
    if not agency.is_active:
        raise Refused("agency_unknown", "agency")
    if not may_grant(actor, grant.role, agency.path, AgencyKind(agency.kind)):
        raise Forbidden(grant.role)
    return agency


def give(actor: Actor, account: Account, agency: Agency, grant: Grant, now: datetime) -> Membership:
    """Stores the role. Raises Refused: one's own account, dates that can't be, a role he has already."""
    if account.pk == actor.account_id:
        raise Refused("own_role", "role")
    today = timezone.localdate(now)
    valid_from = grant.valid_from or today
    if grant.valid_to is not None and grant.valid_to < max(valid_from, today):
        raise Refused("ends_before_start", "valid_to")
    position = " ".join(clean_text(grant.position).split())
    if len(position) > _LONGEST_POSITION:
        raise Refused("line_too_long", "position")
    decree = _decree(agency, grant.decree_id)
    if Membership.objects.not_ended(today).filter(account=account, agency=agency, role=grant.role).exists():
        raise Refused("role_held", "role")
    membership = Membership.objects.create(
        account=account,
        agency=agency,
        role=grant.role,
        position=position,
        decree=decree,
        valid_from=valid_from,
        valid_to=grant.valid_to,
    )
    changes = {"role": ["", grant.role.value], "account": ["", account.pk]}
    amend(actor, Deed.GRANTED, membership, agency_id=agency.pk, changes=changes, now=now)
    return membership


def _decree(agency: Agency, decree_id: int | None) -> Decree | None:
    """A decree of the agency or of one above it."""
    if decree_id is None:
        return None
    decree = Decree.objects.select_related("agency").filter(pk=decree_id).first()
    if decree is None or not agency.path.startswith(decree.agency.path):
        raise Refused("decree_unknown", "decree")
    return decree
