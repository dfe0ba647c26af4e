"""Unsent reports: one by its key, all of an account, and the files handed in for one."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from lapor.queries.reports.history import File, file_of
from lapor.records.reports.attachment import Attachment
from lapor.records.reports.draft import Draft
from lapor.rules.access import Actor
from lapor.rules.text import excerpt

_MOST_SHOWN = 20
_HAS_FILES = Q(attachments__is_stored=True, attachments__report=None)


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A draft in the list of its account; `excerpt` is the beginning of what was typed, if anything was."""

    key: UUID
    excerpt: str
    updated_at: datetime
    file_count: int


def drafts_of(actor: Actor) -> tuple[DraftLine, ...]:
    """The drafts of the actor's account, the last touched first; none without an account."""
    if actor.account_id is None:
        return ()
    rows = Draft.objects.filter(account_id=actor.account_id).annotate(
        files=Count("attachments", filter=_HAS_FILES)
    )
    return tuple(
        DraftLine(row.key, excerpt(str(row.content.get("text", ""))), row.updated_at, row.files)
        for row in rows.order_by("-updated_at")[:_MOST_SHOWN]
    )


def draft_content(actor: Actor, key: UUID) -> dict[str, Any] | None:
    """What was typed into the actor's own draft; None for anybody else's."""
    if actor.account_id is None:
        return None
    return (
        Draft.objects.filter(key=key, account_id=actor.account_id).values_list("content", flat=True).first()
    )


def draft_files(key: UUID) -> tuple[File, ...]:
    """The files of the draft. Its key is a secret of the browser that writes it: who knows it may see."""
    stored = Attachment.objects.filter(draft__key=key, report=None, is_stored=True)
    rows = stored.order_by("created_at", "id")
    return tuple(file_of(row) for row in rows)


def suggested_point(key: UUID) -> tuple[float, float] | None:
    """Latitude and longitude of the draft's last photograph that told one, to be offered as the place."""
    row = (
        Draft.objects.filter(key=key)
        .exclude(suggested_latitude=None)
        .values_list("suggested_latitude", "suggested_longitude")
        .first()
    )
    return (float(row[0]), float(row[1])) if row and row[0] is not None and row[1] is not None else None
