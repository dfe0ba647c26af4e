"""The facts of a loaded report that rules ask about: how somebody stands to it, and what is open now."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import OuterRef, Subquery

from lapor.queries.reports.windows import last_days
from lapor.records.reports.deadline import Deadline
from lapor.records.reports.report import Report
from lapor.rules.access import Standing
from lapor.rules.conditions import Situation
from lapor.rules.deadlines import Clock
from lapor.rules.kinds import ArchiveReason, Kind
from lapor.rules.lifecycle import State


def standing_of(report: Report, reporter_account_id: int | None) -> Standing:
    """For a row with `held_by` and `holder_root`; copies play no part in what the reporter sees."""
    return Standing(
        code=report.code,
        holder_id=report.held_by_id,
        holder_path=report.held_by.path,
        coordinator_id=report.holder_root.coordinated_by_id,
        reporter_account_id=reporter_account_id,
        is_shielded=report.is_shielded,
    )


def return_due() -> Subquery:
    """Until when the holder may say that a report is not his, to annotate rows with; NULL without a limit."""
    running = Deadline.objects.filter(report_id=OuterRef("pk"), clock=Clock.RETURN, stopped_at=None)
    return Subquery(running.filter(paused_at=None).values("due_at")[:1])


def situation_of(
    report: Report, *, now: datetime, has_proposal: bool = False, return_due_at: datetime | None = None
) -> Situation:
    """For a row with `held_by`: days are counted where the holder works."""
    return Situation(
        state=State(report.state),
        today=_day(now, report),
        return_count=report.return_count,
        is_binding=report.is_binding,
        holder_is_top=report.held_by_id == report.holder_root_id,
        last_days=last_days(report),
        is_return_late=return_due_at is not None and return_due_at < now,
        is_contested_after_closing=report.is_contested_after_closing,
        is_objected=report.is_objected,
        is_rated=report.rating is not None,
        is_extended=report.is_extended,
        is_information_request=report.kind == Kind.INFORMATION_REQUEST,
        is_formal=report.is_formal,
        is_withdrawn=report.archive_reason == ArchiveReason.WITHDRAWN,
        has_proposal=has_proposal,
    )


def _day(moment: datetime, report: Report) -> date:
    return moment.astimezone(ZoneInfo(report.held_by.time_zone)).date()
