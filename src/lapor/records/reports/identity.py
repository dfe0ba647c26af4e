"""Who reported: sealed in a table of its own, opened only by a step with a reason."""

from typing import ClassVar

from django.db import models
from django.db.models import OuterRef, Subquery

from lapor.records.guard import GuardedManager
from lapor.records.privacy import Privacy


class ReporterIdentity(models.Model):
    """Name and contact data of a reporter; all of it optional, because no account is needed."""

    report = models.OneToOneField("lapor.Report", models.PROTECT, related_name="identity")
    account = models.ForeignKey("lapor.Account", models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=20, blank=True)
    address = models.CharField(max_length=200, blank=True)
    # Filled by an officer for somebody at the counter, by letter or on the telephone.
    told_to = models.ForeignKey("lapor.Account", models.PROTECT, null=True, blank=True, related_name="+")
    language = models.CharField(max_length=2, default="id")

    objects = GuardedManager["ReporterIdentity"]()
    everything = models.Manager["ReporterIdentity"]()

    privacy: ClassVar = {
        "id": Privacy.INTERNAL,
        "report": Privacy.INTERNAL,
        "account": Privacy.PERSONAL,
        "name": Privacy.SECRET,
        "email": Privacy.SECRET,
        "phone": Privacy.SECRET,
        "address": Privacy.SECRET,
        "told_to": Privacy.INTERNAL,
        "language": Privacy.INTERNAL,
    }

    class Meta:
        base_manager_name = "everything"
        default_manager_name = "everything"
        indexes = [models.Index(fields=["account"], name="identity_account")]

    def __str__(self) -> str:
        return f"identity of report {self.report_id}"


def owner_account() -> Subquery:
    """For annotating reports: the account they belong to, and nothing else of whoever reported."""
    rows = ReporterIdentity.everything.filter(report_id=OuterRef("pk"))
    return Subquery(rows.values("account_id")[:1])


class Disclosure(models.Model):
    """An identity was opened: by whom, for which agency, why, and how long it stays readable for him."""

    report = models.ForeignKey("lapor.Report", models.PROTECT, related_name="disclosures")
    account = models.ForeignKey("lapor.Account", models.PROTECT, related_name="+")
    agency = models.ForeignKey("lapor.Agency", models.PROTECT, related_name="+")
    reason = models.TextField()
    at = models.DateTimeField()
    until = models.DateTimeField()

    privacy: ClassVar = {
        "id": Privacy.INTERNAL,
        "report": Privacy.INTERNAL,
        "account": Privacy.INTERNAL,
        "agency": Privacy.INTERNAL,
        "reason": Privacy.INTERNAL,
        "at": Privacy.INTERNAL,
        "until": Privacy.INTERNAL,
    }

    class Meta:
        indexes = [models.Index("report", "account", "until", name="disclosure_report")]

    def __str__(self) -> str:
        return f"disclosure {self.pk}"
