"""Files on their way in: bounded while they arrive, then stored one by one."""

from contextlib import suppress
from io import BytesIO
from typing import Any, BinaryIO, cast
from uuid import UUID

from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload, TemporaryFileUploadHandler
from django.http import HttpRequest
from django.utils import timezone

from lapor.rules.access import Actor
from lapor.rules.attempts import UPLOAD_BY_PLACE
from lapor.rules.file_types import MAX_BYTES, MAX_FILES
from lapor.rules.refusals import Refused
from lapor.steps.attachments.store import store_attachment
from lapor.threshold.actor import actor_of, has_session
from lapor.threshold.rate import within

# Where it is plainly no mistake any more, the connection is cut.
_MOST_BYTES = 3 * MAX_FILES * MAX_BYTES
_DRAFTS = "drafts"
# A report, and a reply or two beside it.
_MOST_DRAFTS = 8


class BoundedUpload(FileUploadHandler):
    """Lets no file grow past the allowed size on our disk, and no more of them than may be handed in.

    The rest of what is too large or too many is read and thrown away, so that the page can say what is wrong
    and keep everything else that was typed. Named in FILE_UPLOAD_HANDLERS before those that keep files.
    """

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self._arrived, self._count = 0, 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self._count += 1

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        self._arrived += len(raw_data)
        if self._arrived > _MOST_BYTES:
            raise StopUpload(connection_reset=True)
        return raw_data if start <= MAX_BYTES and self._count <= MAX_FILES else None

    def file_complete(self, file_size: int) -> UploadedFile | None:
        return None


class LostFile(TemporaryUploadedFile):
    """Stands for a file that the disk had no room for."""

    def __init__(self, name: str) -> None:
        UploadedFile.__init__(self, BytesIO(), name)


class CarefulUpload(TemporaryFileUploadHandler):
    """Keeps what is too large for memory on the disk; a full disk costs the file, but not the words."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        try:
            super().new_file(*args, **kwargs)
        except OSError:
            self.file = LostFile(self.file_name or "")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        try:
            return None if isinstance(self.file, LostFile) else super().receive_data_chunk(raw_data, start)
        except OSError:
            self._lose()
            return None

    def file_complete(self, file_size: int) -> UploadedFile | None:
        try:
            return super().file_complete(file_size)
        except OSError:  # what was still in the buffer
            self._lose()
            return self.file

    def _lose(self) -> None:
        with suppress(OSError):
            self.file.close()
        self.file = LostFile(self.file_name or "")


def draft_keys_of(request: HttpRequest) -> frozenset[UUID]:
    """What this browser is writing and has not sent: it may see the files of these again."""
    if not has_session(request):
        return frozenset()
    return frozenset(UUID(key) for key in request.session.get(_DRAFTS, ()))


def write_draft(request: HttpRequest, draft_key: UUID) -> None:
    """From now on this browser may see the files of this draft, too; of very many it forgets the oldest."""
    keys = [key for key in request.session.get(_DRAFTS, ()) if key != str(draft_key)]
    request.session[_DRAFTS] = [*keys, str(draft_key)][-_MOST_DRAFTS:]


def stored_files(
    request: HttpRequest, field: str, *, actor: Actor | None = None, draft_key: UUID | None = None
) -> tuple[UUID, ...]:
    """Stores every file of a multipart field; the keys to hand to a step.

    Raises Refused at `field` for the first file that can't be kept; what was stored before it stays with the
    draft, or is cleared away later.
    """
    files, who = request.FILES.getlist(field), actor or actor_of(request)
    keys = tuple(_stored(request, file, field, who, draft_key) for file in files[:MAX_FILES])
    if len(files) > MAX_FILES:
        raise Refused("too_many_files", field)
    return keys


def _stored(
    request: HttpRequest, upload: UploadedFile, field: str, actor: Actor, draft_key: UUID | None
) -> UUID:
    if not within(request, UPLOAD_BY_PLACE):
        raise Refused("too_many_uploads", field)
    if isinstance(upload, LostFile):
        raise Refused("file_not_kept", field)
    file = cast(BinaryIO, upload.file)
    try:
        stored = store_attachment(
            actor=actor, file=file, name=upload.name or "", draft_key=draft_key, now=timezone.now()
        )
    except Refused as refused:
        raise Refused(refused.reason, field) from refused
    return stored.key
