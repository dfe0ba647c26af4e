"""Where a report may be handed to: asked when many are checked, and by each step before it writes."""

from dataclasses import dataclass

from lapor.rules.agencies import MAY_SUPERVISE, AgencyKind
from lapor.rules.lifecycle import Move


@dataclass(frozen=True, slots=True)
class Seat:
    """An agency's place in the tree, and who coordinates that tree from above."""

    id: int
    path: str
    kind: AgencyKind
    root_id: int
    coordinator_id: int | None


def is_below(agency: Seat, top: Seat) -> bool:
    """In the tree under `top`, or in one it coordinates: a province has its cities and their offices below
    it, its inspectorate their inspectorates."""
    if agency.id == top.id:
        return False
    if agency.path.startswith(top.path):
        return True
    if top.kind is AgencyKind.INSPECTORATE:
        return agency.kind is AgencyKind.INSPECTORATE and agency.coordinator_id == top.root_id
    return agency.coordinator_id == top.id


def may_receive(kind: AgencyKind, *, is_supervisory: bool) -> bool:
    """False for the office that a supervisory complaint may accuse."""
    return not is_supervisory or kind in MAY_SUPERVISE


def why_not_there(move: Move, to: Seat, holder: Seat, *, is_supervisory: bool) -> str:
    """Why `move` can't hand the report there: the reason of a `Refused`, "" where it can."""
    if not may_receive(to.kind, is_supervisory=is_supervisory):
        return "supervisory_to_inspectorate"
    if move is Move.ROUTE_DOWN and not is_below(to, holder):
        return "agency_not_below"
    if move is Move.TRANSFER and to.id == holder.id:
        return "agency_is_holder"
    return ""
