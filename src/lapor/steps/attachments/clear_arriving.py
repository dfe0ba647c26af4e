"""Clears what never arrived: the rows, and whatever part of their files was written before the crash."""

from datetime import datetime

from lapor.records.reports.attachment import Attachment
from lapor.steps.attachments._files import discard
from lapor.steps.attachments.store import ARRIVES_WITHIN

_BATCH = 500


def clear_arriving(*, now: datetime) -> int:
    """Removes rows that are not stored an hour after they began, with their files; returns how many."""
    late = Attachment.objects.filter(is_stored=False, created_at__lt=now - ARRIVES_WITHIN)
    return sum(discard(row) for row in late.order_by("created_at")[:_BATCH])
