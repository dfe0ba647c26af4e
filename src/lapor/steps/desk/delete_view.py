"""Throws a saved view away."""

from datetime import datetime

from lapor.records.reports.saved_view import SavedView
from lapor.rules.access import Actor
from lapor.rules.refusals import NotFound


def delete_view(*, actor: Actor, view_id: int, now: datetime) -> None:
    """Only one's own. Raises NotFound."""
    if actor.account_id is None:
        raise NotFound(view_id)
    found, _ = SavedView.objects.filter(pk=view_id, account_id=actor.account_id).delete()
    if not found:
        raise NotFound(view_id)
