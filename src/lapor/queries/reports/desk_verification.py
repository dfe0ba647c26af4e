"""What the verifying officer reads: the report as sent, with the personal data in it marked."""

from dataclasses import dataclass
from datetime import datetime

from lapor.queries.reports.desk_opened import opened_for_desk
from lapor.queries.reports.desk_summary import DeskSummary, summary_of
from lapor.queries.reports.history import File, HistoryEvent, history_of
from lapor.rules.access import Actor
from lapor.rules.disclosure import RELEASABLE, audiences_for
from lapor.rules.findings import Finding
from lapor.rules.kinds import Audience, PlacePrecision
from lapor.rules.lifecycle import Move
from lapor.rules.personal_data import find, redact
from lapor.rules.text import short_title

# What reporters and agencies added before anybody verified.
_TOLD = frozenset({Move.COMPLETE, Move.REPLY, Move.OBJECT})
_LEVELS = (
    (PlacePrecision.VILLAGE, 4),
    (PlacePrecision.DISTRICT, 3),
    (PlacePrecision.REGENCY, 2),
    (PlacePrecision.PROVINCE, 1),
)


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """How exactly the public may learn the place, and what it would read."""

    precision: PlacePrecision
    name: str


@dataclass(frozen=True, slots=True)
class VerificationSheet:
    """The page. `public_title` and `public_text` are the released ones, else proposals without personal data.

    `files` are those that may be released or taken back.
    """

    summary: DeskSummary
    findings: tuple[Finding, ...]
    public_title: str
    public_text: str
    files: tuple[File, ...]
    told_since: tuple[HistoryEvent, ...]
    returned: HistoryEvent | None
    places: tuple[PlaceChoice, ...]


def verification_sheet(actor: Actor, code: str, now: datetime) -> VerificationSheet | None:
    """Three statements. None for whoever may not know of the report."""
    opened = opened_for_desk(actor, code, now)
    if opened is None:
        return None
    report = opened.report
    events = history_of(report.pk, audiences_for(opened.having))
    findings = find(report.text)
    title = report.public_title or short_title(redact(report.title, find(report.title)))
    told = tuple(event for event in events if event.move in _TOLD)
    returns = [event for event in events if event.move == Move.RETURN]
    return VerificationSheet(
        summary=summary_of(opened, now),
        findings=findings,
        public_title=title,
        public_text=report.public_text or redact(report.text, findings),
        files=_releasable(events),
        told_since=told,
        returned=returns[-1] if returns and opened.report.came_by == Move.RETURN else None,
        places=_places(report.region.label if report.region else "", report.latitude is not None),
    )


def _releasable(events: tuple[HistoryEvent, ...]) -> tuple[File, ...]:
    """What the reporter handed in, and whatever everybody can see already."""
    return tuple(
        file
        for event in events
        for file in event.files
        if event.move in RELEASABLE or file.audience == Audience.PUBLIC
    )


def _places(label: str, has_point: bool) -> tuple[PlaceChoice, ...]:
    """From the most exact that is known to the province; the label runs from the smallest upward."""
    names = label.split(", ") if label else []
    found = [PlaceChoice(PlacePrecision.POINT, names[0] if names else "")] if has_point else []
    for precision, depth in _LEVELS:
        if depth <= len(names):
            found.append(PlaceChoice(precision, ", ".join(names[len(names) - depth :])))
    return tuple(found)
