"""Agencies that get a copy of a report (tembusan) to read, without holding it."""

from typing import ClassVar

from django.db import models

from lapor.records.privacy import Privacy


class Copy(models.Model):
    """A copy of a report for one agency's information."""

    report = models.ForeignKey("lapor.Report", models.PROTECT, related_name="copies")
    agency = models.ForeignKey("lapor.Agency", models.PROTECT, related_name="+")
    at = models.DateTimeField()

    privacy: ClassVar = {
        "id": Privacy.INTERNAL,
        "report": Privacy.INTERNAL,
        "agency": Privacy.INTERNAL,
        "at": Privacy.INTERNAL,
    }

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "agency"], name="copy_once")]

    def __str__(self) -> str:
        return f"copy {self.pk}"
