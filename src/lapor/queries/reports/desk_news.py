"""What happened to a report while somebody had its form open, and what stands in the way of his step."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F

from lapor.queries.reports.desk_opened import DeskOpened, opened_for_desk
from lapor.queries.reports.history import HistoryEvent, history_of
from lapor.records.reports.event import Event
from lapor.records.reports.report import Report
from lapor.rules.access import Actor, may
from lapor.rules.conditions import Hindrance, hindrance
from lapor.rules.disclosure import audiences_for
from lapor.rules.kinds import Audience
from lapor.rules.lifecycle import MOVES, Move


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a move is not open: not his to make, hindered, or not from the state `event` brought it to.

    `is_own` where that event is the officer's own.
    """

    is_allowed: bool
    hindrance: Hindrance | None
    event: HistoryEvent
    is_own: bool


def news_since(actor: Actor, code: str, version: int) -> tuple[HistoryEvent, ...]:
    """The events after `version` that are not the officer's own, newest first.

    One statement while nothing happened, three else. Empty where the report is not his to see.
    """
    own = {"account_id": actor.account_id} if actor.account_id else {"pk": None}
    report = Report.objects.visible_to(actor).filter(code=code).values("pk")
    fresh = Event.objects.filter(report_id__in=report, number__gt=version).exclude(**own)
    rows = list(fresh.order_by("-number").values_list("report_id", "number"))
    if not rows:
        return ()
    numbers = {number for _, number in rows}
    history = history_of(rows[0][0], Audience)
    return tuple(event for event in reversed(history) if event.number in numbers)


def own_words_since(actor: Actor, code: str, move: Move, version: int) -> tuple[frozenset[str], ...]:
    """What the officer himself wrote with each `move` he made after `version`, wherever the report is now."""
    events = Event.objects.filter(
        report__code=code, number__gt=version, move=move, account_id=actor.account_id or 0
    )
    rows = events.values_list("note", "internal_note", "details")
    return tuple(frozenset({note, internal, *map(str, details.values())}) for note, internal, details in rows)


def obstacle(actor: Actor, code: str, move: Move, now: datetime) -> Obstacle | None:
    """What stands in the way of the move. None for whoever may not know of the report as an officer."""
    opened = opened_for_desk(actor, code, now)
    if opened is None:
        return None
    # What neither changed the state nor went to somebody is not what closed the move.
    moves = Event.objects.filter(report=opened.report).exclude(to_state=F("from_state"), to_agency=None)
    number, account_id = moves.order_by("-number").values_list("number", "account_id")[0]
    history = history_of(opened.report.pk, audiences_for(opened.having))
    return Obstacle(
        is_allowed=may(move, opened.having),
        hindrance=_hindrance(opened, move),
        event=next(event for event in history if event.number == number),
        is_own=account_id is not None and account_id == actor.account_id,
    )


def _hindrance(opened: DeskOpened, move: Move) -> Hindrance | None:
    starts = opened.situation.state in MOVES[move].sources
    return hindrance(move, opened.situation) if starts else None


def proposed_agency(actor: Actor, code: str) -> int | None:
    """The agency that was named instead when the report was last returned as not ours."""
    report = Report.objects.visible_to(actor).filter(code=code).values("pk")
    returns = Event.objects.filter(report_id__in=report, move=Move.RETURN).order_by("-number")
    details = returns.values_list("details", flat=True).first() or {}
    proposed = details.get("proposed")
    return proposed if isinstance(proposed, int) else None
