"""The words of notices, in two languages."""

import tomllib

from lapor.records.reference.files import content_of
from lapor.steps.reference.dataset import Cursor, Dataset, Tick

_FILES = {"id": "notices.id.toml", "en": "notices.en.toml"}
# A new version only where the newest one is ours and says something else: what was edited at the desk stays.
_ADD = """
    INSERT INTO lapor_noticetemplate (code, language, version, subject, body, edited_by_id, created_at)
    SELECT %(code)s, %(language)s, coalesce(newest.version, 0) + 1, %(subject)s, %(body)s, NULL, now()
    FROM (SELECT 1) AS one
    LEFT JOIN LATERAL (
        SELECT version, subject, body, edited_by_id FROM lapor_noticetemplate
        WHERE code = %(code)s AND language = %(language)s ORDER BY version DESC LIMIT 1
    ) AS newest ON true
    WHERE newest.version IS NULL
       OR (newest.edited_by_id IS NULL AND (newest.subject, newest.body) <> (%(subject)s, %(body)s))
"""


def shipped_templates() -> list[dict[str, str]]:
    """All texts as they ship: code, language, subject, body."""
    return [
        {"code": code, "language": language, "subject": words["subject"], "body": words["body"].strip()}
        for language, name in _FILES.items()
        for code, words in tomllib.loads(content_of(name).decode("utf-8")).items()
    ]


def _load(cursor: Cursor, provinces: frozenset[str] | None, tick: Tick) -> int:
    rows = shipped_templates()
    cursor.executemany(_ADD, rows)
    return len(rows)


NOTICE_TEMPLATES = Dataset(
    name="notice_templates",
    files=tuple(_FILES.values()),
    code=("steps/reference/notice_templates.py",),
    load=_load,
)
