"""Changes or retires a ready text for follow-ups."""

from datetime import datetime

from django.db import transaction

from lapor.records.catalogue.follow_up_template import FollowUpTemplate
from lapor.rules.access import Actor
from lapor.rules.administration import Deed
from lapor.rules.refusals import NotFound
from lapor.steps._amend import amend, assign
from lapor.steps.catalogue._template import TemplateDetails, owner, refuse_twins, worded


def edit_follow_up_template(
    *, actor: Actor, template_id: int, details: TemplateDetails, now: datetime
) -> None:
    """Stores what is different. Answers already given keep their words. Raises NotFound, Refused."""
    title, body = worded(details)
    with transaction.atomic():
        rows = FollowUpTemplate.objects.select_for_update(of=("self",)).select_related("agency")
        row = rows.filter(pk=template_id).first()
        if row is None:
            raise NotFound(template_id)
        agency_id = owner(actor, row.agency, "")
        if details.is_active:
            refuse_twins(title, agency_id, row.pk)
        changes = assign(row, {"title": title, "body": body, "is_active": details.is_active})
        if changes:
            retired = changes.get("is_active") == [True, False]
            deed = Deed.DEACTIVATED if retired else Deed.EDITED
            amend(actor, deed, row, agency_id=agency_id, changes=changes, now=now)
