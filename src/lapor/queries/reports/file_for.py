"""Whether somebody may have a file, and where it lies."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, cast
from uuid import UUID

from django.core.files.storage import default_storage

from lapor.queries.reports.facts import standing_of, with_facts
from lapor.queries.reports.history import name_of
from lapor.records.reports.attachment import Attachment
from lapor.records.reports.report import Report
from lapor.rules.access import Actor, ActorKind, relations
from lapor.rules.disclosure import audiences_for
from lapor.rules.file_types import FILE_TYPES, WEBP, FileType, neutral_name
from lapor.rules.kinds import Audience

Drafts = frozenset[UUID]
_TYPES = {kind.code: kind for kind in FILE_TYPES}


class FileMissing(Exception):
    """The row is there and its file is not: restored from different days, perhaps."""


class OutOfReach(Exception):
    """The storage does not answer."""


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
        """The bytes, from wherever they are stored. Raises FileMissing or OutOfReach."""
        with _reaching():
            return cast(BinaryIO, default_storage.open(self.path))


def file_for(actor: Actor, key: UUID, *, draft_keys: Drafts = frozenset()) -> FileContent | None:
    """The file `key`, None if there is none or the actor may not know of it.

    `draft_keys` are those of what this browser is writing and has not sent.
    """
    row = _row(key)
    is_public = row is not None and _is_public(row)
    if row is None or not (is_public or _may_have(actor, row, draft_keys)):
        return None
    # A released file is called the same for everybody.
    name = neutral_name(row.type) if is_public else _name(actor, row)
    return FileContent(_TYPES[row.type], name, row.size, row.sha256[:32], row.path, is_public)


def thumbnail_for(actor: Actor, key: UUID, *, draft_keys: Drafts = frozenset()) -> FileContent | None:
    """The small picture of a photograph, for whoever may have it. Raises FileMissing or OutOfReach."""
    row = _row(key)
    is_public = row is not None and _is_public(row)
    if row is None or not row.thumbnail_path or not (is_public or _may_have(actor, row, draft_keys)):
        return None
    path = row.thumbnail_path
    with _reaching():
        size = default_storage.size(path)
    return FileContent(WEBP, "kecil.webp", size, f"{row.sha256[:30]}-k", path, is_public)


@contextmanager
def _reaching() -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise FileMissing from error
    except Exception as error:  # every storage has errors of its own
        raise OutOfReach(type(error).__name__) from error


def _name(actor: Actor, row: Attachment) -> str:
    is_anonymous = row.report is not None and row.report.is_anonymous
    return name_of(row, by_officer=actor.kind is ActorKind.OFFICER, is_anonymous=is_anonymous)


def _row(key: UUID) -> Attachment | None:
    return Attachment.objects.filter(key=key, is_stored=True).select_related("draft", "report").first()


def _is_public(row: Attachment) -> bool:
    return row.audience == Audience.PUBLIC and row.report is not None and row.report.is_published


def _may_have(actor: Actor, row: Attachment, draft_keys: Drafts) -> bool:
    if row.report_id is None:
        return _is_own(actor, row, draft_keys)
    return row.audience in _audiences(actor, row.report_id)


def _is_own(actor: Actor, row: Attachment, draft_keys: Drafts) -> bool:
    """A file that no report has yet is for whoever handed it in."""
    if row.draft is not None and row.draft.key in draft_keys:
        return True
    return actor.account_id is not None and actor.account_id == row.owner_account_id


def _audiences(actor: Actor, report_id: int) -> frozenset[Audience]:
    report = with_facts(Report.objects.visible_to(actor), actor).filter(pk=report_id).first()
    return audiences_for(relations(actor, standing_of(report))) if report else frozenset()
