"""A report as a row of the desk's inbox."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from lapor.queries.reports.line import line_of
from lapor.records.reports.proposal import waiting
from lapor.records.reports.report import Report
from lapor.rules.access import Actor, Standing, may, relations
from lapor.rules.lifecycle import REPORTER_HOLDS, Move, State
from lapor.rules.status_line import YOU, StatusLine

_COLUMNS = (
    "code",
    "kind",
    "state",
    "title",
    "public_title",
    "region__label",
    "received_at",
    "ended_at",
    "archive_reason",
    "is_supervisory",
    "is_priority",
    "is_secret",
    "rating",
    "is_contested_after_closing",
    "is_objected",
    "held_since",
    "came_by",
    "last_event_at",
    "clock",
    "clock_started_at",
    "due_at",
    "holder_root_id",
    "held_by__name",
    "held_by__abbreviation",
    "held_by__path",
    "held_by__region_id",
    "held_by__time_zone",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxRow:
    """One row. `is_mine` where one of the officer's agencies holds it, `is_new` until somebody touched it,
    `may_verify` where work on it begins with the verification.
    """

    code: str
    title: str
    kind: str
    state: str
    place: str
    holder: str
    zone: str
    line: StatusLine
    is_mine: bool
    may_verify: bool
    is_new: bool
    is_secret: bool
    is_priority: bool
    is_supervisory: bool
    has_proposal: bool
    came_by: str


def row_columns(reports: QuerySet[Report]) -> QuerySet[Report]:
    """The rows with what `row_from` reads, in one statement."""
    loaded = reports.select_related("held_by", "region").only(*_COLUMNS)
    return loaded.annotate(has_proposal=Exists(waiting().filter(report_id=OuterRef("pk"))))


def row_from(report: Report, actor: Actor, now: datetime) -> InboxRow:
    """From a row loaded by `row_columns`."""
    is_mine = any(desk.agency_id == report.held_by_id for desk in actor.desks)
    return InboxRow(
        code=report.code,
        title=report.public_title or report.title,
        kind=report.kind,
        state=report.state,
        place=report.region.label if report.region else "",
        holder=report.held_by.name,
        zone=report.held_by.time_zone,
        line=_brief(desk_line(report, is_mine=is_mine, now=now), report, actor),
        is_mine=is_mine,
        may_verify=_may_verify(report, actor),
        is_new=is_mine and not report.ended_at and report.last_event_at == report.held_since,
        is_secret=report.is_secret,
        is_priority=report.is_priority,
        is_supervisory=report.is_supervisory,
        has_proposal=report.has_proposal,  # type: ignore[attr-defined]
        came_by=report.came_by,
    )


def _may_verify(report: Report, actor: Actor) -> bool:
    """By office alone, so that whoever coordinates the report or has a copy of it doesn't matter."""
    if report.state != State.RECEIVED:
        return False
    holder = report.held_by
    standing = Standing(report.code, holder.pk, holder.path, None, is_supervisory=report.is_supervisory)
    return may(Move.VERIFY, relations(actor, standing))


def _brief(line: StatusLine, report: Report, actor: Actor) -> StatusLine:
    """Within one's own government an office goes by its short name: "Dinas PUPR", since rows are short."""
    short = report.held_by.abbreviation
    is_near = any(desk.root_id == report.holder_root_id for desk in actor.desks)
    return replace(line, who=short) if short and is_near and line.who == report.held_by.name else line


def desk_line(
    report: Report, *, is_mine: bool, now: datetime, reason_kind: str = "", reason: str = ""
) -> StatusLine:
    """The line as an officer reads it: what his own agency holds is held by "Anda"."""
    line = line_of(report, now=now, viewer_is_holder=is_mine, reason_kind=reason_kind, reason=reason)
    if not is_mine or report.ended_at or report.state in REPORTER_HOLDS:
        return line
    return replace(line, who=YOU, who_detail=report.held_by.name)
