"""How many days each clock gives, as dated rows."""

from django.db import models
from django.db.models import F, Q

from lapor.records.privacy import Privacy


class DayLimit(models.Model):
    """The length of one clock from a day on, for one kind and class of report or for all.

    Mirrors `rules.deadlines.Limit`, whose enums give the values of `clock`, `unit` and `kind`.
    """

    clock = models.CharField(max_length=40)
    days = models.PositiveSmallIntegerField()
    unit = models.CharField(max_length=16)
    #: Empty: for every kind.
    kind = models.CharField(max_length=32, null=True, blank=True)
    #: None: whether the complaint is supervisory (*berkadar pengawasan*) or not.
    is_supervisory = models.BooleanField(null=True, blank=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    legal_basis = models.CharField(max_length=250, blank=True)

    privacy = {
        "id": Privacy.PUBLIC,
        "clock": Privacy.PUBLIC,
        "days": Privacy.PUBLIC,
        "unit": Privacy.PUBLIC,
        "kind": Privacy.PUBLIC,
        "is_supervisory": Privacy.PUBLIC,
        "valid_from": Privacy.PUBLIC,
        "valid_to": Privacy.PUBLIC,
        "legal_basis": Privacy.PUBLIC,
    }

    class Meta:
        app_label = "lapor"
        constraints = [
            models.UniqueConstraint(
                fields=["clock", "kind", "is_supervisory", "valid_from"],
                nulls_distinct=False,
                name="day_limit_once_per_start",
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="day_limit_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.clock}: {self.days} {self.unit}"
