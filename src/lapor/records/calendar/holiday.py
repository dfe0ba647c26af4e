"""Days on which working-day clocks do not run."""

from django.db import models
from django.db.models import Q

from lapor.records.privacy import Privacy

HOLIDAY_KINDS = ("national", "joint_leave", "local")


class Holiday(models.Model):
    """A national holiday, a day of joint leave (*cuti bersama*) or a holiday of one region."""

    on = models.DateField()
    name = models.CharField(max_length=150)
    kind = models.CharField(max_length=16)
    region = models.ForeignKey("lapor.Region", models.PROTECT, null=True, blank=True, related_name="holidays")
    #: From the shipped reference data and not edited since.
    is_shipped = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)

    privacy = {
        "id": Privacy.PUBLIC,
        "on": Privacy.PUBLIC,
        "name": Privacy.PUBLIC,
        "kind": Privacy.PUBLIC,
        "region": Privacy.PUBLIC,
        "is_shipped": Privacy.INTERNAL,
        "is_active": Privacy.PUBLIC,
    }

    class Meta:
        app_label = "lapor"
        constraints = [
            models.UniqueConstraint(
                fields=["on", "region"], nulls_distinct=False, name="holiday_once_per_day_and_region"
            ),
            models.CheckConstraint(condition=Q(kind__in=HOLIDAY_KINDS), name="holiday_kind_known"),
            models.CheckConstraint(
                condition=Q(kind="local", region__isnull=False) | (~Q(kind="local") & Q(region=None)),
                name="holiday_region_only_if_local",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.name}"
