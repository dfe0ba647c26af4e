"""What everybody is promised: the day limits of an ordinary complaint, from the dated rows."""

from dataclasses import dataclass
from datetime import date

from lapor.queries.calendar.limits import limits
from lapor.rules.answering import MAX_EXTENSION_DAYS
from lapor.rules.deadlines import Clock, Limit, NoLimit, limit_for
from lapor.rules.kinds import Kind


@dataclass(frozen=True, slots=True)
class Promises:
    """The limits in the order in which they are met; None where no row speaks of that day."""

    verification: Limit | None
    first_follow_up: Limit | None
    finish: Limit | None
    confirmation: Limit | None


def promises(on: date) -> Promises:
    """For a complaint of ordinary class that is received on that day."""
    return Promises(
        verification=_limit(Clock.VERIFICATION, on),
        first_follow_up=_limit(Clock.FIRST_FOLLOW_UP, on),
        finish=_limit(Clock.FINISH, on),
        confirmation=_limit(Clock.CONFIRMATION, on),
    )


def limit_on(on: date, clock: Clock, *, kind: str, is_supervisory: bool) -> Limit:
    """How long a clock takes that starts on that day for such a report. Raises NoLimit."""
    return limit_for(limits(), clock=clock, kind=kind, is_supervisory=is_supervisory, on=on)


@dataclass(frozen=True, slots=True)
class FormalLimits:
    """How long a formal information request takes, by how much it may be extended, how long to object."""

    answer: Limit
    extension: Limit
    objection: Limit


def formal_limits(on: date) -> FormalLimits:
    """For a request that becomes formal on that day. Raises NoLimit."""

    def limit(clock: Clock) -> Limit:
        return limit_on(on, clock, kind=Kind.INFORMATION_REQUEST, is_supervisory=False)

    return FormalLimits(
        answer=limit(Clock.FORMAL_REQUEST),
        extension=limit(Clock.FORMAL_EXTENSION),
        objection=limit(Clock.FORMAL_OBJECTION),
    )


def longest_extension(on: date, *, is_formal: bool) -> int:
    """The most days by which the work may be given longer; the law allows a formal request fewer."""
    return formal_limits(on).extension.days if is_formal else MAX_EXTENSION_DAYS


def _limit(clock: Clock, on: date) -> Limit | None:
    try:
        return limit_for(limits(), clock=clock, kind=Kind.COMPLAINT, is_supervisory=False, on=on)
    except NoLimit:
        return None
