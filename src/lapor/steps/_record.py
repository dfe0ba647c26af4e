"""The one pen: the only code that gives a report a state, writes its history, and moves its clocks.

Everything happens in the transaction of `open_report`: the event, the report's fields, the clocks, and the
outbox rows for whoever is to be told. Nothing is done after the commit but what the outbox worker does.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from lapor.records.agencies.agency import Agency
from lapor.records.reports.deadline import Deadline
from lapor.records.reports.event import Event
from lapor.records.reports.report import Report
from lapor.rules.access import ActorKind
from lapor.rules.answering import lapsing
from lapor.rules.chain import event_hash, told_hash
from lapor.rules.conditions import MoveHindered, hindrance
from lapor.rules.kinds import Audience
from lapor.rules.lifecycle import OPEN_STATES, Move, State, after
from lapor.steps._approval import lapse_drafts
from lapor.steps._attach import NO_FILES, Files, attach, hashes_of
from lapor.steps._clocks import first_clocks, move_clocks
from lapor.steps._open import Opened
from lapor.steps._outbox import ToReporter, tell


@dataclass(frozen=True, slots=True)
class Said:
    """The words of an event: for its audience, for officers only, structured details, and its files."""

    note: str = ""
    internal_note: str = ""
    audience: Audience = Audience.PUBLIC
    details: dict[str, Any] = field(default_factory=dict)
    files: Files = NO_FILES


def record(
    opened: Opened,
    move: Move,
    *,
    now: datetime,
    said: Said = Said(),
    to: Agency | None = None,
    changes: dict[str, Any] | None = None,
) -> Event:
    """Makes `move` on the opened report and returns its event.

    `to` is the agency that holds the report from now on (None: it stays where it is); `changes` are further
    fields of the report. Raises MoveNotAllowed and MoveHindered, and Refused for files that are gone; then
    nothing is written.
    """
    report = opened.report
    was = State(report.state)
    facts = opened.situation(now)
    becomes = after(move, was, facts.came_from)
    if hindered := hindrance(move, facts):
        raise MoveHindered(move, hindered)
    fields = dict(changes or {}) | _state_fields(was, becomes, now)
    if to is not None:
        fields |= {"came_by": move.value}
        fields |= _holder_fields(to, now) if to.pk != report.held_by_id else {}
    _assign(report, fields)
    event = _new_event(opened, move, from_state=was, now=now, said=said, to=to)
    event.save(force_insert=True)
    attach(event, said.files)
    fields |= {"event_count": report.event_count, "last_hash": report.last_hash, "last_event_at": now}
    fields |= move_clocks(report, move, now=now)
    _save(report, fields)
    if opened.waiting and (kinds := lapsing(becomes, changes_holder="held_by" in fields)):
        lapse_drafts(opened, event, kinds, now)
    tell(event, report, move, now=now)
    return event


def record_receipt(opened: Opened, *, now: datetime, reporter: ToReporter, files: Files) -> Event:
    """Inserts a report that was just received, together with its first event, its clocks and its notices.

    Everything is worked out before the insert, so that a new report costs one statement per table.
    """
    report = opened.report
    said = Said(details={"told": told_hash(report.told())}, files=files)
    event = _new_event(opened, Move.RECEIVE, from_state=None, now=now, said=said, to=None)
    clocks, shown = first_clocks(report, now=now)
    _assign(report, shown)
    report.save(force_insert=True)
    event.report = report
    event.save(force_insert=True)
    attach(event, said.files)
    for clock in clocks:
        clock.report = report
    Deadline.objects.bulk_create(clocks)
    tell(event, report, Move.RECEIVE, now=now, reporter=reporter)
    return event


def _new_event(
    opened: Opened, move: Move, *, from_state: State | None, now: datetime, said: Said, to: Agency | None
) -> Event:
    """The next event of the report's chain, not saved yet; the report's head fields are set."""
    report, actor, desk = opened.report, opened.actor, opened.desk
    number = report.event_count + 1
    event = Event(
        report=report,
        number=number,
        move=move.value,
        from_state=from_state.value if from_state else "",
        to_state=report.state,
        at=now,
        actor_kind=(ActorKind.OFFICER if desk else _kind_without_desk(opened)).value,
        account_id=actor.account_id if desk else None,
        agency_id=desk.agency_id if desk else opened.signs_for,
        to_agency=to,
        audience=said.audience.value,
        note=said.note,
        internal_note=said.internal_note,
        details=said.details | hashes_of(said.files, report.pk),
        previous_hash=report.last_hash,
    )
    event.hash = event_hash(event.content(report.code), report.last_hash)
    report.event_count, report.last_hash, report.last_event_at = number, event.hash, now
    return event


def _save(report: Report, fields: dict[str, Any]) -> None:
    """Writes exactly these fields of the locked row."""
    Report.objects.scoped("the pen writes the locked row").filter(pk=report.pk).update(**fields)
    _assign(report, fields)


def _kind_without_desk(opened: Opened) -> ActorKind:
    return ActorKind.SYSTEM if opened.actor.kind is ActorKind.SYSTEM else ActorKind.REPORTER


def _assign(report: Report, fields: dict[str, Any]) -> None:
    for name, value in fields.items():
        setattr(report, name, value)


def _state_fields(was: State, becomes: State, now: datetime) -> dict[str, Any]:
    """The state, and all that is only true in it."""
    if becomes is was:
        return {}
    fields: dict[str, Any] = {
        "state": becomes.value,
        "is_open": becomes in OPEN_STATES,
        "ended_at": None if becomes in OPEN_STATES else now,
        "state_before_ask": was.value if becomes is State.INCOMPLETE else "",
    }
    if becomes is not State.CLOSED:
        fields["settled_at"] = now if becomes is State.SETTLED else None
    return fields


def _holder_fields(to: Agency, now: datetime) -> dict[str, Any]:
    return {
        "held_by": to,
        "holder_root": to.root or to,
        "held_since": now,
    }
