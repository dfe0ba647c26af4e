"""Whoever writes a report takes a file out again before he sends it."""

from datetime import datetime
from uuid import UUID

from lapor.records.reports.attachment import Attachment
from lapor.records.reports.draft import Draft
from lapor.rules.access import Actor
from lapor.rules.refusals import NotFound
from lapor.steps.attachments._files import discard


def remove_attachment(*, actor: Actor, key: UUID, draft_key: UUID | None = None, now: datetime) -> None:
    """Removes the file of this draft, or, without a draft, the actor's own file that no report has yet.

    Raises NotFound. What belongs to a report stays for good. If the storage is out of reach, the file goes
    with the next `clear_arriving`.
    """
    mine = Attachment.objects.filter(key=key, report=None, is_stored=True)
    if draft_key is not None:
        mine = mine.filter(draft__key=draft_key)
    else:
        mine = mine.filter(owner_account_id=actor.account_id).exclude(owner_account=None)
    # A row that is not stored belongs to nobody: a report that is being sent with it now is refused.
    if not mine.update(is_stored=False, draft=None):
        raise NotFound(key)
    if draft_key is not None:
        Draft.objects.filter(key=draft_key).update(updated_at=now)
    discard(Attachment.objects.get(key=key))
