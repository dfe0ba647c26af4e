"""Files on portal pages: handed in with a form, kept when the form has to be mended, shown as rows."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from lapor.queries.reports.drafts import draft_files
from lapor.queries.reports.history import File
from lapor.rules.access import Actor
from lapor.rules.file_types import FILE_TYPES, FileGroup
from lapor.rules.refusals import NotFound, Refused
from lapor.steps.attachments.remove import remove_attachment
from lapor.threshold.uploads import stored_files, write_draft
from lapor.ui.labels import label
from lapor.ui.wording import filesize

FIELD = "files"
_ICONS = {FileGroup.IMAGE: "photo", FileGroup.VIDEO: "video", FileGroup.AUDIO: "microphone"}
_GROUPS = {file_type.code: file_type.group for file_type in FILE_TYPES}


def take_in(request: HttpRequest, actor: Actor, draft_key: UUID) -> tuple[tuple[File, ...], str]:
    """Stores what came with the form under the draft's key, and takes out what was asked to be taken out.

    Returns the files that go with the form now, and words for the first that could not be kept, or "".
    What the page does not show is not sent: a file counts if its row came back, or if it is new.
    """
    shown, error = set(request.POST.getlist(f"{FIELD}_kept")), ""
    before = _keys(draft_key) if request.FILES else set()
    try:
        if request.FILES:
            keep(request, actor, draft_key)
    except Refused as refused:
        error = label(refused.reason, "refusal")
    if removed := request.POST.get(f"remove_{FIELD}", ""):
        shown.discard(removed)
        take_out(actor, removed, draft_key)
    if not shown and not request.FILES:
        return (), error
    files = draft_files(draft_key)
    return tuple(file for file in files if str(file.key) in shown or _is_new(file, before, request)), error


def keep(request: HttpRequest, actor: Actor, draft_key: UUID) -> tuple[UUID, ...]:
    """Stores the files of the request and lets this browser see them again. Raises Refused."""
    write_draft(request, draft_key)
    try:
        return stored_files(request, FIELD, actor=actor, draft_key=draft_key)
    except NotFound as error:  # the draft is kept with an account, and this is somebody else or nobody
        raise Refused("draft_of_account", FIELD) from error


def take_out(actor: Actor, typed: str, draft_key: UUID) -> None:
    """Removes a file of the draft; what is gone already is as good as removed."""
    try:
        remove_attachment(actor=actor, key=UUID(typed), draft_key=draft_key, now=timezone.now())
    except (ValueError, NotFound):
        return


def rows_of(files: Iterable[File]) -> list[dict[str, Any]]:
    """The files as `c-file-upload` shows them."""
    return [
        {
            "id": str(file.key),
            "name": file.name,
            "detail": filesize(file.size),
            "state": "done",
            "kind": icon_of(file.type),
            "thumbnail_url": reverse("thumbnail", args=[file.key]) if file.has_thumbnail else "",
        }
        for file in files
    ]


def icon_of(file_type: str) -> str:
    """The icon of a stored file type."""
    return _ICONS.get(_GROUPS.get(file_type, FileGroup.DOCUMENT), "file-text")


def _keys(draft_key: UUID) -> set[UUID]:
    return {file.key for file in draft_files(draft_key)}


def _is_new(file: File, before: set[UUID], request: HttpRequest) -> bool:
    return bool(request.FILES) and file.key not in before
