"""Sets how long a clock runs from a day on: always a new row, the past stays as it was."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from lapor.queries.calendar.limits import forget_limits
from lapor.records.calendar.day_limit import DayLimit
from lapor.rules.access import Actor
from lapor.rules.administration import Deed, is_national
from lapor.rules.deadlines import Clock, DayUnit
from lapor.rules.kinds import Kind
from lapor.rules.limits import DEFAULT_LIMITS
from lapor.rules.refusals import Forbidden, Refused
from lapor.rules.text import clean_text
from lapor.steps._amend import amend

_LONGEST_BASIS, _A_YEAR = 250, 365
# A clock that somebody waits for ends within a year.
_MOST_DAYS = {Clock.IDENTITY_KEPT: 10 * _A_YEAR}
#: For which kinds and classes each clock has a length of its own.
_SCOPES = frozenset((limit.clock, limit.kind, limit.is_supervisory) for limit in DEFAULT_LIMITS)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLimit:
    """From `valid_from` on, to `valid_to` if it is temporary; then the limit of before holds again."""

    clock: Clock
    kind: Kind | None
    is_supervisory: bool | None
    days: int
    unit: DayUnit
    valid_from: date
    valid_to: date | None = None
    legal_basis: str


def set_day_limit(*, actor: Actor, details: NewLimit, now: datetime) -> None:
    """Stores the row; one that begins on the same day, still to come, is corrected.

    Clocks that run already keep their end. Raises Forbidden, and Refused at a field.
    """
    if not is_national(actor):
        raise Forbidden("limits are the national desk's")
    basis = _checked(details, timezone.localdate(now))
    with transaction.atomic():
        before = DayLimit.objects.filter(
            clock=details.clock,
            kind=details.kind,
            is_supervisory=details.is_supervisory,
            valid_from=details.valid_from,
        ).first()
        row = before or DayLimit(
            clock=details.clock,
            kind=details.kind,
            is_supervisory=details.is_supervisory,
            valid_from=details.valid_from,
        )
        changes = {"days": [row.days, details.days], "legal_basis": [row.legal_basis, basis]}
        row.days, row.unit, row.valid_to, row.legal_basis = (
            details.days,
            details.unit,
            details.valid_to,
            basis,
        )
        row.save()
        amend(actor, Deed.EDITED if before else Deed.ADDED, row, changes=changes, now=now)
        transaction.on_commit(forget_limits)


def _checked(details: NewLimit, today: date) -> str:
    """The legal basis to store. Raises Refused."""
    if (details.clock, details.kind, details.is_supervisory) not in _SCOPES:
        raise Refused("limit_unknown", "scope")
    if not 1 <= details.days <= _MOST_DAYS.get(details.clock, _A_YEAR):
        raise Refused("days_out_of_range", "days")
    if details.valid_from <= today:
        # Clocks that started today have been counted, and people were told the day.
        raise Refused("limit_in_past", "valid_from")
    if details.valid_to is not None and details.valid_to < details.valid_from:
        raise Refused("ends_before_start", "valid_to")
    basis = " ".join(clean_text(details.legal_basis).split())
    if not basis:
        raise Refused("legal_basis_missing", "legal_basis")
    if len(basis) > _LONGEST_BASIS:
        raise Refused("line_too_long", "legal_basis")
    return basis
