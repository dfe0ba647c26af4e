"""Who has to be at an agency for a report to get on there; without anybody it rises (process, "Roles")."""

from lapor.rules.access import Role
from lapor.rules.lifecycle import State

_READS = frozenset({Role.AGENCY_DESK, Role.INSPECTORATE})
_DECIDES = frozenset({Role.COORDINATOR})
_ANSWERS = frozenset({Role.AGENCY_DESK, Role.LIAISON, Role.INSPECTORATE, Role.COORDINATOR})

#: The states in which a report waits for the agency that holds it.
WAITS_FOR_HOLDER = (State.RECEIVED, State.ROUTED, State.IN_PROGRESS)


def working_roles(state: State, *, is_disputed: bool = False) -> frozenset[Role]:
    """The roles that can carry on a report in `state`: read it, decide whose it is, or answer and hand on.

    Of them only those whose matter it is: see `rules.access.Desk.handles`.
    """
    if state is State.RECEIVED:
        return _DECIDES if is_disputed else _READS
    return _ANSWERS
