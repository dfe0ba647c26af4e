"""The day limits of all clocks."""

from lapor.queries.calendar.remembered import Remembered
from lapor.records.calendar.day_limit import DayLimit
from lapor.rules.deadlines import Clock, DayUnit, Limit


def _read() -> tuple[Limit, ...]:
    return tuple(
        Limit(
            clock=Clock(row.clock),
            days=row.days,
            unit=DayUnit(row.unit),
            kind=row.kind,
            is_supervisory=row.is_supervisory,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            legal_basis=row.legal_basis,
        )
        for row in DayLimit.objects.order_by("clock", "valid_from", "id")
    )


_limits = Remembered(_read)


def limits() -> tuple[Limit, ...]:
    """All rows, past and future ones too: `rules.deadlines.limit_for` picks by kind, class and day."""
    return _limits()


def forget_limits() -> None:
    """After a limit was changed in this process."""
    _limits.forget()
