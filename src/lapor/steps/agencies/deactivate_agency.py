"""Retires an agency that no longer exists."""

from datetime import datetime, timedelta

from django.utils import timezone

from lapor.records.accounts.membership import Membership
from lapor.records.agencies.agency import Agency
from lapor.records.reports.report import Report
from lapor.rules.access import Actor
from lapor.rules.administration import Deed, manages_from_above
from lapor.rules.refusals import Forbidden, Refused
from lapor.steps._amend import amend, assign
from lapor.steps.agencies._details import vouched
from lapor.steps.agencies._open import open_agency


def deactivate_agency(*, actor: Actor, code: str, now: datetime) -> None:
    """Nobody can route to it any more, and its officers' roles end. Old reports still name it.

    Raises NotFound, Forbidden for one's own agency, and Refused while it holds open reports, has active
    units, or decides for others.
    """
    with open_agency(actor, code) as agency:
        if not manages_from_above(actor, agency.path):
            raise Forbidden("nobody closes his own agency")
        if reason := _needed(agency):
            raise Refused(reason)
        if assign(agency, {"is_active": False}):
            assign(agency, vouched(now))
            amend(actor, Deed.DEACTIVATED, agency, agency_id=agency.pk, now=now)
            _end_roles(actor, agency, now)


def _needed(agency: Agency) -> str:
    """Why it can't go yet, as a reason of refusal; empty if it can."""
    reports = Report.objects.scoped("an agency with open reports stays")
    if reports.filter(held_by=agency, is_open=True).exists():
        return "agency_holds_reports"
    if Agency.objects.filter(parent=agency, is_active=True).exists():
        return "agency_has_units"
    if Agency.objects.filter(coordinated_by=agency, is_active=True).exists():
        return "agency_coordinates"
    return ""


def _end_roles(actor: Actor, agency: Agency, now: datetime) -> None:
    today = timezone.localdate(now)
    current = Membership.objects.not_ended(today).select_for_update().filter(agency=agency)
    for row in current.order_by("id"):
        changes = assign(row, {"valid_to": today - timedelta(days=1)})
        changes |= {"role": [row.role, row.role], "account": [row.account_id, row.account_id]}
        amend(actor, Deed.ENDED, row, agency_id=agency.pk, changes=changes, now=now)
