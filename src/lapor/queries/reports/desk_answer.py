"""What an officer needs to answer a report: ready texts, and whether somebody has to approve first."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from lapor.queries.catalogue.follow_up_templates import FollowUpText, follow_up_texts_for
from lapor.queries.reports.desk_summary import DeskSummary
from lapor.records.accounts.membership import SUPERVISES, Membership
from lapor.records.catalogue.follow_up_template import FollowUpTemplate
from lapor.rules.access import Relation, Role

# Mirrors `steps._approval`: these may send without asking anybody.
_FREE = frozenset({Relation.APPROVER, Relation.DESK, Relation.NATIONAL})


@dataclass(frozen=True, slots=True)
class AnswerNeeds:
    """The texts the holder may start from, and whether this officer's words need approval."""

    texts: tuple[FollowUpText, ...]
    needs_approval: bool


def answer_needs(summary: DeskSummary, now: datetime) -> AnswerNeeds:
    """For a report the officer has open; three statements at most."""
    needs = not summary.having & _FREE and _has_approver(summary, now)
    return AnswerNeeds(follow_up_texts_for(summary.holder_id), needs)


def _has_approver(summary: DeskSummary, now: datetime) -> bool:
    approvers = Membership.objects.at_work(timezone.localdate(now)).filter(
        SUPERVISES if summary.is_supervisory else Q(), agency_id=summary.holder_id, role=Role.APPROVER
    )
    return approvers.exists()


def ready_text(typed_id: str) -> str:
    """The words of one active ready text; empty if there is none."""
    if not typed_id.isdecimal() or len(typed_id) > 9:
        return ""
    texts = FollowUpTemplate.objects.filter(pk=int(typed_id), is_active=True)
    return texts.values_list("body", flat=True).first() or ""
