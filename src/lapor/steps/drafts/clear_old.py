"""Forgets what was typed and handed in but never sent: nobody's words are kept without need (UU 27/2022)."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from lapor.records.reports.attachment import Attachment
from lapor.records.reports.draft import Draft

KEPT_FOR = timedelta(days=14)


def clear_old_drafts(*, now: datetime) -> int:
    """Deletes drafts that nobody touched for 14 days, and gives up files that belong to nothing.

    Returns the number of drafts. The files are erased by the next `clear_arriving`.
    """
    limit = now - KEPT_FOR
    with transaction.atomic():
        forgotten = Q(draft__updated_at__lt=limit) | Q(draft=None, created_at__lt=limit)
        unused = Attachment.objects.filter(forgotten, report=None, is_stored=True)
        Attachment.objects.filter(pk__in=unused.values("pk"), report=None).update(is_stored=False)
        old = Draft.objects.filter(updated_at__lt=limit)
        return old.delete()[1].get("lapor.Draft", 0)
