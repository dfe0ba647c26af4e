"""Keeps what somebody with an account has typed, so that he can go on from another device."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from lapor.records.reports.draft import Draft
from lapor.records.reports.report import Report
from lapor.rules.access import Actor
from lapor.rules.refusals import NotFound


def keep_draft(*, actor: Actor, key: UUID, content: dict[str, Any], now: datetime) -> bool:
    """Writes the draft under its key; False if it has been sent meanwhile and nothing is kept any more.

    Without an account nothing is written: then the words stay on the person's own device only. Raises
    NotFound for a draft of somebody else's account.
    """
    if actor.account_id is None:
        return False
    with transaction.atomic():
        if Report.objects.scoped("was this draft sent").filter(idempotency_key=key).exists():
            return False
        draft, _ = Draft.objects.select_for_update().get_or_create(
            key=key, defaults={"account_id": actor.account_id, "created_at": now, "updated_at": now}
        )
        if draft.account_id not in (None, actor.account_id):
            raise NotFound(key)
        draft.account_id, draft.content, draft.updated_at = actor.account_id, content, now
        draft.save(update_fields=["account", "content", "updated_at"])
        return True
