"""Stores a file that somebody hands in: judged by its bytes, made harmless, never without its row.

The row is committed first, as arriving; then the file is written; then the row says that it is stored. So
whatever dies in between, a stored row has its file, and a file has a row that `clear_arriving` finds.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from typing import BinaryIO
from uuid import UUID, uuid4

from django.db import transaction

from lapor.records.reports.attachment import Attachment
from lapor.records.reports.draft import Draft
from lapor.rules.access import Actor
from lapor.rules.file_types import MAX_BYTES, MAX_FILES, FileGroup, FileType, safe_name, size_of, sniff
from lapor.rules.kinds import Audience
from lapor.rules.media_metadata import FREE, DamagedMedia, telling_boxes
from lapor.rules.refusals import NotFound, Refused
from lapor.steps.attachments._files import BLOCK, NotWritten, copy_of, discard, has_room, write

FIELD = "attachments"
# What has not arrived by then never will.
ARRIVES_WITHIN = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that is safely there. The place is the photograph's own, offered once and kept nowhere in it."""

    key: UUID
    name: str
    type: str
    size: int
    has_thumbnail: bool
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class _Prepared:
    """What will be written."""

    content: BinaryIO
    type: FileType
    size: int
    width: int | None = None
    height: int | None = None
    thumbnail: bytes = b""
    place: tuple[float, float] | None = None


def store_attachment(
    *, actor: Actor, file: BinaryIO, name: str, draft_key: UUID | None = None, now: datetime
) -> StoredFile:
    """Keeps `file`, under `draft_key` if it belongs to an unsent report; to be called outside transactions.

    Raises Refused at the field "attachments": file_empty, file_too_large, file_type_unknown, file_damaged,
    photo_too_large, too_many_files, no_room, file_not_kept (the storage is full or out of reach); NotFound
    for a draft of somebody else's account. Then nothing is left of it.
    """
    if not has_room():
        raise Refused("no_room", FIELD)
    prepared = _prepared(file)
    with prepared.content:
        row = _arriving(actor, prepared, safe_name(name, prepared.type.extension), draft_key, now)
        try:
            write(row.path, prepared.content)
            if prepared.thumbnail:
                write(row.thumbnail_path, BytesIO(prepared.thumbnail))
        except NotWritten as error:
            discard(row)
            raise Refused("file_not_kept", FIELD) from error
    if not Attachment.objects.filter(pk=row.pk).update(is_stored=True):
        # It took longer than ARRIVES_WITHIN and was cleared away.
        discard(row)
        raise Refused("file_not_kept", FIELD)
    latitude, longitude = prepared.place or (None, None)
    return StoredFile(row.key, row.name, row.type, row.size, bool(row.thumbnail_path), latitude, longitude)


def _prepared(file: BinaryIO) -> _Prepared:
    size = size_of(file)
    if size == 0:
        raise Refused("file_empty", FIELD)
    if size > MAX_BYTES:
        raise Refused("file_too_large", FIELD)
    kind = sniff(file)
    if kind is None:
        raise Refused("file_type_unknown", FIELD)
    if kind.group is not FileGroup.IMAGE:
        return _Prepared(_copy(file, kind, size), kind, size)
    # The decoders take ten megabytes, which a process that never sees a photograph can save.
    from lapor.steps.attachments._photograph import draw_anew

    photo = draw_anew(file, kind)
    return _Prepared(
        content=BytesIO(photo.content),
        type=photo.type,
        size=len(photo.content),
        width=photo.width,
        height=photo.height,
        thumbnail=photo.thumbnail,
        place=photo.place,
    )


def _copy(file: BinaryIO, kind: FileType, size: int) -> BinaryIO:
    """The bytes as they came; from films and recordings, what tells of place and maker is blanked."""
    try:
        copy = copy_of(file)
    except NotWritten as error:
        raise Refused("file_not_kept", FIELD) from error
    if kind.extension not in ("mp4", "3gp", "m4a"):
        return copy
    try:
        for box in telling_boxes(copy, size):
            copy.seek(box.name_at)
            copy.write(FREE)
            copy.seek(box.content_at)
            copy.write(bytes(box.end - box.content_at))
    except DamagedMedia as error:
        copy.close()
        raise Refused("file_damaged", FIELD) from error
    return copy


def _arriving(
    actor: Actor, prepared: _Prepared, name: str, draft_key: UUID | None, now: datetime
) -> Attachment:
    key = uuid4()
    path = f"attachments/{key.hex[:2]}/{key}"
    digest = _digest(prepared.content)
    with transaction.atomic(durable=True):
        return Attachment.objects.create(
            key=key,
            draft=_draft(actor, prepared, draft_key, now) if draft_key else None,
            audience=Audience.REPORTER,
            owner_kind=actor.kind.value,
            owner_account_id=actor.account_id,
            name=name,
            type=prepared.type.code,
            size=prepared.size,
            width=prepared.width,
            height=prepared.height,
            sha256=digest,
            path=f"{path}.{prepared.type.extension}",
            thumbnail_path=f"{path}-kecil.webp" if prepared.thumbnail else "",
            created_at=now,
        )


def _digest(content: BinaryIO) -> str:
    content.seek(0)
    digest = hashlib.sha256()
    while block := content.read(BLOCK):
        digest.update(block)
    return digest.hexdigest()


def _draft(actor: Actor, prepared: _Prepared, draft_key: UUID, now: datetime) -> Draft:
    """The draft, locked, with the place of the last photograph that told one."""
    draft, _ = Draft.objects.select_for_update().get_or_create(
        key=draft_key, defaults={"account_id": actor.account_id, "created_at": now, "updated_at": now}
    )
    if draft.account_id not in (None, actor.account_id):
        raise NotFound(draft_key)
    given_up = {"is_stored": False, "created_at__lt": now - ARRIVES_WITHIN}
    if Attachment.objects.filter(draft=draft).exclude(**given_up).count() >= MAX_FILES:
        raise Refused("too_many_files", FIELD)
    draft.updated_at = now
    if prepared.place:
        draft.suggested_latitude, draft.suggested_longitude = prepared.place
    draft.save(update_fields=["updated_at", "suggested_latitude", "suggested_longitude"])
    return draft
