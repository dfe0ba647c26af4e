"""Files an officer has handed in but not sent yet."""

from collections.abc import Iterable
from uuid import UUID

from lapor.queries.reports.history import File, file_of
from lapor.records.reports.attachment import Attachment
from lapor.rules.access import Actor


def unsent_files(actor: Actor, keys: Iterable[UUID]) -> tuple[File, ...]:
    """Those of the files that are this account's own, stored, and belong to nothing yet."""
    wanted = list(keys)
    if actor.account_id is None or not wanted:
        return ()
    rows = Attachment.objects.filter(
        key__in=wanted, owner_account_id=actor.account_id, report=None, draft=None, is_stored=True
    )
    return tuple(file_of(row) for row in rows.order_by("created_at", "id"))
