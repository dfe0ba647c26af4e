"""The one door to a report: within what the actor may see, with the permission, locked, in a transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.db import transaction

from lapor.records.reports.identity import owner_account
from lapor.records.reports.proposal import waiting_at, waiting_columns
from lapor.records.reports.report import Report
from lapor.rules.access import (
    Actor,
    Desk,
    Permission,
    Relation,
    Standing,
    acting_desk,
    may,
    relations,
)
from lapor.rules.answering import NOTHING_WAITS, Waiting
from lapor.rules.conditions import Situation
from lapor.rules.kinds import ArchiveReason
from lapor.rules.lifecycle import State
from lapor.rules.refusals import Forbidden, NotFound


@dataclass(slots=True)
class Opened:
    """A locked report in the hands of an actor who may do what he asked for.

    `signs_for` is the agency whose words the system sends.
    """

    report: Report
    actor: Actor
    relations: frozenset[Relation]
    desk: Desk | None
    waiting: Waiting = NOTHING_WAITS
    signs_for: int | None = None

    @property
    def acts_as_reporter(self) -> bool:
        return self.desk is None and Relation.REPORTER in self.relations

    def situation(self, today: date) -> Situation:
        """The facts that conditions of moves look at."""
        report = self.report
        zone = ZoneInfo(report.held_by.time_zone)
        return Situation(
            state=State(report.state),
            today=today,
            return_count=report.return_count,
            is_binding=report.is_binding,
            holder_is_top=report.held_by_id == report.holder_root_id,
            ended_on=report.ended_at.astimezone(zone).date() if report.ended_at else None,
            is_contested_after_closing=report.is_contested_after_closing,
            is_objected=report.is_objected,
            is_rated=report.rating is not None,
            is_extended=report.is_extended,
            is_withdrawn=report.archive_reason == ArchiveReason.WITHDRAWN,
            waiting=self.waiting,
        )


def standing_of(report: Report, reporter_account_id: int | None) -> Standing:
    """The facts about a loaded report (with `held_by` and `holder_root`) that decide who stands how to it."""
    return Standing(
        code=report.code,
        holder_id=report.held_by_id,
        holder_path=report.held_by.path,
        coordinator_id=report.holder_root.coordinated_by_id,
        reporter_account_id=reporter_account_id,
        is_shielded=report.is_shielded,
    )


def _lock(code: str) -> None:
    """Takes the row before it is read, in a statement of its own.

    A locking read with joins that waited for somebody else checks its joins against the rows of before:
    if the holder changed meanwhile, it would find nothing and call the report unknown.
    """
    rows = Report.objects.scoped("take the row before reading it within the actor's scope")
    rows.select_for_update().filter(code=code).order_by().values_list("pk").first()


@contextmanager
def open_report(actor: Actor, permission: Permission, code: str) -> Iterator[Opened]:
    """Yields the report `code`, locked until the transaction ends.

    Raises NotFound where the actor may not know of it, Forbidden where he may read but not do this.
    """
    with transaction.atomic():
        _lock(code)
        report = (
            Report.objects.visible_to(actor)
            .select_related("held_by", "holder_root")
            .annotate(**waiting_columns(actor.account_id))
            .annotate(reporter_account_id=owner_account())
            .filter(code=code)
            .first()
        )
        if report is None:
            raise NotFound(code)
        standing = standing_of(report, report.reporter_account_id)
        having = relations(actor, standing)
        if not may(permission, having):
            raise Forbidden(permission)
        desk = acting_desk(actor, standing, permission)
        yield Opened(report, actor, having, desk, waiting_at(report))
