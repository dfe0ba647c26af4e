"""Who may declare which day off."""

from lapor.records.agencies.agency import Agency
from lapor.rules.access import Actor
from lapor.rules.administration import is_national, may_declare_holidays
from lapor.rules.agencies import GOVERNMENTS, AgencyKind
from lapor.rules.places import chain_of


def may_declare(actor: Actor, region_code: str | None) -> bool:
    """The government of the region or of one above it for its own; the national desk for all."""
    if region_code is None:
        return is_national(actor)
    rows = Agency.objects.filter(
        region__in=chain_of(region_code), kind__in=GOVERNMENTS, parent=None, is_active=True
    )
    return any(
        may_declare_holidays(actor, path=path, kind=AgencyKind(kind), is_top=True)
        for path, kind in rows.values_list("path", "kind")
    )
