"""The facts of a report that rules ask about: how somebody stands to it, and what is open now.

One wording for the door and for every read: `with_facts` loads them, the other two hand them to the rules.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Subquery

from lapor.queries.reports.windows import last_days
from lapor.records.reports.copy import Copy
from lapor.records.reports.deadline import Deadline
from lapor.records.reports.identity import owner_account
from lapor.records.reports.proposal import waiting_at, waiting_columns
from lapor.records.reports.report import Report
from lapor.rules.access import Actor, Standing
from lapor.rules.answering import Waiting
from lapor.rules.conditions import Situation
from lapor.rules.deadlines import Clock
from lapor.rules.kinds import Kind
from lapor.rules.lifecycle import State


def with_facts(reports: QuerySet[Report], actor: Actor) -> QuerySet[Report]:
    """The reports with their holder and all that `standing_of` and `situation_of` look at, for this actor."""
    copies = Copy.objects.filter(report_id=OuterRef("pk")).order_by()
    return reports.select_related("held_by", "holder_root").annotate(
        reporter_account_id=owner_account(),
        return_due_at=_return_due(),
        copied_agency_ids=ArraySubquery(copies.values("agency_id")),
        **waiting_columns(actor.account_id),
    )


def standing_of(report: Report) -> Standing:
    """For a row of `with_facts`."""
    return Standing(
        code=report.code,
        holder_id=report.held_by_id,
        holder_path=report.held_by.path,
        coordinator_id=report.holder_root.coordinated_by_id,
        reporter_account_id=report.reporter_account_id,  # type: ignore[attr-defined]
        is_supervisory=report.is_supervisory,
        copied_agency_ids=frozenset(report.copied_agency_ids),  # type: ignore[attr-defined]
    )


def situation_of(report: Report, *, now: datetime, waiting: Waiting | None = None) -> Situation:
    """For a row of `with_facts`; days are counted where the holder works.

    `waiting` is what still waits of the drafts that waited when the row was loaded.
    """
    return Situation(
        state=State(report.state),
        today=_day(now, report),
        came_from=State(report.state_before_ask) if report.state_before_ask else None,
        return_count=report.return_count,
        is_binding=report.is_binding,
        is_supervisory=report.is_supervisory,
        # A supervisory complaint never goes up within the tree it may accuse.
        holder_is_top=report.is_supervisory or report.held_by_id == report.holder_root_id,
        last_days=last_days(report),
        is_return_late=_is_over(report.return_due_at, now),  # type: ignore[attr-defined]
        is_contested_after_closing=report.is_contested_after_closing,
        is_objected=report.is_objected,
        is_rated=report.rating is not None,
        is_extended=report.is_extended,
        is_information_request=report.kind == Kind.INFORMATION_REQUEST,
        is_formal=report.is_formal,
        is_withdrawn=report.is_withdrawn,
        waiting=waiting_at(report) if waiting is None else waiting,
    )


def _return_due() -> Subquery:
    """Until when the holder may say that a report is not his; NULL without a limit."""
    running = Deadline.objects.filter(report_id=OuterRef("pk"), clock=Clock.RETURN, stopped_at=None)
    return Subquery(running.filter(paused_at=None).values("due_at")[:1])


def _is_over(due_at: datetime | None, now: datetime) -> bool:
    return due_at is not None and due_at < now


def _day(moment: datetime, report: Report) -> date:
    return moment.astimezone(ZoneInfo(report.held_by.time_zone)).date()
