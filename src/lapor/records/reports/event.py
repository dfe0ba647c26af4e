"""The one append-only history of a report, with a hash chain of its own."""

from typing import ClassVar

from django.db import models
from django.db.models.expressions import RawSQL

from lapor.records.privacy import Privacy
from lapor.rules.access import ActorKind
from lapor.rules.kinds import Audience
from lapor.rules.lifecycle import Move


class Event(models.Model):
    """What happened, by whom, for which agency, when, from which state to which, and what was said.

    `hash` covers the event and the hash before it (`rules/chain.py`). A trigger refuses update and delete.
    """

    report = models.ForeignKey("lapor.Report", models.PROTECT, related_name="events")
    number = models.PositiveIntegerField()
    move = models.CharField(max_length=20, choices=[(move.value, move.value) for move in Move])
    from_state = models.CharField(max_length=16, blank=True)
    to_state = models.CharField(max_length=16)
    at = models.DateTimeField()
    actor_kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in ActorKind])
    account = models.ForeignKey("lapor.Account", models.PROTECT, null=True, blank=True, related_name="+")
    agency = models.ForeignKey("lapor.Agency", models.PROTECT, null=True, blank=True, related_name="+")
    to_agency = models.ForeignKey("lapor.Agency", models.PROTECT, null=True, blank=True, related_name="+")
    audience = models.CharField(max_length=10, choices=[(word.value, word.value) for word in Audience])
    note = models.TextField(blank=True)
    internal_note = models.TextField(blank=True)
    details = models.JSONField(default=dict, blank=True)
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)
    # Lets the trigger see that a change of state and its event belong to one transaction.
    transaction = models.BigIntegerField(
        db_default=RawSQL("(pg_current_xact_id()::text::bigint)", ()), editable=False
    )

    privacy: ClassVar = {
        "id": Privacy.INTERNAL,
        "report": Privacy.PUBLIC,
        "number": Privacy.PUBLIC,
        "move": Privacy.PUBLIC,
        "from_state": Privacy.PUBLIC,
        "to_state": Privacy.PUBLIC,
        "at": Privacy.PUBLIC,
        "actor_kind": Privacy.PUBLIC,
        "account": Privacy.INTERNAL,
        "agency": Privacy.PUBLIC,
        "to_agency": Privacy.PUBLIC,
        "audience": Privacy.PUBLIC,
        "note": Privacy.PERSONAL,
        "internal_note": Privacy.INTERNAL,
        "details": Privacy.INTERNAL,
        "previous_hash": Privacy.INTERNAL,
        "hash": Privacy.INTERNAL,
        "transaction": Privacy.INTERNAL,
    }

    class Meta:
        ordering: ClassVar = ["report_id", "number"]
        constraints = [models.UniqueConstraint(fields=["report", "number"], name="event_number_once")]

    def __str__(self) -> str:
        return f"event {self.number} of report {self.report_id}"

    def content(self, code: str) -> dict[str, object]:
        """What the hash covers: everything the event says. Writer and checker both use this."""
        return {
            "report": code,
            "number": self.number,
            "move": self.move,
            "from_state": self.from_state,
            "to_state": self.to_state,
            "at": self.at,
            "actor_kind": self.actor_kind,
            "account": self.account_id,
            "agency": self.agency_id,
            "to_agency": self.to_agency_id,
            "audience": self.audience,
            "note": self.note,
            "internal_note": self.internal_note,
            "details": self.details,
        }
