"""The decree (*SK*) that connects an agency and names its complaint team."""

from datetime import date

from django.db import models

from lapor.records.privacy import Privacy
from lapor.records.validity import not_ended


class DecreeQuerySet(models.QuerySet["Decree"]):
    def in_force(self, today: date) -> "DecreeQuerySet":
        """Those that have begun and not ended."""
        return self.filter(not_ended(today), dated_on__lte=today)


class Decree(models.Model):
    """A decree of an agency naming the officers who handle its reports."""

    agency = models.ForeignKey("lapor.Agency", models.PROTECT, related_name="decrees")
    number = models.CharField(max_length=120)
    dated_on = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    file = models.FileField(upload_to="decrees/", max_length=200, blank=True)

    objects = DecreeQuerySet.as_manager()

    privacy = {
        "id": Privacy.PUBLIC,
        "agency": Privacy.PUBLIC,
        "number": Privacy.PUBLIC,
        "dated_on": Privacy.PUBLIC,
        "valid_to": Privacy.PUBLIC,
        "file": Privacy.INTERNAL,
    }

    class Meta:
        app_label = "lapor"
        constraints = [
            models.UniqueConstraint(fields=["agency", "number"], name="decree_number_once_per_agency"),
        ]

    def __str__(self) -> str:
        return self.number
