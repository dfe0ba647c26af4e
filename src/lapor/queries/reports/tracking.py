"""The reporter's own page: everything that concerns him, and nothing of anybody else."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import OuterRef, Subquery

from lapor.queries.agencies.above import above_holder
from lapor.queries.reports.facts import situation_of, standing_of, with_facts
from lapor.queries.reports.history import HistoryEvent, history_of
from lapor.queries.reports.line import line_of
from lapor.queries.reports.windows import last_days, window_limit
from lapor.records.reports.deadline import Deadline
from lapor.records.reports.identity import Disclosure, ReporterIdentity
from lapor.records.reports.report import Report
from lapor.rules.access import Actor, Relation, relations
from lapor.rules.conditions import open_moves
from lapor.rules.deadlines import Clock, Limit, due_on
from lapor.rules.disclosure import audiences_for, masked
from lapor.rules.lifecycle import Move
from lapor.rules.status_line import StatusLine

_AS_REPORTER = frozenset({Relation.REPORTER})


@dataclass(frozen=True, slots=True)
class DisclosureLine:
    """The reporter's identity was opened: for which agency, when and why. Officers' names stay inside."""

    agency: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class ToldAt:
    """Where the reporter is told of news, masked: "s•••@c•••.test"; empty where he left nothing."""

    email: str
    phone: str
    has_account: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackingPage:
    """One report for its reporter. `moves` are those he may make now; `events` run from new to old.

    `government` is the top of the holder's tree, whose numbers count him. `above` is who looks at a contested
    settlement or an objection first. `zone` is the holder's time zone. `last_days` are those on which he may
    still contest, object or rate after the end, by move; `decision_by` is the last day of the law, which no
    transfer moves. `contest_limit` is how long he may contest after the end.
    """

    code: str
    title: str
    text: str
    kind: str
    state: str
    door: str
    place: str
    place_text: str
    happened_on: date | None
    happened_text: str
    category: str
    received_at: datetime
    ended_at: datetime | None
    last_days: dict[Move, date]
    decision_by: date | None
    contest_limit: Limit
    is_anonymous: bool
    is_secret: bool
    is_published: bool
    is_supervisory: bool
    holder: str
    government: str
    government_code: str
    above: str
    zone: str
    line: StatusLine
    moves: tuple[Move, ...]
    events: tuple[HistoryEvent, ...]
    disclosures: tuple[DisclosureLine, ...]
    told_at: ToldAt
    archive_reason: str
    merged_into: str
    rating: int | None
    outcome: str
    rating_text: str

    @property
    def due_on(self) -> date | None:
        """The last day of the clock that runs now."""
        return due_on(self.line.until, ZoneInfo(self.zone)) if self.line.until else None

    @property
    def town(self) -> str:
        """The city or regency of the place, or what is known of it."""
        parts = self.place.split(", ")
        return parts[-2] if len(parts) > 1 else self.place

    def last(self, *moves: Move) -> HistoryEvent | None:
        """The newest event of one of these moves."""
        return next((event for event in self.events if event.move in moves), None)


def tracking_page(actor: Actor, code: str, now: datetime) -> TrackingPage | None:
    """None unless the actor is the report's reporter: by its access code, or by his account."""
    report = _own_report(actor, code)
    if report is None:
        return None
    events = history_of(report.pk, audiences_for(_AS_REPORTER))
    return TrackingPage(
        code=report.code,
        title=report.title,
        text=report.text,
        kind=report.kind,
        state=report.state,
        door=report.door,
        place=report.region.label if report.region else "",
        place_text=report.place_text,
        happened_on=report.happened_on,
        happened_text=report.happened_text,
        category=report.category.name if report.category else "",
        received_at=report.received_at,
        ended_at=report.ended_at,
        last_days=last_days(report),
        decision_by=_decision_by(report),
        contest_limit=window_limit(report, Clock.CONTEST, report.ended_at or now),
        is_anonymous=report.is_anonymous,
        is_secret=report.is_secret,
        is_published=report.is_published,
        is_supervisory=report.is_supervisory,
        holder=report.held_by.name,
        government=report.holder_root.name,
        government_code=report.holder_root.code,
        above=above_holder(report).name,
        zone=report.held_by.time_zone,
        line=line_of(report, now=now, viewer_is_reporter=True),
        moves=open_moves(situation_of(report, now=now), _AS_REPORTER),
        events=tuple(reversed(events)),
        disclosures=_disclosures(report.pk),
        told_at=_told_at(report.pk),
        archive_reason=report.archive_reason,
        merged_into=report.merged_into.code if report.merged_into else "",
        rating=report.rating,
        outcome=report.outcome,
        rating_text=report.rating_text,
    )


def _own_report(actor: Actor, code: str) -> Report | None:
    """Within what the actor may see, and only if he is its reporter: an officer has his own page."""
    report = (
        with_facts(Report.objects.visible_to(actor), actor)
        .select_related(
            "held_by__parent",
            "held_by__coordinated_by",
            "region",
            "category",
            "merged_into",
        )
        .annotate(decision_due_at=_decision_due())
        .filter(code=code)
        .first()
    )
    if report is None:
        return None
    is_own = Relation.REPORTER in relations(actor, standing_of(report))
    return report if is_own else None


def _decision_due() -> Subquery:
    running = Deadline.objects.filter(report_id=OuterRef("pk"), clock=Clock.DECISION_BY_LAW, stopped_at=None)
    return Subquery(running.filter(paused_at=None).values("due_at")[:1])


def _decision_by(report: Report) -> date | None:
    due: datetime | None = report.decision_due_at  # type: ignore[attr-defined]
    return due_on(due, ZoneInfo(report.held_by.time_zone)) if due else None


def _disclosures(report_id: int) -> tuple[DisclosureLine, ...]:
    rows = Disclosure.objects.filter(report_id=report_id).order_by("-at")
    return tuple(DisclosureLine(*row) for row in rows.values_list("agency__name", "at", "reason"))


def _told_at(report_id: int) -> ToldAt:
    row = (
        ReporterIdentity.objects.scoped("the reporter reads where he himself is told")
        .filter(report_id=report_id)
        .values_list("email", "phone", "account_id")
        .first()
    )
    email, phone, account_id = row or ("", "", None)
    return ToldAt(
        email=masked(email) if email else "",
        phone=masked(phone) if phone else "",
        has_account=account_id is not None,
    )
