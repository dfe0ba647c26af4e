"""The line that answers who has it, since when, until when and what happens next.

Here it is decided what the line says; `ui/components/` draws it and puts it into words.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum

from lapor.rules.deadlines import TENTHS, Clock, DayUnit, days_left, due_on, progress_tenths
from lapor.rules.lifecycle import REPORTER_HOLDS, State
from lapor.rules.reminders import REMINDERS
from lapor.rules.working_days import WorkingCalendar

YOU, REPORTER = "Anda", "Pelapor"
NEAR_TENTHS = 8

_ENDED = frozenset({State.CLOSED, State.ARCHIVED})


class Look(StrEnum):
    """How the line is drawn; every look has an icon and a word of its own."""

    ONTIME = "ontime"
    NEAR = "near"
    LATE = "late"
    YOU = "you"
    SETTLED = "settled"
    CLOSED = "closed"
    ARCHIVED = "archived"


class Next(StrEnum):
    """What happens next if everybody does his part."""

    VERIFY = "verify"
    FIRST_ANSWER = "first_answer"
    SETTLE = "settle"
    YOU_CONFIRM = "you_confirm"
    YOU_COMPLETE = "you_complete"
    CLOSES_BY_SILENCE = "closes_by_silence"
    COORDINATOR_DECIDES = "coordinator_decides"
    ARCHIVED_OBJECT = "archived_object"
    RATE = "rate"
    CONTEST = "contest"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What is known of a report: who holds it and which clock runs.

    For a closed or archived report `ended_at` is when that happened, and the clock is the reporter's open
    door, if he has one: rate, contest or archive_objection.
    """

    state: str
    holder: str
    held_since: datetime | None
    holder_detail: str = ""
    clock: str = ""
    unit: DayUnit = DayUnit.WORKING_DAY
    clock_started_at: datetime | None = None
    due_at: datetime | None = None
    ended_at: datetime | None = None
    reason_kind: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusLine:
    """The line, ready to be drawn.

    `until` is the deadline, or the moment a closed or archived report ended. `left_days` counts in
    `left_unit` and is negative when late; a late line with 0 passed its end today, or only days off since.
    `next_by` is the last day of the reporter's open door after the end.
    """

    look: Look
    tenths: int
    who: str
    who_detail: str
    is_you: bool
    since: datetime | None
    until: datetime | None
    until_what: str
    left_days: int | None
    left_unit: str
    next: str
    next_by: date | None
    reason_kind: str
    reason: str
    remind_on: date | None
    today: date


@dataclass(frozen=True, slots=True)
class _Count:
    """Where the running clock stands, in days of its unit."""

    left: int | None = None
    tenths: int = 0
    is_over: bool = False

    @property
    def is_near(self) -> bool:
        # The last working day before the end warns too, but not a clock that has only just begun.
        return self.tenths >= NEAR_TENTHS or (self.left is not None and self.left <= 1 and self.tenths > 0)


def status_line(
    held: Holding,
    *,
    now: datetime,
    calendar: WorkingCalendar,
    time_zone: tzinfo,
    viewer_is_reporter: bool = False,
    viewer_is_holder: bool = False,
) -> StatusLine:
    """The line of one report for one viewer; `calendar` and `time_zone` are the holder's."""
    today = now.astimezone(time_zone).date()
    has_ended = held.state in _ENDED
    is_you = viewer_is_reporter if held.state in REPORTER_HOLDS else viewer_is_holder and not has_ended
    count = _count(held, now, calendar, time_zone)
    last_day = due_on(held.due_at, time_zone) if held.due_at else None
    following = _next(held, count, viewer_is_reporter)
    return StatusLine(
        look=_look(held.state, count),
        tenths=TENTHS if has_ended else count.tenths,
        who=_who(held, is_you),
        who_detail=held.holder_detail,
        is_you=is_you,
        since=held.held_since,
        until=held.ended_at if has_ended else held.due_at,
        until_what="" if has_ended else held.clock,
        left_days=None if has_ended else count.left,
        left_unit=held.unit,
        next=following,
        next_by=last_day if has_ended and following != Next.NOTHING else None,
        reason_kind=held.reason_kind,
        reason=held.reason,
        remind_on=_remind_on(held.state, last_day, today, calendar),
        today=today,
    )


def _count(held: Holding, now: datetime, calendar: WorkingCalendar, time_zone: tzinfo) -> _Count:
    if held.due_at is None:
        return _Count()
    left = days_left(due_at=held.due_at, now=now, unit=held.unit, calendar=calendar, time_zone=time_zone)
    tenths = progress_tenths(
        started_at=held.clock_started_at or held.held_since or now,
        due_at=held.due_at,
        now=now,
        unit=held.unit,
        calendar=calendar,
        time_zone=time_zone,
    )
    return _Count(left, tenths, now >= held.due_at)


def _look(state: str, count: _Count) -> Look:
    fixed: dict[str, Look] = {
        State.INCOMPLETE: Look.YOU,
        State.SETTLED: Look.SETTLED,
        State.CLOSED: Look.CLOSED,
        State.ARCHIVED: Look.ARCHIVED,
    }
    if state in fixed:
        return fixed[state]
    if count.is_over:
        return Look.LATE
    return Look.NEAR if count.is_near else Look.ONTIME


def _who(held: Holding, is_you: bool) -> str:
    if held.state not in REPORTER_HOLDS:
        return held.holder
    return YOU if is_you else REPORTER


def _next(held: Holding, count: _Count, viewer_is_reporter: bool) -> Next:
    if held.state in _ENDED:
        return _open_door(held, count) if viewer_is_reporter else Next.NOTHING
    if held.clock == Clock.DECISION:
        return Next.COORDINATOR_DECIDES
    if held.state == State.SETTLED:
        return Next.YOU_CONFIRM if viewer_is_reporter and not count.is_over else Next.CLOSES_BY_SILENCE
    by_state: dict[str, Next] = {
        State.RECEIVED: Next.VERIFY,
        State.INCOMPLETE: Next.YOU_COMPLETE,
        State.ROUTED: Next.FIRST_ANSWER,
    }
    return by_state.get(held.state, Next.SETTLE)


def _open_door(held: Holding, count: _Count) -> Next:
    """What the reporter may still do after the end."""
    doors: dict[str, Next] = {
        Clock.RATE: Next.RATE,
        Clock.CONTEST: Next.CONTEST,
        Clock.ARCHIVE_OBJECTION: Next.ARCHIVED_OBJECT,
    }
    if held.due_at is None or count.is_over or held.clock not in doors:
        return Next.NOTHING
    return doors[held.clock]


def _remind_on(state: str, last_day: date | None, today: date, calendar: WorkingCalendar) -> date | None:
    """The next day on which the reporter is reminded, if one is still to come."""
    if last_day is None or state not in REPORTER_HOLDS:
        return None
    clock = Clock.CONFIRMATION if state == State.SETTLED else Clock.COMPLETION
    before = [days for days, _ in reversed(REMINDERS[clock])]
    if clock is Clock.CONFIRMATION:
        days = [calendar.add(last_day, -count) for count in before]
    else:
        days = [last_day - timedelta(days=count) for count in before]
    return next((day for day in days if day >= today), None)
