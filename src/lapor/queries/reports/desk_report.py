"""A report as an officer reads it: everything but who reported, unless he has opened that with a reason."""

from dataclasses import dataclass
from datetime import datetime

from lapor.queries.reports.desk_clocks import ClockRow, clocks_of
from lapor.queries.reports.desk_opened import opened_for_desk
from lapor.queries.reports.desk_proposal import Draft, drafts_of
from lapor.queries.reports.desk_summary import DeskSummary, summary_of
from lapor.queries.reports.history import File, HistoryEvent, history_of
from lapor.queries.reports.identity import Identity, disclosed_identity
from lapor.records.reports.copy import Copy
from lapor.rules.access import Actor
from lapor.rules.disclosure import audiences_for


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskReport:
    """The whole page. `events` run from new to old; `identity` only where this officer has opened it."""

    summary: DeskSummary
    files: tuple[File, ...]
    events: tuple[HistoryEvent, ...]
    clocks: tuple[ClockRow, ...]
    copies: tuple[str, ...]
    drafts: tuple[Draft, ...]
    identity: Identity | None


def desk_report(actor: Actor, code: str, now: datetime) -> DeskReport | None:
    """Eight statements at most. None for whoever may not know of it."""
    opened = opened_for_desk(actor, code, now)
    if opened is None:
        return None
    report = opened.report
    events = history_of(report.pk, audiences_for(opened.having))
    return DeskReport(
        summary=summary_of(opened, now),
        files=events[0].files if events else (),
        events=tuple(reversed(events)),
        clocks=clocks_of(report, now),
        copies=tuple(Copy.objects.filter(report=report).values_list("agency__name", flat=True)),
        drafts=drafts_of(report, events),
        identity=disclosed_identity(actor, opened, now),
    )
