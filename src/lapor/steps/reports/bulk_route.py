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
    """Down where the agency lies below the holder; across where not, for whoever may transfer.

    Tells what became of each. Raises Refused, before any is touched, without a reason or an agency.
    """
    reason = required(reason, "reason")
    to = destination(to_agency_id, is_supervisory=False)

    def route(code: str) -> None:
        try:
            route_down(actor=actor, code=code, to_agency_id=to.pk, reason=reason, now=now)
        except Refused as refused:
            if refused.reason != "agency_not_below":
                raise
            _across(actor, code, to.pk, reason, now, refused)

    return each(codes, route)


def _across(actor: Actor, code: str, to_agency_id: int, reason: str, now: datetime, refused: Refused) -> None:
    try:
        transfer_report(actor=actor, code=code, to_agency_id=to_agency_id, reason=reason, now=now)
    except Forbidden:
        raise refused from None
