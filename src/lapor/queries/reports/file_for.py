"""Whether somebody may have a file, and where it lies."""

from dataclasses import dataclass
from typing import BinaryIO, cast
from uuid import UUID

from django.core.files.storage import default_storage

from lapor.queries.reports.facts import standing_of, with_facts
from lapor.records.reports.attachment import Attachment
from lapor.records.reports.report import Report
from lapor.rules.access import Actor, relations
from lapor.rules.disclosure import audiences_for
from lapor.rules.file_types import FILE_TYPES, WEBP, FileType
from lapor.rules.kinds import Audience

_TYPES = {kind.code: kind for kind in FILE_TYPES}


@dataclass(frozen=True, slots=True)
class FileContent:
    """A file that this actor may have. `is_public` if everybody may; `tag` changes when the bytes do."""

    type: FileType
    name: str
    size: int
    tag: str
    path: str
    is_public: bool

    def open(self) -> BinaryIO:
        """The bytes, from wherever they are stored. Raises OSError where the storage is out of reach."""
        return cast(BinaryIO, default_storage.open(self.path))


def file_for(actor: Actor, key: UUID, *, draft_key: UUID | None = None) -> FileContent | None:
    """The file `key`, None if there is none or the actor may not know of it.

    `draft_key` is the unsent report this browser is writing.
    """
    row = _row(key)
    is_public = row is not None and _is_public(row)
    if row is None or not (is_public or _may_have(actor, row, draft_key)):
        return None
    # People put their names into names of files; a released one is called the same for everybody.
    name = f"lampiran.{row.type}" if is_public else row.name
    return FileContent(_TYPES[row.type], name, row.size, row.sha256[:32], row.path, is_public)


def thumbnail_for(actor: Actor, key: UUID, *, draft_key: UUID | None = None) -> FileContent | None:
    """The small picture of a photograph, for whoever may have the photograph."""
    row = _row(key)
    is_public = row is not None and _is_public(row)
    if row is None or not row.thumbnail_path or not (is_public or _may_have(actor, row, draft_key)):
        return None
    size = default_storage.size(row.thumbnail_path)
    return FileContent(WEBP, "kecil.webp", size, f"{row.sha256[:30]}-k", row.thumbnail_path, is_public)


def _row(key: UUID) -> Attachment | None:
    return Attachment.objects.filter(key=key, is_stored=True).select_related("draft", "report").first()


def _is_public(row: Attachment) -> bool:
    return row.audience == Audience.PUBLIC and row.report is not None and row.report.is_published


def _may_have(actor: Actor, row: Attachment, draft_key: UUID | None) -> bool:
    if row.report_id is None:
        return _is_own(actor, row, draft_key)
    return row.audience in _audiences(actor, row.report_id)


def _is_own(actor: Actor, row: Attachment, draft_key: UUID | None) -> bool:
    """A file that no report has yet is for whoever handed it in."""
    if row.draft is not None and draft_key is not None and row.draft.key == draft_key:
        return True
    return actor.account_id is not None and actor.account_id == row.owner_account_id


def _audiences(actor: Actor, report_id: int) -> frozenset[Audience]:
    report = with_facts(Report.objects.visible_to(actor)).filter(pk=report_id).first()
    return audiences_for(relations(actor, standing_of(report))) if report else frozenset()
