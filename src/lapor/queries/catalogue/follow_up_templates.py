"""Ready texts an officer may start a follow-up from."""

from dataclasses import dataclass

from django.db.models import Q

from lapor.records.agencies.agency import Agency
from lapor.records.catalogue.follow_up_template import FollowUpTemplate


@dataclass(frozen=True, slots=True)
class FollowUpText:
    """A text with gaps in square brackets; `is_own` tells the agency's own from everybody's."""

    id: int
    title: str
    body: str
    is_own: bool


def follow_up_texts_for(agency_id: int) -> tuple[FollowUpText, ...]:
    """The active texts of the agency and of all above it in its tree, then those for everybody."""
    path = Agency.objects.filter(id=agency_id).values_list("path", flat=True).first() or ""
    upward = [int(step) for step in path.split("/") if step] or [agency_id]
    rows = FollowUpTemplate.objects.filter(Q(agency__in=upward) | Q(agency=None), is_active=True)
    texts = [FollowUpText(row.pk, row.title, row.body, row.agency_id is not None) for row in rows]
    return tuple(sorted(texts, key=lambda text: (not text.is_own, text.id)))
