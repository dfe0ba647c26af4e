"""How long each kind of report may take to be finished: the promise people read before they choose."""

from datetime import date

from lapor.queries.calendar.limits import limits
from lapor.rules.deadlines import Clock, DayUnit, limit_for
from lapor.rules.kinds import Kind


def finish_limits(on: date) -> dict[Kind, tuple[int, DayUnit]]:
    """Days and their unit by kind, for a report of ordinary class that is received on that day."""
    found = {
        kind: limit_for(limits(), clock=Clock.FINISH, kind=kind, is_supervisory=None, on=on) for kind in Kind
    }
    return {kind: (limit.days, limit.unit) for kind, limit in found.items()}
