"""The words of notices as they stand now, and as they stood."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from lapor.records.messages.template import NoticeTemplate

SOURCE_LANGUAGE = "id"


@dataclass(frozen=True, slots=True)
class TemplateWords:
    """One version of one text; `edited_by` is "" for what ships with LAPOR."""

    code: str
    language: str
    version: int
    subject: str
    body: str
    edited_by: str
    created_at: datetime


def newest_templates(codes: Iterable[str] | None = None) -> dict[tuple[str, str], TemplateWords]:
    """The version in use of each text (of all, or of these codes) by code and language. One statement."""
    rows = NoticeTemplate.objects.select_related("edited_by").order_by("code", "language", "-version")
    if codes is not None:
        rows = rows.filter(code__in=set(codes))
    return {(row.code, row.language): _words(row) for row in rows.distinct("code", "language")}


def versions_of(code: str, language: str) -> tuple[TemplateWords, ...]:
    """All versions of one text, the newest first."""
    rows = NoticeTemplate.objects.select_related("edited_by").filter(code=code, language=language)
    return tuple(_words(row) for row in rows.order_by("-version"))


def _words(row: NoticeTemplate) -> TemplateWords:
    editor = row.edited_by.name if row.edited_by else ""
    return TemplateWords(row.code, row.language, row.version, row.subject, row.body, editor, row.created_at)
