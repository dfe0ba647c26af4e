"""Who stands above a holder in a supervisory matter: never the government or body it may accuse."""

from django.db.models import F, Q

from lapor.records.agencies.agency import Agency
from lapor.rules.agencies import NATIONAL_DESK_CODE, AgencyKind


def inspectorate_above(root: Agency) -> Agency:
    """The inspectorate of whoever coordinates the tree of `root`, else the national desk; one statement."""
    national = Q(code=NATIONAL_DESK_CODE)
    higher = Q(parent=root.coordinated_by_id, kind=AgencyKind.INSPECTORATE, is_active=True)
    found = Agency.objects.select_related("root").filter(higher | national)
    # The national desk has no parent and comes last.
    return found.order_by(F("parent").asc(nulls_last=True), "pk")[:1].get()
