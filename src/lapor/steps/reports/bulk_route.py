"""Hands many verified reports to one agency, each by its own step."""

from collections.abc import Iterable
from datetime import datetime

from lapor.rules.access import Actor
from lapor.rules.refusals import Forbidden, Refused
from lapor.steps._destination import destination
from lapor.steps._words import required
from lapor.steps.reports._bulk import BulkResult, each
from lapor.steps.reports.route_down import route_down
from lapor.steps.reports.transfer import transfer_report

__all__ = ["BulkResult", "bulk_route"]


def bulk_route(
    *, actor: Actor, codes: Iterable[str], to_agency_id: int | None, reason: str, now: datetime
) -> tuple[BulkResult, ...]:
    """Down for whoever holds it, where the agency lies below; else across, for whoever may transfer.

    Tells what became of each. Raises Refused, before any is touched, without a reason or an agency.
    """
    reason = required(reason, "reason")
    to = destination(to_agency_id, is_supervisory=False)

    def route(code: str) -> None:
        try:
            route_down(actor=actor, code=code, to_agency_id=to.pk, reason=reason, now=now)
        except (Forbidden, Refused) as not_down:
            if isinstance(not_down, Refused) and not_down.reason != "agency_not_below":
                raise
            _across(actor, code, to.pk, reason, now, not_down)

    return each(codes, route)


def _across(
    actor: Actor, code: str, to_agency_id: int, reason: str, now: datetime, not_down: Forbidden | Refused
) -> None:
    """Raises `not_down`, the reason that he knows, for whoever may not do this either."""
    try:
        transfer_report(actor=actor, code=code, to_agency_id=to_agency_id, reason=reason, now=now)
    except Forbidden:
        raise not_down from None
