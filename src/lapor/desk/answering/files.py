"""Files that come with an officer's form: stored at once, and kept when the form has to be mended."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from lapor.desk.inbox.shown import icon_of
from lapor.queries.reports.desk_files import unsent_files
from lapor.queries.reports.history import File
from lapor.rules.access import Actor
from lapor.rules.refusals import NotFound, Refused
from lapor.steps.attachments.remove import remove_attachment
from lapor.threshold.uploads import stored_files
from lapor.ui.labels import label
from lapor.ui.wording import filesize

FIELD = "attachments"


@dataclass(frozen=True, slots=True)
class HandedFiles:
    """What is attached now, and the words for the first file that could not be kept, or ""."""

    files: tuple[File, ...] = ()
    error: str = ""

    @property
    def keys(self) -> tuple[UUID, ...]:
        return tuple(file.key for file in self.files)

    @property
    def rows(self) -> list[dict[str, Any]]:
        """As `c-file-upload` shows them."""
        return [_row(file) for file in self.files]


def handed_files(request: HttpRequest, actor: Actor, field: str = FIELD, *, code: str = "") -> HandedFiles:
    """Stores what came with this POST, adds what was kept from the one before, takes out what was removed.

    `code` is the report that an answer with these files is for.
    """
    kept = _keys(request.POST.getlist(f"{field}_kept"))
    removed = _keys([request.POST.get(f"remove_{field}", "")])
    for key in removed:
        _remove(actor, key)
    error = ""
    new: tuple[UUID, ...] = ()
    try:
        new = stored_files(request, field, actor=actor)
    except Refused as refused:
        error = label(refused.reason, "refusal")
    keys = [*(key for key in kept if key not in removed), *new]
    return HandedFiles(unsent_files(actor, keys, code=code), error)


def is_only_removing(request: HttpRequest, field: str = FIELD) -> bool:
    """Whether the button beside a file was pressed, not the one that sends."""
    return f"remove_{field}" in request.POST


def _remove(actor: Actor, key: UUID) -> None:
    try:
        remove_attachment(actor=actor, key=key, now=timezone.now())
    except NotFound:
        return


def _keys(typed: Iterable[str]) -> list[UUID]:
    found = []
    for text in typed:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found


def _row(file: File) -> dict[str, Any]:
    return {
        "id": str(file.key),
        "name": file.name,
        "detail": filesize(file.size),
        "state": "done",
        "kind": icon_of(file),
        "thumbnail_url": reverse("thumbnail", args=[file.key]) if file.has_thumbnail else "",
    }
