"""Changes rows of administration and writes down who did it: both in one transaction."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

from django.db import models

from lapor.records.accounts.amendment import Amendment
from lapor.rules.access import Actor
from lapor.rules.administration import Deed, Subject


def amend(
    actor: Actor,
    deed: Deed,
    row: models.Model,
    *,
    now: datetime,
    agency_id: int | None = None,
    changes: Mapping[str, Any] | None = None,
) -> None:
    """Writes one line of the log about `row`, which has its key already."""
    Amendment.objects.create(**_line(actor, deed, row, now, agency_id, changes or {}))


def amend_all(
    actor: Actor, deed: Deed, rows: Iterable[models.Model], *, now: datetime, agency_id: int | None = None
) -> None:
    """The same deed on many rows; an agency among them is its own, all others belong to `agency_id`."""
    lines = [
        _line(actor, deed, row, now, row.pk if type(row).__name__ == "Agency" else agency_id, {})
        for row in rows
    ]
    Amendment.objects.bulk_create([Amendment(**line) for line in lines])


def assign(row: models.Model, fields: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Gives the row these values, saves what differs, and returns it as {field: [before, after]}."""
    changes: dict[str, list[Any]] = {}
    for name, value in fields.items():
        before = getattr(row, name)
        if before != value:
            changes[name] = [_plain(before), _plain(value)]
            setattr(row, name, value)
    if changes:
        row.save(update_fields=list(changes))
    return changes


def _line(
    actor: Actor,
    deed: Deed,
    row: models.Model,
    now: datetime,
    agency_id: int | None,
    changes: Mapping[str, Any],
) -> dict[str, Any]:
    return {
        "at": now,
        "account_id": actor.account_id,
        "subject": _SUBJECTS[type(row).__name__].value,
        "subject_key": str(row.pk),
        "agency_id": agency_id,
        "deed": deed.value,
        "changes": dict(changes),
    }


_SUBJECTS = {
    "Agency": Subject.AGENCY,
    "Decree": Subject.DECREE,
    "Account": Subject.OFFICER,
    "Membership": Subject.MEMBERSHIP,
    "Category": Subject.CATEGORY,
    "FollowUpTemplate": Subject.FOLLOW_UP_TEMPLATE,
    "NoticeTemplate": Subject.NOTICE_TEMPLATE,
    "DayLimit": Subject.DAY_LIMIT,
    "Holiday": Subject.HOLIDAY,
}


def _plain(value: Any) -> Any:
    """As JSON can keep it: a row by its name, moments and days as ISO text."""
    if isinstance(value, models.Model):
        return str(value)
    return value.isoformat() if isinstance(value, datetime | date | time) else value
