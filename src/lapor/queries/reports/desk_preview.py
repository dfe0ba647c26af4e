"""A report beside the inbox: its head and its files."""

from dataclasses import dataclass
from datetime import datetime

from lapor.queries.reports.desk_opened import opened_for_desk
from lapor.queries.reports.desk_summary import DeskSummary, summary_of
from lapor.queries.reports.history import File, files_of
from lapor.rules.access import Actor
from lapor.rules.disclosure import audiences_for


@dataclass(frozen=True, slots=True)
class Preview:
    """What fits beside the list."""

    summary: DeskSummary
    files: tuple[File, ...]


def preview(actor: Actor, code: str, now: datetime) -> Preview | None:
    """Two statements. None for whoever may not know of the report."""
    opened = opened_for_desk(actor, code, now)
    if opened is None:
        return None
    files = files_of(opened.report.pk, audiences_for(opened.having))
    return Preview(summary_of(opened, now), tuple(file for group in files.values() for file in group))
