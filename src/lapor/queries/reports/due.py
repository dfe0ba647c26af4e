"""What the system itself has to do now: clocks that ended, reminders, drafts that waited too long."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import F, Q

from lapor.queries.calendar.calendars import calendar_for
from lapor.queries.calendar.limits import limits
from lapor.records.reports.proposal import waiting
from lapor.records.reports.report import Report
from lapor.rules.answering import APPROVAL_WAITS
from lapor.rules.deadlines import Clock, DayUnit, days_left, limit_for, resume
from lapor.rules.kinds import ProposalKind
from lapor.rules.lifecycle import State
from lapor.rules.notices import Reminder
from lapor.rules.reminders import REMINDERS, reminder_due

_BATCH = 500
# Holidays around a year's end may put so many calendar days between a few working days.
_LONGEST_GAP = timedelta(days=21)


@dataclass(frozen=True, slots=True)
class DueReminder:
    code: str
    reminder: Reminder


def reports_due(clock: Clock, state: State, *, now: datetime) -> Iterator[str]:
    """The codes of open reports in `state` whose clock has ended, the longest due first."""
    last: tuple[datetime, int] | None = None
    while True:
        rows = (
            Report.objects.scoped("the system acts when a clock ends")
            .filter(is_open=True, clock=clock, state=state, due_at__lte=now)
            .order_by("due_at", "pk")
        )
        if last is not None:
            rows = rows.filter(Q(due_at__gt=last[0]) | Q(due_at=last[0], pk__gt=last[1]))
        found = list(rows.values_list("due_at", "pk", "code")[:_BATCH])
        yield from (code for _, _, code in found)
        if len(found) < _BATCH:
            return
        assert found[-1][0] is not None
        last = (found[-1][0], found[-1][1])


def reminders_due(*, now: datetime) -> Iterator[DueReminder]:
    """Reports whose reporter is to be reminded now; whoever was reminded already is among them."""
    rows = (
        Report.objects.scoped("the system reminds reporters")
        .filter(
            is_open=True,
            clock__in=[clock.value for clock in REMINDERS],
            due_at__gt=now,
            due_at__lte=now + _LONGEST_GAP,
        )
        .select_related("held_by")
        .only(
            "code",
            "kind",
            "is_supervisory",
            "clock",
            "clock_started_at",
            "due_at",
            "held_by__region_id",
            "held_by__time_zone",
        )
    )
    for report in rows.iterator(chunk_size=_BATCH):
        if reminder := reminder_of(report, now=now):
            yield DueReminder(report.code, reminder)


def reminder_of(report: Report, *, now: datetime) -> Reminder | None:
    """The reminder that a loaded report (with `held_by`) is due for."""
    started, due = report.clock_started_at, report.due_at
    if started is None or due is None or report.clock not in REMINDERS:
        return None
    zone = ZoneInfo(report.held_by.time_zone)
    limit = limit_for(
        limits(),
        clock=Clock(report.clock),
        kind=report.kind,
        is_supervisory=report.is_supervisory,
        on=started.date(),
    )
    left = days_left(
        due_at=due,
        now=now,
        unit=limit.unit,
        calendar=calendar_for(report.held_by.region_id),
        time_zone=zone,
    )
    return reminder_due(Clock(report.clock), days_left=left, days_run=(now - started).days)


def unapproved_first_answers(*, now: datetime) -> Iterator[str]:
    """The codes of reports whose first answer has waited for its approval longer than APPROVAL_WAITS.

    Only what was written since the present holder has the report: an office never speaks for the next one.
    """
    rows = (
        waiting({ProposalKind.FOLLOW_UP})
        .filter(report__state=State.ROUTED, proposed_at__gte=F("report__held_since"), proposed_at__lte=now)
        .select_related("report__held_by")
        .order_by("proposed_at")
    )
    for proposal in rows.iterator(chunk_size=_BATCH):
        holder = proposal.report.held_by
        until = resume(
            resumed_at=proposal.proposed_at,
            days_left=APPROVAL_WAITS,
            unit=DayUnit.WORKING_DAY,
            calendar=calendar_for(holder.region_id),
            time_zone=ZoneInfo(holder.time_zone),
            closing=holder.closing_time,
        )
        if until <= now:
            yield proposal.report.code
