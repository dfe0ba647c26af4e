"""The facts of a loaded report that rules ask about: how somebody stands to it, and what is open now."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from lapor.records.reports.report import Report
from lapor.rules.access import Standing
from lapor.rules.answering import NOTHING_WAITS, Waiting
from lapor.rules.conditions import Situation
from lapor.rules.kinds import ArchiveReason
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


def situation_of(report: Report, *, now: datetime, waiting: Waiting = NOTHING_WAITS) -> Situation:
    """For a row with `held_by`: days are counted where the holder works."""
    return Situation(
        state=State(report.state),
        today=_day(now, report),
        return_count=report.return_count,
        is_binding=report.is_binding,
        holder_is_top=report.held_by_id == report.holder_root_id,
        ended_on=_day(report.ended_at, report) if report.ended_at else None,
        is_contested_after_closing=report.is_contested_after_closing,
        is_objected=report.is_objected,
        is_rated=report.rating is not None,
        is_extended=report.is_extended,
        is_withdrawn=report.archive_reason == ArchiveReason.WITHDRAWN,
        waiting=waiting,
    )


def _day(moment: datetime, report: Report) -> date:
    return moment.astimezone(ZoneInfo(report.held_by.time_zone)).date()
