"""What an officer needs to answer a report: ready texts, and whether somebody has to approve first."""

from dataclasses import dataclass
from datetime import datetime

from lapor.queries.catalogue.follow_up_templates import FollowUpText, follow_up_texts_for
from lapor.queries.reports.deciders import approvers_of
from lapor.queries.reports.desk_summary import DeskSummary
from lapor.records.catalogue.follow_up_template import FollowUpTemplate
from lapor.rules.access import Actor
from lapor.rules.answering import asks_first


@dataclass(frozen=True, slots=True)
class AnswerNeeds:
    """Texts to start from, whether the officer's words need approval, and whether anybody could give it."""

    texts: tuple[FollowUpText, ...]
    needs_approval: bool
    has_approver: bool


def answer_needs(actor: Actor, summary: DeskSummary, now: datetime) -> AnswerNeeds:
    """For a report the officer has open; three statements at most. Nobody approves his own words."""
    approvers = approvers_of(summary.holder_id, now, is_supervisory=summary.is_supervisory)
    others = bool(set(approvers.values_list("account_id", flat=True)) - {actor.account_id})
    return AnswerNeeds(follow_up_texts_for(summary.holder_id), others and asks_first(summary.having), others)


def ready_text(typed_id: str) -> str:
    """The words of one active ready text; empty if there is none."""
    if not typed_id.isdecimal() or len(typed_id) > 9:
        return ""
    texts = FollowUpTemplate.objects.filter(pk=int(typed_id), is_active=True)
    return texts.values_list("body", flat=True).first() or ""
