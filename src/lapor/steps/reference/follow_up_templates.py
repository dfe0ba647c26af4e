"""Ready texts for follow-ups, for all agencies."""

from lapor.records.reference.files import rows_of
from lapor.steps.reference.dataset import Cursor, Dataset, Tick

# Only what is missing: an edited or switched-off text stays as somebody wanted it.
_ADD = """
    INSERT INTO lapor_followuptemplate (title, body, is_active)
    SELECT %(title)s, %(body)s, true
    WHERE NOT EXISTS (SELECT FROM lapor_followuptemplate WHERE agency_id IS NULL AND title = %(title)s)
"""


def _load(cursor: Cursor, provinces: frozenset[str] | None, tick: Tick) -> int:
    rows = list(rows_of("follow_up_templates.csv"))
    for row in rows:
        cursor.execute(_ADD, row)
    return len(rows)


FOLLOW_UP_TEMPLATES = Dataset(
    name="follow_up_templates",
    files=("follow_up_templates.csv",),
    code=("steps/reference/follow_up_templates.py",),
    load=_load,
)
