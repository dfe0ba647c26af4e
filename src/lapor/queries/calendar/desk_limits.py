"""Day limits as the desk sees them: what holds today, what will, what held, and who entered it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from lapor.records.accounts.amendment import Amendment
from lapor.records.calendar.day_limit import DayLimit
from lapor.rules.administration import Subject
from lapor.rules.deadlines import Clock, DayUnit, Limit, limit_for
from lapor.rules.kinds import Kind
from lapor.rules.limits import DEFAULT_LIMITS


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitRow:
    """One dated row; `by` names who entered it, empty for what was shipped."""

    days: int
    unit: DayUnit
    valid_from: date
    valid_to: date | None
    legal_basis: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitScope:
    """All rows for one clock, kind and class. `key` names it in forms; `now` is None where none holds."""

    key: str
    clock: Clock
    kind: Kind | None
    is_supervisory: bool | None
    now: LimitRow | None
    coming: tuple[LimitRow, ...]
    past: tuple[LimitRow, ...]


def limit_scopes(*, today: date) -> tuple[LimitScope, ...]:
    """Every clock that has a length of its own, in the order of the law; two statements."""
    rows = list(DayLimit.objects.order_by("valid_from", "id"))
    authors = _authors()
    return tuple(
        _scope(limit, [row for row in rows if _is_of(row, limit)], authors, today) for limit in DEFAULT_LIMITS
    )


def scope_of(key: str) -> Limit | None:
    """The default of the scope with this key: it names clock, kind and class."""
    return next((limit for limit in DEFAULT_LIMITS if _key(limit) == key), None)


def _scope(limit: Limit, rows: list[DayLimit], authors: dict[str, str], today: date) -> LimitScope:
    pairs = [(_limit(row), _row(row, authors)) for row in rows]
    holding = [pair for pair in pairs if pair[0].valid_from <= today]
    now = _in_force([one for one, _ in holding], limit, today)
    return LimitScope(
        key=_key(limit),
        clock=limit.clock,
        kind=Kind(limit.kind) if limit.kind else None,
        is_supervisory=limit.is_supervisory,
        now=next((row for one, row in holding if one is now), None),
        coming=tuple(row for one, row in pairs if one.valid_from > today),
        past=tuple(row for one, row in reversed(holding) if one is not now),
    )


def _in_force(rows: list[Limit], scope: Limit, today: date) -> Limit | None:
    try:
        return limit_for(
            rows, clock=scope.clock, kind=scope.kind, is_supervisory=scope.is_supervisory, on=today
        )
    except LookupError:
        return None


def _is_of(row: DayLimit, limit: Limit) -> bool:
    return (row.clock, row.kind, row.is_supervisory) == (limit.clock, limit.kind, limit.is_supervisory)


def _key(limit: Limit) -> str:
    parts: list[Any] = [limit.clock.value, limit.kind or "", limit.is_supervisory]
    return ".".join("" if part is None else str(getattr(part, "value", part)).lower() for part in parts)


def _authors() -> dict[str, str]:
    """The name of whoever last wrote each row, by the row's key."""
    rows = Amendment.objects.filter(subject=Subject.DAY_LIMIT).exclude(account=None).order_by("id")
    return {key: name or "" for key, name in rows.values_list("subject_key", "account__name")}


def _limit(row: DayLimit) -> Limit:
    return Limit(
        clock=Clock(row.clock),
        days=row.days,
        unit=DayUnit(row.unit),
        kind=row.kind,
        is_supervisory=row.is_supervisory,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        legal_basis=row.legal_basis,
    )


def _row(row: DayLimit, authors: dict[str, str]) -> LimitRow:
    return LimitRow(
        days=row.days,
        unit=DayUnit(row.unit),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        legal_basis=row.legal_basis,
        by=authors.get(str(row.pk), ""),
    )
