"""All public data of published reports, for whoever wants to count for himself (open data)."""

from collections.abc import Iterator
from typing import Any

from lapor.records.privacy import Privacy
from lapor.records.reports.report import Report

_BATCH = 2000
# References are told by the code of what they point to; these two say nothing that the others don't.
_REFERENCES = ("category", "held_by", "holder_root", "public_region")
_LEFT_OUT = frozenset({"search", "is_published"})


def export_columns() -> tuple[str, ...]:
    """The columns: every field of a report that is classed public, references by code."""
    public = [name for name, klass in Report.privacy.items() if klass is Privacy.PUBLIC]
    return tuple(name for name in public if name not in _LEFT_OUT)


def export_rows() -> Iterator[dict[str, Any]]:
    """One row per published report, by the time of receipt, streaming. Secret reports are not among them."""
    columns = export_columns()
    paths = {name: f"{name}__code" if name in _REFERENCES else name for name in columns}
    rows = (
        Report.objects.published()
        .filter(is_secret=False)
        .order_by("received_at", "pk")
        .values_list(*paths.values())
    )
    for row in rows.iterator(chunk_size=_BATCH):
        yield dict(zip(columns, row, strict=True))
