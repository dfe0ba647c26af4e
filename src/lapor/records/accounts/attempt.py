"""Counts of attempts, so that codes and passwords can't be guessed and doors can't be flooded."""

from typing import ClassVar

from django.db import models

from lapor.records.privacy import Privacy


class Attempt(models.Model):
    """How often something was tried from one place in one window of time.

    `key` names what and from where, hashed with the secret key; `window` is the window's start.
    """

    key = models.CharField(max_length=64)
    window = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    privacy: ClassVar = {
        "id": Privacy.INTERNAL,
        "key": Privacy.INTERNAL,
        "window": Privacy.INTERNAL,
        "count": Privacy.INTERNAL,
    }

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "window"], name="attempt_once")]

    def __str__(self) -> str:
        return f"attempts {self.pk}"
