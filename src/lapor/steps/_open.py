"""The one door to a report: in the actor's sight, for a move he may make, locked, in a transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from lapor.queries.reports.facts import situation_of, standing_of, with_facts
from lapor.records.reports.proposal import waiting_at
from lapor.records.reports.report import Report
from lapor.rules.access import (
    SYSTEM,
    Actor,
    Desk,
    Relation,
    acting_desk,
    may,
    relations,
)
from lapor.rules.answering import NOTHING_WAITS, Waiting
from lapor.rules.conditions import Situation
from lapor.rules.lifecycle import Move
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

    def situation(self, now: datetime) -> Situation:
        """The facts that conditions of moves look at."""
        return situation_of(self.report, now=now, waiting=self.waiting)


def _lock(*codes: str) -> None:
    """Takes the rows before they are read, in a statement of its own, in an order that all keep to.

    A locking read with joins that waited for somebody else checks its joins against the rows of before:
    if the holder changed meanwhile, it would find nothing and call the report unknown.
    """
    rows = Report.objects.scoped("take the row before reading it within the actor's scope")
    list(rows.select_for_update().filter(code__in=codes).order_by("pk").values_list("pk"))


@contextmanager
def _locked(actor: Actor, code: str, also: str = "") -> Iterator[Report]:
    with transaction.atomic():
        _lock(code, also)
        report = with_facts(Report.objects.visible_to(actor), actor).filter(code=code).first()
        if report is None:
            raise NotFound(code)
        yield report


@contextmanager
def open_for_system(code: str) -> Iterator[Report]:
    """Yields the report `code`, locked, for what the system does to it without a move. Raises NotFound."""
    with _locked(SYSTEM, code) as report:
        yield report


@contextmanager
def open_report(actor: Actor, move: Move, code: str, *, also: str = "") -> Iterator[Opened]:
    """Yields the report `code`, locked until the transaction ends; `also` is another one to lock with it.

    Raises NotFound where the actor may not know of it, Forbidden where he may read but not do this.
    """
    with _locked(actor, code, also) as report:
        standing = standing_of(report)
        having = relations(actor, standing)
        if not may(move, having):
            raise Forbidden(move)
        desk = acting_desk(actor, standing, move)
        yield Opened(report, actor, having, desk, waiting_at(report))
