"""The receipt of a report (tanda terima): what was received, who reads it, and what happens until when.

UU 25/2009 art. 43 and Perpres 76/2013 art. 13 make the receipt a duty.
"""

from collections import Counter
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import OuterRef, Subquery

from lapor.queries.calendar.calendars import calendar_for
from lapor.queries.calendar.limits import limits
from lapor.queries.reports.facts import with_facts
from lapor.queries.reports.line import line_of
from lapor.records.reports.attachment import Attachment
from lapor.records.reports.event import Event
from lapor.records.reports.report import Report
from lapor.rules.access import Actor
from lapor.rules.agencies import AgencyKind
from lapor.rules.deadlines import Clock, DayUnit, due_at, due_on, limit_for
from lapor.rules.file_types import FILE_TYPES, FileGroup
from lapor.rules.lifecycle import State
from lapor.rules.receipt import PlanStep, ReceiptPage


def receipt_page(actor: Actor, code: str, now: datetime) -> ReceiptPage | None:
    """None unless the actor may see the inside of the report."""
    first = Event.objects.filter(report_id=OuterRef("pk"), number=1)
    report = (
        with_facts(Report.objects.visible_to(actor), actor)
        .select_related("region")
        .annotate(received_by=Subquery(first.values("agency__name")[:1]))
        .filter(code=code)
        .first()
    )
    if report is None:
        return None
    return ReceiptPage(
        code=report.code,
        title=report.title,
        kind=report.kind,
        door=report.door,
        place=report.region.label if report.region else "",
        place_text=report.place_text,
        received_at=report.received_at,
        received_by=report.received_by or "",
        files=_files(report.pk),
        is_anonymous=report.is_anonymous,
        is_secret=report.is_secret,
        holder=report.held_by.name,
        is_national=report.held_by.kind == AgencyKind.NATIONAL_DESK,
        zone=report.held_by.time_zone,
        line=line_of(report, now=now, viewer_is_reporter=True),
        plan=_plan(report),
    )


_GROUPS = {file_type.code: file_type.group for file_type in FILE_TYPES}


def _files(report_id: int) -> tuple[tuple[FileGroup, int], ...]:
    """How many photographs, films, recordings and documents came with the report itself."""
    codes = Attachment.objects.filter(report_id=report_id, is_stored=True, event__number=1)
    found = Counter(_GROUPS[code] for code in codes.values_list("type", flat=True) if code in _GROUPS)
    return tuple((group, found[group]) for group in FileGroup if found[group])


def _plan(report: Report) -> tuple[PlanStep, ...]:
    """The days if everybody takes all the time he has; each clock starts where the one before ends."""
    if report.state != State.RECEIVED or report.due_at is None:
        return ()
    zone = ZoneInfo(report.held_by.time_zone)
    first = PlanStep(
        Clock.VERIFICATION,
        _length(report, Clock.VERIFICATION)[0],
        DayUnit.WORKING_DAY,
        due_on(report.due_at, zone),
    )
    after = tuple(
        PlanStep(clock, *_length(report, clock), _projected(report, clock, zone))
        for clock in (Clock.FIRST_FOLLOW_UP, Clock.FINISH)
    )
    return (first, *after, PlanStep(Clock.CONFIRMATION, *_length(report, Clock.CONFIRMATION), None))


def _length(report: Report, clock: Clock) -> tuple[int, DayUnit]:
    limit = limit_for(
        limits(), clock=clock, kind=report.kind, is_supervisory=None, on=report.received_at.date()
    )
    return limit.days, limit.unit


def _projected(report: Report, clock: Clock, zone: ZoneInfo) -> date:
    """The last day of a clock that starts when the report is read on the last possible day."""
    assert report.due_at is not None
    limit = limit_for(limits(), clock=clock, kind=report.kind, is_supervisory=None, on=report.due_at.date())
    end = due_at(
        started_at=report.due_at,
        limit=limit,
        calendar=calendar_for(report.held_by.region_id),
        time_zone=zone,
        closing=report.held_by.closing_time,
    )
    return due_on(end, zone)
