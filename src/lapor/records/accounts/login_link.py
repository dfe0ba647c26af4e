"""One-time log-in links and confirmations."""

from typing import ClassVar

from django.db import models

from lapor.records.privacy import Privacy


class LoginLink(models.Model):
    """A link that signs its account in once. Only the hash of its token is kept."""

    account = models.ForeignKey("lapor.Account", models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    privacy: ClassVar = {
        "id": Privacy.INTERNAL,
        "account": Privacy.INTERNAL,
        "token_hash": Privacy.SECRET,
        "created_at": Privacy.INTERNAL,
        "expires_at": Privacy.INTERNAL,
        "used_at": Privacy.INTERNAL,
    }

    def __str__(self) -> str:
        return f"login link {self.pk}"
