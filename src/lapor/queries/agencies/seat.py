"""An agency's place in the tree, as rules look at it."""

from lapor.records.agencies.agency import Agency
from lapor.rules.agencies import AgencyKind
from lapor.rules.destinations import Seat


def seat_of(agency: Agency, root: Agency | None = None) -> Seat:
    """No statement where `root`, or the agency's own, is loaded."""
    top = root or agency.root or agency
    return Seat(agency.pk, agency.path, AgencyKind(agency.kind), top.pk, top.coordinated_by_id)
