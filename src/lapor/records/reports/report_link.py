"""One-time links to one report, for a reporter who has lost its code."""

from typing import ClassVar

from django.db import models

from lapor.records.privacy import Privacy


class ReportLink(models.Model):
    """A link that opens its report once, as the access code does. Only the hash of its token is kept."""

    report = models.ForeignKey("lapor.Report", models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    privacy: ClassVar = {
        "id": Privacy.INTERNAL,
        "report": Privacy.INTERNAL,
        "token_hash": Privacy.SECRET,
        "created_at": Privacy.INTERNAL,
        "expires_at": Privacy.INTERNAL,
        "used_at": Privacy.INTERNAL,
    }

    def __str__(self) -> str:
        return f"link {self.pk} to report {self.report_id}"
