"""Files an officer has handed in but not sent yet."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from lapor.queries.reports.history import File, file_of
from lapor.records.reports.attachment import Attachment
from lapor.records.reports.proposal import of_draft
from lapor.rules.access import Actor
from lapor.rules.answering import RETURNED


def unsent_files(actor: Actor, keys: Iterable[UUID], *, code: str = "") -> tuple[File, ...]:
    """Those of the files that are this account's own, stored, and belong to nothing yet.

    Those of a draft for the report `code` that was given back are, too: whoever mends it takes them on.
    """
    wanted = list(keys)
    if actor.account_id is None or not wanted:
        return ()
    unsent = Q(owner_account_id=actor.account_id, report=None, draft=None)
    if code:
        unsent |= Q(of_draft(*RETURNED), report__code=code)
    rows = Attachment.objects.filter(unsent, key__in=wanted, is_stored=True)
    return tuple(file_of(row) for row in rows.order_by("created_at", "id"))
