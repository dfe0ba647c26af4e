"""A report loaded for an officer: the row, how he stands to it, and what he may do now."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q, Subquery, TextField, Value
from django.db.models.functions import Coalesce, NullIf

from lapor.queries.reports.facts import situation_of, standing_of, with_facts
from lapor.records.reports.deadline import Deadline
from lapor.records.reports.event import Event
from lapor.records.reports.report import Report
from lapor.rules.access import Actor, Relation, relations
from lapor.rules.clocks import CLOCK_OF_STATE
from lapor.rules.conditions import Situation, open_moves
from lapor.rules.lifecycle import Move, State

# Moves whose words explain why the report stands where it stands, and what they explain.
_REASON_KINDS: dict[str, str] = {
    Move.VERIFY: "routing",
    Move.ROUTE_DOWN: "routing",
    Move.TRANSFER: "routing",
    Move.DECIDE: "routing",
    Move.HAND_BACK: "because",
    Move.RETURN: "because",
    # Without words: the history says it, and why it was sent where nobody works explains nothing any more.
    Move.RISE: "because",
    Move.ASK: "asked",
    Move.SETTLE: "settled",
    Move.CONTEST: "because",
    Move.OBJECT: "because",
    Move.EXTEND: "extended",
    Move.ARCHIVE: "archived",
    Move.MERGE: "archived",
}
# These explain only as long as the report is still where they brought it.
_ONLY_WHILE = (Move.ASK, Move.SETTLE)
# Why a unit handed a report back is told to officers only.
_WORDS = Coalesce(NullIf("note", Value("")), "internal_note", output_field=TextField())
_JOINED = ("held_by__parent", "region", "category", "public_region", "merged_into")


@dataclass(frozen=True, slots=True)
class DeskOpened:
    """A row within what the officer may see. `having` are his relations as officer, never as reporter.

    `finish_due_at` is when the work has to be done, None where no such clock runs.
    """

    report: Report
    having: frozenset[Relation]
    situation: Situation
    moves: tuple[Move, ...]
    is_verified: bool
    is_mine: bool
    finish_due_at: datetime | None
    reason_kind: str
    reason: str


def opened_for_desk(actor: Actor, code: str, now: datetime) -> DeskOpened | None:
    """One statement. None for a stranger, and for an officer who is only the report's reporter."""
    return opened_for_desk_by_code(actor, [code], now).get(code)


def opened_for_desk_by_code(actor: Actor, codes: Collection[str], now: datetime) -> dict[str, DeskOpened]:
    """Those of the reports that the officer may read, by code; one statement."""
    own_agencies = frozenset(desk.agency_id for desk in actor.desks)
    explaining = Event.objects.filter(report_id=OuterRef("pk"), move__in=list(_REASON_KINDS))
    # A question that was answered, a settlement that was contested: they explain nothing any more.
    reasons = explaining.exclude(Q(move__in=_ONLY_WHILE) & ~Q(to_state=F("report__state"))).order_by(
        "-number"
    )
    reports = (
        with_facts(Report.objects.visible_to(actor), actor)
        .select_related(*_JOINED)
        .annotate(
            finish_due_at=_finish_due(),
            is_verified=Exists(Event.objects.filter(report_id=OuterRef("pk"), move=Move.VERIFY)),
            reason_move=Subquery(reasons.values("move")[:1]),
            reason=Subquery(reasons.values(words=_WORDS)[:1]),
        )
        .filter(code__in=codes)
    )
    found = {}
    for report in reports:
        having = relations(actor, standing_of(report)) - {Relation.REPORTER}
        if not having:
            continue
        situation = situation_of(report, now=now)
        found[report.code] = DeskOpened(
            report=report,
            having=having,
            situation=situation,
            moves=open_moves(situation, having),
            is_verified=report.is_verified,
            is_mine=report.held_by_id in own_agencies,
            finish_due_at=report.finish_due_at,
            reason_kind=_REASON_KINDS.get(report.reason_move or "", ""),
            reason=report.reason or "",
        )
    return found


def _finish_due() -> Subquery:
    # The two clocks that work is measured by never run at the same time.
    running = Deadline.objects.filter(report_id=OuterRef("pk"), stopped_at=None)
    return Subquery(running.filter(clock__in=CLOCK_OF_STATE[State.IN_PROGRESS]).values("due_at")[:1])
