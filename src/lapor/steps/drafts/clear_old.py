"""Forgets what was typed and handed in but never sent: nobody's words are kept without need (UU 27/2022)."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from lapor.records.reports.attachment import Attachment
from lapor.records.reports.draft import Draft

KEPT_FOR = timedelta(days=14)
# Anybody may fill our disk with files for nothing: those of nobody's account are kept for two days.
STRANGERS_FILES_KEPT_FOR = timedelta(hours=48)


def clear_old_drafts(*, now: datetime) -> int:
    """Deletes drafts that nobody touched for 14 days, and gives up files that belong to nothing.

    Files of people without an account are given up after 48 hours; their words lie on their own device.
    Returns the number of drafts. The files are erased by the next `clear_arriving`.
    """
    limit = now - KEPT_FOR
    with transaction.atomic():
        forgotten = _untouched_since(limit) | Q(owner_account=None, draft__account=None) & _untouched_since(
            now - STRANGERS_FILES_KEPT_FOR
        )
        unused = Attachment.objects.filter(forgotten, report=None, is_stored=True)
        Attachment.objects.filter(pk__in=unused.values("pk"), report=None).update(is_stored=False)
        old = Draft.objects.filter(updated_at__lt=limit)
        return old.delete()[1].get("lapor.Draft", 0)


def _untouched_since(limit: datetime) -> Q:
    return Q(draft__updated_at__lt=limit) | Q(draft=None, created_at__lt=limit)
