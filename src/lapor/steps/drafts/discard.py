"""Throws a draft away because its owner says so."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from lapor.records.reports.attachment import Attachment
from lapor.records.reports.draft import Draft
from lapor.rules.access import Actor
from lapor.rules.refusals import NotFound


def discard_draft(*, actor: Actor, key: UUID, now: datetime) -> None:
    """Deletes the actor's own draft; its files are erased by the next `clear_arriving`. Raises NotFound."""
    with transaction.atomic():
        own = Draft.objects.select_for_update().filter(key=key, account_id=actor.account_id or -1)
        draft = own.first()
        if draft is None:
            raise NotFound(key)
        Attachment.objects.filter(draft=draft, report=None).update(is_stored=False, draft=None)
        draft.delete()
