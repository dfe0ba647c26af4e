"""The clocks of a report: when each started, when it is due, when it paused or stopped."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from lapor.records.privacy import Privacy
from lapor.rules.deadlines import Clock, DayUnit


class Deadline(models.Model):
    """One run of one clock. At most one run of a clock is not stopped."""

    report = models.ForeignKey("lapor.Report", models.PROTECT, related_name="deadlines")
    clock = models.CharField(max_length=20, choices=[(clock.value, clock.value) for clock in Clock])
    unit = models.CharField(max_length=16, choices=[(unit.value, unit.value) for unit in DayUnit])
    days = models.PositiveSmallIntegerField()
    started_at = models.DateTimeField()
    due_at = models.DateTimeField()
    paused_at = models.DateTimeField(null=True, blank=True)
    remaining_days = models.PositiveSmallIntegerField(null=True, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)

    privacy: ClassVar = {
        "id": Privacy.INTERNAL,
        "report": Privacy.PUBLIC,
        "clock": Privacy.PUBLIC,
        "unit": Privacy.PUBLIC,
        "days": Privacy.PUBLIC,
        "started_at": Privacy.PUBLIC,
        "due_at": Privacy.PUBLIC,
        "paused_at": Privacy.PUBLIC,
        "remaining_days": Privacy.PUBLIC,
        "stopped_at": Privacy.PUBLIC,
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["report", "clock"], condition=Q(stopped_at=None), name="deadline_runs_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.clock} of report {self.report_id}"
