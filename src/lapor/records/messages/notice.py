"""The outbox: every notice to a person, from the step's transaction to its final status."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from lapor.records.privacy import Privacy
from lapor.rules.notices import NoticeChannel, NoticeState, Recipient


class Notice(models.Model):
    """One message to one person about one event, through one channel.

    It holds no address: the worker looks that up when it sends. `once` names event, person and channel, or
    clock and channel, and makes a second notice of them impossible.
    """

    report = models.ForeignKey("lapor.Report", models.PROTECT, related_name="notices")
    event = models.ForeignKey("lapor.Event", models.PROTECT, null=True, blank=True, related_name="+")
    recipient = models.CharField(max_length=10, choices=[(word.value, word.value) for word in Recipient])
    account = models.ForeignKey("lapor.Account", models.PROTECT, null=True, blank=True, related_name="+")
    channel = models.CharField(max_length=10, choices=[(word.value, word.value) for word in NoticeChannel])
    template = models.CharField(max_length=40)
    template_version = models.PositiveIntegerField(null=True, blank=True)
    context = models.JSONField(default=dict)
    once = models.CharField(max_length=120, unique=True)
    state = models.CharField(max_length=10, default=NoticeState.PENDING)
    attempts = models.PositiveSmallIntegerField(default=0)
    send_after = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()

    privacy: ClassVar = dict.fromkeys(
        (
            "id",
            "report",
            "event",
            "recipient",
            "account",
            "channel",
            "template",
            "template_version",
            "context",
            "once",
            "state",
            "attempts",
            "send_after",
            "claimed_at",
            "sent_at",
            "read_at",
            "created_at",
        ),
        Privacy.INTERNAL,
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in NoticeState]), name="notice_state_known"
            ),
        ]
        indexes = [
            models.Index(
                "send_after", "id", condition=Q(state__in=["pending", "sending"]), name="notice_due"
            ),
            models.Index(fields=["account", "-id"], condition=Q(channel="page"), name="notice_page"),
            models.Index(fields=["account"], condition=Q(channel="page", read_at=None), name="notice_unread"),
        ]

    def __str__(self) -> str:
        return f"notice {self.pk}"


class NoticeReceipt(models.Model):
    """What came of one attempt to send a notice; kept for good."""

    notice = models.ForeignKey("lapor.Notice", models.PROTECT, related_name="receipts")
    at = models.DateTimeField()
    is_success = models.BooleanField()
    to_masked = models.CharField(max_length=120, blank=True)
    answer = models.CharField(max_length=300, blank=True)

    privacy: ClassVar = {
        "id": Privacy.INTERNAL,
        "notice": Privacy.INTERNAL,
        "at": Privacy.INTERNAL,
        "is_success": Privacy.INTERNAL,
        "to_masked": Privacy.INTERNAL,
        "answer": Privacy.INTERNAL,
    }

    def __str__(self) -> str:
        return f"receipt {self.pk}"
