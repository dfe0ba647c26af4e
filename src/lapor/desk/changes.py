"""The log of administration in words: what was changed, from what to what."""

from datetime import date, time
from typing import Any

from django.utils.translation import gettext as _

from lapor.queries.accounts.amendments import ChangeLine, FieldChange
from lapor.ui.labels import label
from lapor.ui.wording import day, days

_DAYS = frozenset({"dated_on", "valid_to", "valid_from"})


def told(changes: tuple[ChangeLine, ...]) -> list[dict[str, Any]]:
    """Each line as the history draws it; before and after are lists of lines, empty for nothing."""
    return [
        {
            "title": f"{label(change.subject)} {label(change.deed)}",
            "at": change.at,
            "by": change.by or _("sistem"),
            "about": " · ".join(filter(None, (change.about, label(change.role, "role")))),
            "fields": [_field(one) for one in change.changes],
        }
        for change in changes
    ]


def _field(one: FieldChange) -> dict[str, Any]:
    return {
        "name": label(one.field, "field"),
        "before": _lines(one.field, one.before),
        "after": _lines(one.field, one.after) or ["–"],
    }


def _lines(field: str, value: Any) -> list[str]:
    if value is None or value == "" or value == []:
        return []
    return [_words(field, one) for one in (value if isinstance(value, list) else [value])]


def _words(field: str, value: Any) -> str:
    if isinstance(value, bool):
        return _("ya") if value else _("tidak")
    if field in _DAYS:
        return day(date.fromisoformat(value))
    if field == "closing_time":
        return time.fromisoformat(value).strftime("%H.%M")
    if field == "days":
        return days(value, "calendar_day")
    return label(value, "time_zone") if field == "time_zone" else str(value)
