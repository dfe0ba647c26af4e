"""Accounts: for reporters who want one, and for officers."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import UserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from lapor.records.privacy import Privacy


class AccountManager(UserManager["Account"]):
    """Finds an account by what its owner types: an e-mail address or a telephone number."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(login=(username or "").lower())

    def with_proved(self, address: str) -> models.QuerySet["Account"]:
        """The account whose owner has proved that this address is his, if there is one."""
        rows = self.alias(address=Lower("email")).exclude(email="")
        return rows.filter(address=address.lower(), email_confirmed_at__isnull=False)


class Account(AbstractBaseUser):
    """Somebody who can sign in.

    `login` is the normalised e-mail address or E.164 telephone number he signs in with. `email` is his only
    once `email_confirmed_at` says so: until then it is what somebody typed.
    """

    login = models.CharField(max_length=254, unique=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=20, blank=True)
    name = models.CharField(max_length=120)
    language = models.CharField(max_length=2, default="id")
    is_active = models.BooleanField(default=True)
    email_confirmed_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = AccountManager()

    USERNAME_FIELD = "login"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    privacy: ClassVar = {
        "id": Privacy.INTERNAL,
        "password": Privacy.SECRET,
        "last_login": Privacy.INTERNAL,
        "login": Privacy.PERSONAL,
        "email": Privacy.PERSONAL,
        "phone": Privacy.PERSONAL,
        "name": Privacy.PERSONAL,
        "language": Privacy.INTERNAL,
        "is_active": Privacy.INTERNAL,
        "email_confirmed_at": Privacy.INTERNAL,
        "created_at": Privacy.INTERNAL,
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                # Whoever only typed an address keeps nobody from using it.
                condition=~models.Q(email="") & models.Q(email_confirmed_at__isnull=False),
                name="account_email_once",
                violation_error_code="unique",
            )
        ]

    def __str__(self) -> str:
        return f"account {self.pk}"

    @property
    def is_nobodys(self) -> bool:
        """Opened with an address that nobody has proved to be his, and never entered: still without owner."""
        return not (self.last_login or self.email_confirmed_at or self.has_password)

    @property
    def has_password(self) -> bool:
        """Whether some password opens it; an account made without one has an empty or an unusable one."""
        return bool(self.password) and self.has_usable_password()
