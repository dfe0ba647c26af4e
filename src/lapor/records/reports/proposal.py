"""Something an officer wrote that waits for the approval of somebody else."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from lapor.records.privacy import Privacy
from lapor.rules.kinds import Audience, ProposalKind, ProposalState


class Proposal(models.Model):
    """A follow-up, a settlement or an extension before its approval. At most one waits per report."""

    report = models.ForeignKey("lapor.Report", models.PROTECT, related_name="proposals")
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
            models.UniqueConstraint(
                fields=["report"], condition=Q(state=ProposalState.PENDING), name="proposal_one_waits"
            )
        ]

    def __str__(self) -> str:
        return f"proposal {self.pk}"
