"""What a ready text for follow-ups needs to be stored."""

from dataclasses import dataclass

from lapor.records.agencies.agency import Agency
from lapor.records.catalogue.follow_up_template import FollowUpTemplate
from lapor.rules.access import Actor
from lapor.rules.administration import is_national, manages
from lapor.rules.refusals import NotFound, Refused
from lapor.rules.text import clean_text
from lapor.steps._words import limited

_LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateDetails:
    """A ready text; gaps stand in square brackets and are filled by whoever uses it."""

    title: str
    body: str
    is_active: bool = True


def worded(details: TemplateDetails) -> tuple[str, str]:
    """Title and body to store. Raises Refused at the field."""
    title = " ".join(clean_text(details.title).split())
    if not title:
        raise Refused("title_missing", "title")
    if len(title) > _LONGEST_TITLE:
        raise Refused("line_too_long", "title")
    if not clean_text(details.body):
        raise Refused("template_body_missing", "body")
    return title, limited(details.body, "body")


def refuse_twins(title: str, agency_id: int | None, own_id: int | None = None) -> None:
    twins = FollowUpTemplate.objects.filter(agency=agency_id, title=title, is_active=True)
    if own_id is not None:
        twins = twins.exclude(pk=own_id)
    if twins.exists():
        raise Refused("title_taken", "title")


def owner(actor: Actor, agency: Agency | None, code: str) -> int | None:
    """Whose text it is, None for everybody's. Raises NotFound where the actor may not write there."""
    may = manages(actor, agency.path) if agency else not code and is_national(actor)
    if not may:
        raise NotFound(code)
    return agency.pk if agency else None
