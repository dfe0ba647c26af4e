"""What keeps an agency from being retired: reports it still holds, people who still work there."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from lapor.queries.reports.line import line_of
from lapor.records.accounts.membership import Membership
from lapor.records.agencies.agency import Agency
from lapor.records.reports.report import Report
from lapor.rules.access import Actor
from lapor.rules.status_line import StatusLine

_SHOWN_REPORTS = 10


@dataclass(frozen=True, slots=True)
class HeldReport:
    code: str
    title: str
    line: StatusLine


@dataclass(frozen=True, slots=True)
class Holdings:
    """What an agency still has: open reports, of which `shown` may be read, units, working officers."""

    reports: int
    shown: tuple[HeldReport, ...]
    units: int
    officers: int

    @property
    def hidden(self) -> int:
        return self.reports - len(self.shown)


def holdings(actor: Actor, agency_id: int, *, now: datetime, today: date) -> Holdings:
    """What stands against retiring it. Reports that the actor may not read are counted, never named."""
    held: Any = Report.objects.scoped("what an agency holds, before it is retired")
    open_ones = {"held_by": agency_id, "is_open": True}
    shown = Report.objects.visible_to(actor).filter(**open_ones).select_related("held_by", "held_by__region")
    return Holdings(
        reports=held.filter(**open_ones).count(),
        shown=tuple(
            HeldReport(report.code, report.title, line_of(report, now=now))
            for report in shown.order_by("due_at", "id")[:_SHOWN_REPORTS]
        ),
        units=Agency.objects.filter(parent=agency_id, is_active=True).count(),
        officers=Membership.objects.not_ended(today).filter(agency=agency_id).count(),
    )
