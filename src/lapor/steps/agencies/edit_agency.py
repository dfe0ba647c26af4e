"""Changes the names and doors of an agency."""

from datetime import datetime

from lapor.rules.access import Actor
from lapor.rules.administration import Deed
from lapor.steps._amend import amend, assign
from lapor.steps.agencies._details import AgencyDetails as AgencyDetails
from lapor.steps.agencies._details import fields_of, vouched
from lapor.steps.agencies._open import open_agency


def edit_agency(*, actor: Actor, code: str, details: AgencyDetails, now: datetime) -> bool:
    """Stores what is different; whoever edits an agency vouches for it. False if nothing was different.

    Raises NotFound, and Refused at the field that can't be stored.
    """
    fields = fields_of(details)
    with open_agency(actor, code) as agency:
        changes = assign(agency, fields)
        if not changes:
            return False
        assign(agency, vouched(now))
        changes.pop("search", None)
        amend(actor, Deed.EDITED, agency, agency_id=agency.pk, changes=changes, now=now)
    return True
