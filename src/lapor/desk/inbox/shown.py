"""Rows, files and actions as the inbox's templates take them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from lapor.desk.actions import ACTIONS, Action, primary_of
from lapor.desk.inbox.trail import Trail, address_of, trail_at
from lapor.queries.reports.desk_summary import DeskSummary
from lapor.queries.reports.history import File
from lapor.queries.reports.inbox import Inbox
from lapor.queries.reports.inbox_row import InboxRow
from lapor.rules.file_types import FILE_TYPES, FileGroup
from lapor.threshold.pages import encode_cursor
from lapor.ui.wording import filesize

_GROUPS = {kind.code: kind.group for kind in FILE_TYPES}
_ICONS = {FileGroup.IMAGE: "photo", FileGroup.VIDEO: "video", FileGroup.AUDIO: "microphone"}


@dataclass(frozen=True, slots=True)
class LinkedRow:
    """A row with its addresses: the report itself, and the preview beside the list."""

    row: InboxRow
    href: str
    preview: str
    is_open: bool

    @property
    def is_read(self) -> bool:
        return not self.row.is_new


@dataclass(frozen=True, slots=True)
class LinkedAction:
    """A button: what it says, where it leads, and which key presses it.

    `is_inline` where its form may be fetched into the report's page; the verification is a page of its own.
    """

    label: str
    href: str
    key: str
    is_primary: bool
    is_quick: bool
    is_inline: bool

    @property
    def inline_href(self) -> str | None:
        return self.href if self.is_inline else None


def rows_with_links(page: Inbox, origin: str, opened: str) -> list[LinkedRow]:
    """Every row with the place it stands at, so that the next one can be found after a step."""
    found = []
    for row in page.rows:
        cursor = page.cursors[row.code]
        href = address_of(row, trail_at(origin, cursor))
        asked = urlencode({"buka": row.code, "posisi": encode_cursor(cursor)})
        preview = f"{reverse('inbox')}?{origin}&{asked}"
        found.append(LinkedRow(row, href, preview, row.code == opened))
    return found


def actions_for(summary: DeskSummary, trail: Trail, *, only_quick: bool = False) -> list[LinkedAction]:
    """What the officer may do now; the one that is next comes first."""
    primary = primary_of(summary)
    usable = [action for action in ACTIONS if action.is_open(summary)]
    if only_quick:
        usable = [action for action in usable if action.is_quick]
    ordered = sorted(usable, key=lambda action: action is not primary)
    return [_linked(action, summary.code, trail, action is primary) for action in ordered]


def _linked(action: Action, code: str, trail: Trail, is_primary: bool) -> LinkedAction:
    href = reverse(action.url_name, args=[code]) + trail.query
    is_inline = action.url_name != "verify"
    return LinkedAction(str(action.label), href, action.key, is_primary, action.is_quick, is_inline)


def photos_of(files: Iterable[File]) -> list[dict[str, Any]]:
    """Files as `c-photo` draws them; what is no picture shows its kind and size."""
    return [_photo(file) for file in files]


def _photo(file: File) -> dict[str, Any]:
    icon = icon_of(file)
    return {
        "key": str(file.key),
        "url": reverse("file", args=[file.key, file.name]),
        "thumbnail_url": reverse("thumbnail", args=[file.key]) if file.has_thumbnail else "",
        "alt": file.name,
        "caption": file.name if icon == "photo" else f"{file.name}, {filesize(file.size)}",
        "icon": icon,
        "audience": file.audience,
    }


def icon_of(file: File) -> str:
    """The icon of its kind."""
    return _ICONS.get(_GROUPS.get(file.type, FileGroup.DOCUMENT), "file-text")
