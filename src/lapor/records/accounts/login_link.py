"""One-time log-in links and confirmations."""

from typing import ClassVar

from django.db import models

from lapor.records.privacy import Privacy


class LoginLink(models.Model):
    """A link that works once: it signs its account in, or only confirms an address. Its token is kept hashed.

    `proves` is the address it was sent to, which is proved by using it; empty where somebody handed it over.
    """

    account = models.ForeignKey("lapor.Account", models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    proves = models.EmailField(blank=True, default="", db_default="")
    signs_in = models.BooleanField(default=True, db_default=True)

    privacy: ClassVar = {
        "id": Privacy.INTERNAL,
        "account": Privacy.INTERNAL,
        "token_hash": Privacy.SECRET,
        "created_at": Privacy.INTERNAL,
        "expires_at": Privacy.INTERNAL,
        "used_at": Privacy.INTERNAL,
        "proves": Privacy.PERSONAL,
        "signs_in": Privacy.INTERNAL,
    }

    def __str__(self) -> str:
        return f"login link {self.pk}"
