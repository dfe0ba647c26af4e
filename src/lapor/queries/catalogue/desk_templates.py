"""Ready texts for follow-ups as their desks manage them."""

from dataclasses import dataclass

from django.db.models import Q

from lapor.records.catalogue.follow_up_template import FollowUpTemplate
from lapor.rules.access import Actor
from lapor.rules.administration import is_national, managed_tops, manages
from lapor.rules.refusals import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class ManagedText:
    """A text; `agency` and its code are empty for one that holds for everybody. `may_edit`: it is his."""

    id: int
    title: str
    body: str
    agency: str
    agency_code: str
    is_active: bool
    may_edit: bool


def managed_texts(actor: Actor) -> tuple[ManagedText, ...]:
    """Everybody's, and those of the trees he manages; for the national desk everybody's only."""
    mine = Q(agency=None)
    if not is_national(actor):
        for desk in managed_tops(actor):
            mine |= Q(agency__path__startswith=desk.path)
    rows = FollowUpTemplate.objects.filter(mine).select_related("agency")
    lines = [_line(actor, row) for row in rows.order_by("agency__path", "title", "id")]
    return tuple(sorted(lines, key=lambda line: (not line.is_active, not line.agency_code)))


def managed_text(actor: Actor, template_id: int) -> ManagedText:
    """Raises NotFound for a text that is not his to change."""
    row = FollowUpTemplate.objects.select_related("agency").filter(pk=template_id).first()
    if row is None or not _may_edit(actor, row):
        raise NotFound(template_id)
    return _line(actor, row)


def _may_edit(actor: Actor, row: FollowUpTemplate) -> bool:
    return manages(actor, row.agency.path) if row.agency else is_national(actor)


def _line(actor: Actor, row: FollowUpTemplate) -> ManagedText:
    return ManagedText(
        id=row.pk,
        title=row.title,
        body=row.body,
        agency=row.agency.name if row.agency else "",
        agency_code=row.agency.code if row.agency else "",
        is_active=row.is_active,
        may_edit=_may_edit(actor, row),
    )
