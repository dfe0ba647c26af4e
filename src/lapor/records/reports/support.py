"""People who have the same problem and support a published report instead of repeating it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from lapor.records.privacy import Privacy


class Support(models.Model):
    """One supporter of one report: an account, or a browser known by the hash of its random token."""

    report = models.ForeignKey("lapor.Report", models.PROTECT, related_name="supports")
    account = models.ForeignKey("lapor.Account", models.CASCADE, null=True, blank=True, related_name="+")
    token_hash = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField()

    privacy: ClassVar = {
        "id": Privacy.INTERNAL,
        "report": Privacy.INTERNAL,
        "account": Privacy.PERSONAL,
        "token_hash": Privacy.SECRET,
        "at": Privacy.INTERNAL,
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["report", "account"], condition=~Q(account=None), name="support_once_by_account"
            ),
            models.UniqueConstraint(
                fields=["report", "token_hash"], condition=~Q(token_hash=""), name="support_once_by_browser"
            ),
        ]

    def __str__(self) -> str:
        return f"support {self.pk}"
