"""An officer as a decree names him."""

from django.db import models

from lapor.records.privacy import Privacy


class TeamMember(models.Model):
    """A named officer of a decree, shown on the agency's page; his account, if any, links to it."""

    decree = models.ForeignKey("lapor.Decree", models.CASCADE, related_name="members")
    name = models.CharField(max_length=150)
    position = models.CharField(max_length=150, blank=True)
    #: His task in the team in the decree's own words, e.g. "pejabat penghubung".
    role = models.CharField(max_length=150, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    privacy = {
        "id": Privacy.PUBLIC,
        "decree": Privacy.PUBLIC,
        "name": Privacy.PUBLIC,
        "position": Privacy.PUBLIC,
        "role": Privacy.PUBLIC,
        "order": Privacy.PUBLIC,
    }

    class Meta:
        app_label = "lapor"
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.name
