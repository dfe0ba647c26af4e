"""Adds a ready text for follow-ups."""

from datetime import datetime

from django.db import transaction

from lapor.records.agencies.agency import Agency
from lapor.records.catalogue.follow_up_template import FollowUpTemplate
from lapor.rules.access import Actor
from lapor.rules.administration import Deed
from lapor.steps._amend import amend
from lapor.steps.catalogue._template import TemplateDetails as TemplateDetails
from lapor.steps.catalogue._template import owner, refuse_twins, worded


def add_follow_up_template(*, actor: Actor, agency_code: str, details: TemplateDetails, now: datetime) -> int:
    """Stores the text for the agency and all below it, without a code for everybody; returns its id.

    Raises NotFound where the actor may not write, and Refused at a field.
    """
    title, body = worded(details)
    with transaction.atomic():
        agency = Agency.objects.filter(code=agency_code).first() if agency_code else None
        agency_id = owner(actor, agency, agency_code)
        refuse_twins(title, agency_id)
        row = FollowUpTemplate.objects.create(agency_id=agency_id, title=title, body=body)
        amend(actor, Deed.ADDED, row, agency_id=agency_id, changes={"title": ["", title]}, now=now)
    return row.pk
