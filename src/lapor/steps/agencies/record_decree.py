"""Records the decree (SK) that names an agency's team."""

from datetime import datetime

from lapor.records.agencies.decree import Decree
from lapor.rules.access import Actor
from lapor.rules.administration import Deed
from lapor.steps._amend import amend
from lapor.steps.agencies._decree import DecreeDetails as DecreeDetails
from lapor.steps.agencies._decree import MemberDetails as MemberDetails
from lapor.steps.agencies._decree import fields_of, write_members, written
from lapor.steps.agencies._open import open_agency


def record_decree(*, actor: Actor, code: str, details: DecreeDetails, now: datetime) -> int:
    """Stores decree, team and scan, and returns the decree's id. Raises NotFound, and Refused at a field."""
    with written(details.file) as name, open_agency(actor, code) as agency:
        fields = fields_of(details, agency.pk, None, now)
        decree = Decree.objects.create(agency=agency, file=name, **fields)
        members = write_members(decree, details.members)
        changes = {"number": ["", decree.number], "members": [[], members]}
        amend(actor, Deed.ADDED, decree, agency_id=agency.pk, changes=changes, now=now)
    return decree.pk
