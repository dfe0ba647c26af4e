"""The words of notices: editable, versioned, in two languages."""

from typing import ClassVar

from django.db import models

from lapor.records.privacy import Privacy


class NoticeTemplate(models.Model):
    """One version of one template in one language; the newest version is used, older ones are kept.

    `body` is plain text with `{placeholders}` that `rules/notice_text.py` names and fills.
    """

    code = models.CharField(max_length=40)
    language = models.CharField(max_length=2, default="id")
    version = models.PositiveIntegerField()
    subject = models.CharField(max_length=160)
    body = models.TextField()
    edited_by = models.ForeignKey("lapor.Account", models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField()

    privacy: ClassVar = {
        "id": Privacy.INTERNAL,
        "code": Privacy.PUBLIC,
        "language": Privacy.PUBLIC,
        "version": Privacy.PUBLIC,
        "subject": Privacy.PUBLIC,
        "body": Privacy.PUBLIC,
        "edited_by": Privacy.INTERNAL,
        "created_at": Privacy.PUBLIC,
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["code", "language", "version"], name="notice_template_version_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.language} v{self.version}"
