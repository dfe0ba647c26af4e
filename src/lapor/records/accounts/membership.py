"""What an account is trusted with at one agency, from when to when."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from lapor.records.privacy import Privacy
from lapor.records.validity import not_ended
from lapor.rules.access import Role
from lapor.rules.agencies import AgencyKind


def handling(*, is_supervisory: bool) -> Q:
    """Whose matter reports of this class are, where they are held; mirrors `rules.access.Desk.handles`."""
    inspects = Q(role=Role.INSPECTORATE)
    anywhere = inspects | Q(role=Role.NATIONAL_DESK) if is_supervisory else ~inspects
    return anywhere | Q(agency__kind=AgencyKind.INSPECTORATE)


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Roles by the day, which is the local one: `timezone.localdate(now)`."""

    def not_ended(self, today: date) -> "MembershipQuerySet":
        """Those that hold, and those that begin later."""
        return self.filter(not_ended(today))

    def at_work(self, today: date) -> "MembershipQuerySet":
        """Those that hold, of officers who can sign in."""
        return self.not_ended(today).filter(valid_from__lte=today, account__is_active=True)


class Membership(models.Model):
    """One role of one account at one agency. Ended, never deleted."""

    account = models.ForeignKey("lapor.Account", models.PROTECT, related_name="memberships")
    agency = models.ForeignKey("lapor.Agency", models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=24, choices=[(role.value, role.value) for role in Role])
    position = models.CharField(max_length=120, blank=True)
    decree = models.ForeignKey(
        "lapor.Decree", models.PROTECT, null=True, blank=True, related_name="memberships"
    )
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    privacy: ClassVar = {
        "id": Privacy.INTERNAL,
        "account": Privacy.INTERNAL,
        "agency": Privacy.PUBLIC,
        "role": Privacy.PUBLIC,
        "position": Privacy.PUBLIC,
        "decree": Privacy.PUBLIC,
        "valid_from": Privacy.PUBLIC,
        "valid_to": Privacy.PUBLIC,
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "agency", "role"], condition=Q(valid_to=None), name="membership_once"
            )
        ]
        indexes = [
            models.Index(fields=["agency", "role"], condition=Q(valid_to=None), name="membership_active")
        ]

    def __str__(self) -> str:
        return f"membership {self.pk}"
