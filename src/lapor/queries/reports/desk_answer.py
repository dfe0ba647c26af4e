"""What an officer needs to answer a report: ready texts, and whether somebody has to approve first."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from lapor.queries.catalogue.follow_up_templates import FollowUpText, follow_up_texts_for
from lapor.queries.reports.desk_opened import opened_for_desk
from lapor.queries.reports.desk_report import DeskSummary, summary_of
from lapor.records.accounts.membership import Membership
from lapor.rules.access import Actor, Relation, Role

# Mirrors `steps._approval`: these may send without asking anybody.
_FREE = frozenset({Relation.APPROVER, Relation.DESK, Relation.NATIONAL})


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """The report's head, ready texts for its holder, and whether this officer's words need approval."""

    summary: DeskSummary
    texts: tuple[FollowUpText, ...]
    needs_approval: bool


def answer_sheet(actor: Actor, code: str, now: datetime) -> AnswerSheet | None:
    """Four statements at most."""
    opened = opened_for_desk(actor, code, now)
    if opened is None:
        return None
    holder_id = opened.report.held_by_id
    needs = not opened.having & _FREE and _has_approver(holder_id, now)
    return AnswerSheet(summary_of(opened, now), follow_up_texts_for(holder_id), needs)


def _has_approver(agency_id: int, now: datetime) -> bool:
    return Membership.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=now.date()),
        agency_id=agency_id,
        role=Role.APPROVER,
        account__is_active=True,
    ).exists()
