"""Files that belong to a draft or a report."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from lapor.records.privacy import Privacy
from lapor.rules.kinds import Audience


class Attachment(models.Model):
    """A file and what is known of it.

    The row is committed as `arriving` before its file is written and becomes `stored` after the file is on
    the disk: a stored row always has its file and a file always has a row; `jobs` clears what never arrived.
    `audience` is narrowed or widened by the verifying officer; a secret report's files are never public.
    """

    key = models.UUIDField(unique=True)
    draft = models.ForeignKey(
        "lapor.Draft", models.SET_NULL, null=True, blank=True, related_name="attachments"
    )
    report = models.ForeignKey(
        "lapor.Report", models.PROTECT, null=True, blank=True, related_name="attachments"
    )
    event = models.ForeignKey(
        "lapor.Event", models.PROTECT, null=True, blank=True, related_name="attachments"
    )
    audience = models.CharField(max_length=10, choices=[(word.value, word.value) for word in Audience])
    # Nobody but its uploader may use a file before it belongs to a report.
    owner_kind = models.CharField(max_length=10)
    owner_account = models.ForeignKey(
        "lapor.Account", models.PROTECT, null=True, blank=True, related_name="+"
    )
    name = models.CharField(max_length=160)
    type = models.CharField(max_length=8)
    size = models.PositiveIntegerField(default=0)
    width = models.PositiveIntegerField(null=True, blank=True)
    height = models.PositiveIntegerField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    path = models.CharField(max_length=200, blank=True)
    thumbnail_path = models.CharField(max_length=200, blank=True)
    is_stored = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    privacy: ClassVar = {
        "id": Privacy.INTERNAL,
        "key": Privacy.INTERNAL,
        "draft": Privacy.INTERNAL,
        "report": Privacy.INTERNAL,
        "event": Privacy.INTERNAL,
        "audience": Privacy.INTERNAL,
        "owner_kind": Privacy.INTERNAL,
        "owner_account": Privacy.INTERNAL,
        "name": Privacy.PERSONAL,
        "type": Privacy.PUBLIC,
        "size": Privacy.PUBLIC,
        "width": Privacy.PUBLIC,
        "height": Privacy.PUBLIC,
        "sha256": Privacy.INTERNAL,
        "path": Privacy.INTERNAL,
        "thumbnail_path": Privacy.INTERNAL,
        "is_stored": Privacy.INTERNAL,
        "created_at": Privacy.INTERNAL,
    }

    class Meta:
        indexes = [
            models.Index(fields=["created_at"], condition=Q(is_stored=False), name="attachment_arriving"),
        ]

    def __str__(self) -> str:
        return f"attachment {self.key}"
