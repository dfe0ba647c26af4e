"""What an officer has just done with a report, and where it stands since: for the words after a step."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from lapor.queries.reports.desk_opened import opened_for_desk
from lapor.records.reports.event import Event
from lapor.rules.access import Actor
from lapor.rules.conditions import hindrance
from lapor.rules.deadlines import due_on
from lapor.rules.lifecycle import Move

# Older than this, it was not just now.
_JUST_NOW = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class DoneStep:
    """The step, who holds the report now, and the last day of the clock that runs now.

    `is_published`: the public reads what is for everybody; `may_object`: its reporter still may, once.
    """

    code: str
    move: Move
    audience: str
    details: dict[str, Any]
    holder: str
    until: date | None
    is_published: bool
    may_object: bool


def done_step(actor: Actor, code: str, now: datetime) -> DoneStep | None:
    """Two statements. None if the last event is not this officer's, or the report is no longer his to see."""
    opened = opened_for_desk(actor, code, now)
    if opened is None or actor.account_id is None:
        return None
    report = opened.report
    event = Event.objects.filter(
        report=report, number=report.event_count, account_id=actor.account_id, at__gt=now - _JUST_NOW
    ).first()
    if event is None:
        return None
    until = due_on(report.due_at, ZoneInfo(report.held_by.time_zone)) if report.due_at else None
    return DoneStep(
        code=code,
        move=Move(event.move),
        audience=event.audience,
        details=event.details,
        holder=report.held_by.name,
        until=until,
        is_published=report.is_published,
        may_object=hindrance(Move.OBJECT, opened.situation) is None,
    )
