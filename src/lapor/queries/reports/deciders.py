"""Who decides on what waits for approval: an answer within the agency, an extension one level up."""

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from lapor.queries.agencies.above import above
from lapor.records.accounts.membership import Membership, handling
from lapor.records.reports.report import Report
from lapor.rules.access import Role
from lapor.rules.answering import ANSWERS
from lapor.rules.kinds import ProposalKind


def approvers_of(agency_id: int, now: datetime, *, is_supervisory: bool) -> QuerySet[Membership]:
    """The active approving officials (pejabat penyetuju) of the agency who may read the report."""
    wanted = Q(agency_id=agency_id, role=Role.APPROVER)
    return _at_work(wanted & handling(is_supervisory=is_supervisory), now)


def deciders(report: Report, kind: ProposalKind, now: datetime) -> QuerySet[Membership]:
    """Whoever is asked to decide a draft of this kind, for a row with `held_by` and `holder_root`."""
    if kind in ANSWERS:
        return approvers_of(report.held_by_id, now, is_supervisory=report.is_supervisory)
    return _at_work(_above(report), now)


def _above(report: Report) -> Q:
    """The desks over the holder; over a top those of the level above; over what is shielded the nation's."""
    if report.is_supervisory:
        return Q(role=Role.NATIONAL_DESK) & ~Q(agency_id=report.held_by_id)
    if report.held_by_id != report.holder_root_id:
        higher = [int(step) for step in report.held_by.path.strip("/").split("/")[:-1]]
        return Q(agency_id__in=higher, role=Role.AGENCY_DESK)
    return Q(agency=above(report.holder_root), role__in=(Role.COORDINATOR, Role.NATIONAL_DESK))


def _at_work(wanted: Q, now: datetime) -> QuerySet[Membership]:
    return Membership.objects.at_work(timezone.localdate(now)).filter(wanted)
