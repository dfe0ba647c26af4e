"""Keeps the filters of an inbox under a name."""

from collections.abc import Mapping
from datetime import datetime

from lapor.records.reports.saved_view import SavedView
from lapor.rules.access import Actor, ActorKind
from lapor.rules.refusals import Forbidden, Refused
from lapor.rules.text import clean_text

MOST_VIEWS = 20
_LONGEST_NAME = 60


def save_view(*, actor: Actor, name: str, parameters: Mapping[str, str], now: datetime) -> None:
    """A name used before gets the new filters. Raises Refused without a name or with too many views."""
    if actor.kind is not ActorKind.OFFICER or actor.account_id is None:
        raise Forbidden("save_view")
    name = " ".join(clean_text(name).split())[:_LONGEST_NAME]
    if not name:
        raise Refused("view_name_missing", "name")
    mine = SavedView.objects.filter(account_id=actor.account_id)
    if mine.exclude(name=name).count() >= MOST_VIEWS:
        raise Refused("too_many_views", "name")
    SavedView.objects.update_or_create(
        account_id=actor.account_id,
        name=name,
        defaults={"filters": dict(parameters)},
        create_defaults={"filters": dict(parameters), "created_at": now},
    )
