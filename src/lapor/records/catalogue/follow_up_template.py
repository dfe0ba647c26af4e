"""Ready texts for follow-ups."""

from django.db import models
from django.db.models import Q

from lapor.records.privacy import Privacy


class FollowUpTemplate(models.Model):
    """A text an officer may start a follow-up from; without an agency it is for all."""

    agency = models.ForeignKey(
        "lapor.Agency", models.CASCADE, null=True, blank=True, related_name="follow_up_templates"
    )
    title = models.CharField(max_length=120)
    body = models.TextField()
    is_active = models.BooleanField(default=True)

    privacy = {
        "id": Privacy.INTERNAL,
        "agency": Privacy.INTERNAL,
        "title": Privacy.INTERNAL,
        "body": Privacy.INTERNAL,
        "is_active": Privacy.INTERNAL,
    }

    class Meta:
        app_label = "lapor"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "title"],
                condition=Q(is_active=True),
                nulls_distinct=False,
                name="follow_up_template_title_once",
            ),
        ]

    def __str__(self) -> str:
        return self.title
