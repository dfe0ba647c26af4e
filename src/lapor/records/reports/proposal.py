"""Something an officer wrote that waits for the approval of somebody else."""

from collections.abc import Collection
from typing import ClassVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import OuterRef, Q, QuerySet
from django.db.models.expressions import BaseExpression

from lapor.records.privacy import Privacy
from lapor.rules.answering import ANSWERS, EXTENSIONS, Waiting
from lapor.rules.kinds import Audience, ProposalKind, ProposalState


class Proposal(models.Model):
    """A follow-up, a settlement or an extension before its approval.

    At most one answer and one extension wait per report.
    """

    report = models.ForeignKey("lapor.Report", models.PROTECT, related_name="proposals")
    # That it was handed in; its files came with it.
    event = models.OneToOneField("lapor.Event", models.PROTECT, related_name="proposal")
    kind = models.CharField(max_length=12, choices=[(kind.value, kind.value) for kind in ProposalKind])
    state = models.CharField(max_length=10, default=ProposalState.PENDING)
    text = models.TextField()
    audience = models.CharField(max_length=10, default=Audience.PUBLIC)
    # For a settlement without evidence: why none is possible. For an extension: the days asked for.
    no_evidence_reason = models.TextField(blank=True)
    days = models.PositiveSmallIntegerField(null=True, blank=True)
    proposed_by = models.ForeignKey("lapor.Account", models.PROTECT, related_name="+")
    proposed_for = models.ForeignKey("lapor.Agency", models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    decided_by = models.ForeignKey("lapor.Account", models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    decision_note = models.TextField(blank=True)

    privacy: ClassVar = dict.fromkeys(
        (
            "id",
            "report",
            "event",
            "kind",
            "state",
            "text",
            "audience",
            "no_evidence_reason",
            "days",
            "proposed_by",
            "proposed_for",
            "proposed_at",
            "decided_by",
            "decided_at",
            "decision_note",
        ),
        Privacy.INTERNAL,
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in ProposalState]), name="proposal_state_known"
            ),
            models.UniqueConstraint(
                fields=["report"],
                condition=Q(state=ProposalState.PENDING, kind__in=sorted(ANSWERS)),
                name="proposal_one_answer_waits",
            ),
            models.UniqueConstraint(
                fields=["report"],
                condition=Q(state=ProposalState.PENDING, kind__in=sorted(EXTENSIONS)),
                name="proposal_one_extension_waits",
            ),
        ]

    def __str__(self) -> str:
        return f"proposal {self.pk}"


def waiting(kinds: Collection[ProposalKind] | None = None) -> QuerySet[Proposal]:
    """The drafts that wait for approval: all of them, or those of these kinds."""
    pending = Proposal.objects.filter(state=ProposalState.PENDING)
    return pending if kinds is None else pending.filter(kind__in=kinds)


def waiting_columns(account_id: int | None) -> dict[str, BaseExpression]:
    """What a query of reports is annotated with, for `waiting_at`; `account_id` is of whoever asks."""
    here = waiting().filter(report_id=OuterRef("pk"))
    return {
        "waiting_kinds": ArraySubquery(here.values("kind")),
        "own_waiting_kinds": ArraySubquery(here.filter(proposed_by_id=account_id or 0).values("kind")),
    }


def waiting_at(report: models.Model) -> Waiting:
    """From a row loaded with `waiting_columns`."""
    kinds = frozenset(report.waiting_kinds)  # type: ignore[attr-defined]
    own = frozenset(report.own_waiting_kinds)  # type: ignore[attr-defined]
    return Waiting(
        bool(kinds & ANSWERS), bool(kinds & EXTENSIONS), bool(own & ANSWERS), bool(own & EXTENSIONS)
    )


def of_draft(*states: ProposalState) -> Q:
    """For files: they came with a draft that is in one of these states, and were sent with nothing since."""
    return Q(event__proposal__state__in=states, audience=Audience.OFFICERS)
