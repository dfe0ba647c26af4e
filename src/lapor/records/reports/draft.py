"""What somebody has typed but not sent yet, kept so that nothing typed is ever lost."""

from typing import ClassVar

from django.db import models

from lapor.records.privacy import Privacy


class Draft(models.Model):
    """An unsent report. Its key lives in the browser's form and becomes the report's idempotency key."""

    key = models.UUIDField(unique=True)
    account = models.ForeignKey("lapor.Account", models.CASCADE, null=True, blank=True, related_name="+")
    content = models.JSONField(default=dict)
    suggested_latitude = models.FloatField(null=True, blank=True)
    suggested_longitude = models.FloatField(null=True, blank=True)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField(db_index=True)

    privacy: ClassVar = {
        "id": Privacy.INTERNAL,
        "key": Privacy.SECRET,
        "account": Privacy.PERSONAL,
        "content": Privacy.PERSONAL,
        "suggested_latitude": Privacy.PERSONAL,
        "suggested_longitude": Privacy.PERSONAL,
        "created_at": Privacy.INTERNAL,
        "updated_at": Privacy.INTERNAL,
    }

    def __str__(self) -> str:
        return f"draft {self.pk}"
