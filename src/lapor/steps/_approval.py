"""Whether an officer's words need the eyes of an approving official first."""

from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from lapor.records.accounts.membership import SUPERVISES, Membership
from lapor.records.reports.report import Report
from lapor.rules.access import Relation, Role
from lapor.rules.refusals import Refused
from lapor.steps._open import Opened

# Whoever answers for a unit without approving himself.
_NEEDS_APPROVAL = frozenset({Relation.UNIT, Relation.INSPECTORATE})
_FREE = frozenset({Relation.APPROVER, Relation.DESK, Relation.NATIONAL})


def has_approver(report: Report, now: datetime) -> bool:
    """True if the holder names an active approving official (pejabat penyetuju) who may read the report."""
    approvers = Membership.objects.at_work(timezone.localdate(now)).filter(
        SUPERVISES if report.is_supervisory else Q(), agency_id=report.held_by_id, role=Role.APPROVER
    )
    return approvers.exists()


def approval_needed(opened: Opened, now: datetime) -> None:
    """Raises Refused(`approval_needed`) where a liaison officer's unit has an approving official."""
    if opened.relations & _FREE or not opened.relations & _NEEDS_APPROVAL:
        return
    if has_approver(opened.report, now):
        raise Refused("approval_needed")
