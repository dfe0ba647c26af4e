"""The log of administration: who changed an agency, an officer, a text, a limit, and what was before."""

from typing import ClassVar

from django.db import models

from lapor.records.privacy import Privacy
from lapor.rules.administration import Deed, Subject


class Amendment(models.Model):
    """One change of one row by one officer. Append-only: a trigger refuses update and delete.

    `changes` maps a field to [before, after]; contact data of officers is named but not repeated there.
    Without an account it was the system itself, on a command of whoever runs the server.
    """

    at = models.DateTimeField()
    account = models.ForeignKey("lapor.Account", models.PROTECT, null=True, blank=True, related_name="+")
    subject = models.CharField(max_length=20, choices=[(word.value, word.value) for word in Subject])
    #: The changed row's own key, as text: a number, or a code.
    subject_key = models.CharField(max_length=160)
    #: Whose it is; none for what holds for everybody.
    agency = models.ForeignKey("lapor.Agency", models.PROTECT, null=True, blank=True, related_name="+")
    deed = models.CharField(max_length=16, choices=[(word.value, word.value) for word in Deed])
    changes = models.JSONField(default=dict, blank=True)

    privacy: ClassVar = {
        "id": Privacy.INTERNAL,
        "at": Privacy.INTERNAL,
        "account": Privacy.INTERNAL,
        "subject": Privacy.INTERNAL,
        "subject_key": Privacy.INTERNAL,
        "agency": Privacy.INTERNAL,
        "deed": Privacy.INTERNAL,
        "changes": Privacy.INTERNAL,
    }

    class Meta:
        indexes = [
            models.Index(fields=["subject", "subject_key", "-id"], name="amendment_subject"),
            models.Index(fields=["agency", "-id"], name="amendment_agency"),
        ]

    def __str__(self) -> str:
        return f"amendment {self.pk}"
