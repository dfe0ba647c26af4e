"""The log of administration, to be read by whoever manages what it tells of."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from lapor.records.accounts.account import Account
from lapor.records.accounts.amendment import Amendment
from lapor.records.accounts.officers import memberships_within
from lapor.rules.access import Actor
from lapor.rules.administration import Deed, Subject

_LENGTH = 20
# Fields that only repeat what the line says anyway, or that nobody reads.
_UNTOLD = frozenset({"account", "path", "search", "role", "file"})


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a changed row; a list is a team, a line for each officer."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One line of the log. `by` is empty where the system did it; `about` names an officer or a role."""

    at: datetime
    by: str
    subject: Subject
    deed: Deed
    about: str
    role: str
    changes: tuple[FieldChange, ...]


def changes_of_agency(agency_id: int) -> tuple[ChangeLine, ...]:
    """The last changes of an agency, its decrees and its officers' roles; for whoever manages it."""
    return _lines(Q(agency=agency_id))


def changes_of(subject: Subject, key: int | str) -> tuple[ChangeLine, ...]:
    """The last changes of one row."""
    return _lines(Q(subject=subject, subject_key=str(key)))


def changes_of_officer(actor: Actor, account_id: int) -> tuple[ChangeLine, ...]:
    """What was done to an account and to its roles, as far as the actor manages them."""
    roles = memberships_within(actor).filter(account=account_id).values_list("pk", flat=True)
    keys = [str(pk) for pk in roles]
    own = Q(subject=Subject.OFFICER, subject_key=str(account_id))
    return _lines(own | Q(subject=Subject.MEMBERSHIP, subject_key__in=keys))


def _lines(condition: Q) -> tuple[ChangeLine, ...]:
    rows = list(Amendment.objects.filter(condition).select_related("account").order_by("-id")[:_LENGTH])
    names = _names({_account_of(row) for row in rows} - {None})
    return tuple(
        ChangeLine(
            at=row.at,
            by=row.account.name if row.account else "",
            subject=Subject(row.subject),
            deed=Deed(row.deed),
            about=names.get(_account_of(row) or 0, ""),
            role=str(row.changes.get("role", ["", ""])[1] or ""),
            changes=tuple(
                FieldChange(field, *pair) for field, pair in row.changes.items() if field not in _UNTOLD
            ),
        )
        for row in rows
    )


def _account_of(row: Amendment) -> int | None:
    """The officer whose role was given or ended."""
    pair = row.changes.get("account")
    return int(pair[1]) if pair else None


def _names(ids: set[int | None]) -> dict[int, str]:
    return dict(Account.objects.filter(pk__in=ids).values_list("pk", "name")) if ids else {}
