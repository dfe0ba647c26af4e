"""Takes a retired agency into use again."""

from datetime import datetime

from lapor.records.agencies.agency import Agency
from lapor.rules.access import Actor
from lapor.rules.administration import Deed
from lapor.rules.refusals import Refused
from lapor.steps._amend import amend, assign
from lapor.steps.agencies._details import vouched
from lapor.steps.agencies._open import open_agency


def reactivate_agency(*, actor: Actor, code: str, now: datetime) -> None:
    """Its officers have to be appointed anew. Raises NotFound, and Refused below a retired agency."""
    with open_agency(actor, code) as agency:
        if agency.parent_id and not Agency.objects.filter(pk=agency.parent_id, is_active=True).exists():
            raise Refused("parent_inactive")
        if assign(agency, {"is_active": True}):
            assign(agency, vouched(now))
            amend(actor, Deed.REACTIVATED, agency, agency_id=agency.pk, now=now)
