"""Filters of the desk that an officer keeps under a name."""

from typing import ClassVar

from django.db import models

from lapor.records.privacy import Privacy


class SavedView(models.Model):
    """A named inbox filter of one officer. `filters` holds the query parameters of the inbox."""

    account = models.ForeignKey("lapor.Account", models.CASCADE, related_name="saved_views")
    name = models.CharField(max_length=60)
    filters = models.JSONField(default=dict)
    created_at = models.DateTimeField()

    privacy: ClassVar = {
        "id": Privacy.INTERNAL,
        "account": Privacy.INTERNAL,
        "name": Privacy.INTERNAL,
        "filters": Privacy.INTERNAL,
        "created_at": Privacy.INTERNAL,
    }

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "name"], name="saved_view_once")]

    def __str__(self) -> str:
        return f"saved view {self.pk}"
