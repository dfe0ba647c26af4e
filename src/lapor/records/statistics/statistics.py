"""Figures computed by a timed job."""

from typing import ClassVar

from django.db import models

from lapor.records.privacy import Privacy


class Statistics(models.Model):
    """The honest numbers of one week for one top agency, or for the whole country where `agency` is empty."""

    week_from = models.DateField()
    agency = models.ForeignKey("lapor.Agency", models.CASCADE, null=True, blank=True, related_name="+")
    received = models.PositiveIntegerField(default=0)
    answered_in_time = models.PositiveIntegerField(default=0)
    answered_late = models.PositiveIntegerField(default=0)
    late_now = models.PositiveIntegerField(default=0)
    open_now = models.PositiveIntegerField(default=0)
    closed = models.PositiveIntegerField(default=0)
    archived = models.PositiveIntegerField(default=0)
    contested = models.PositiveIntegerField(default=0)
    rated = models.PositiveIntegerField(default=0)
    rating_sum = models.PositiveIntegerField(default=0)
    median_answer_hours = models.FloatField(null=True, blank=True)
    computed_at = models.DateTimeField()

    privacy: ClassVar = dict.fromkeys(
        (
            "id",
            "week_from",
            "agency",
            "received",
            "answered_in_time",
            "answered_late",
            "late_now",
            "open_now",
            "closed",
            "archived",
            "contested",
            "rated",
            "rating_sum",
            "median_answer_hours",
            "computed_at",
        ),
        Privacy.PUBLIC,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["week_from", "agency"], name="statistics_once", nulls_distinct=False
            ),
        ]

    def __str__(self) -> str:
        return f"statistics {self.week_from} {self.agency_id}"
