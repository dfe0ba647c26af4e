"""The filters an officer keeps under a name."""

from dataclasses import dataclass
from typing import Any

from lapor.records.reports.saved_view import SavedView
from lapor.rules.access import Actor


@dataclass(frozen=True, slots=True)
class SavedInbox:
    """A saved view: `parameters` are those of the inbox's address."""

    id: int
    name: str
    parameters: dict[str, Any]


def saved_inboxes(actor: Actor) -> tuple[SavedInbox, ...]:
    """The officer's own, by name."""
    if actor.account_id is None:
        return ()
    rows = SavedView.objects.filter(account_id=actor.account_id).order_by("name", "id")
    return tuple(SavedInbox(row.pk, row.name, dict(row.filters)) for row in rows)
