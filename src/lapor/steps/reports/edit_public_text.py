"""Mends what everybody reads of a report, or writes it where the report is not secret any more."""

from dataclasses import dataclass
from datetime import datetime

from lapor.records.reports.event import Event
from lapor.records.reports.report import Report
from lapor.rules.access import Actor
from lapor.rules.disclosure import NO_FILES, ReleasedFiles
from lapor.rules.kinds import Audience, PlacePrecision
from lapor.rules.lifecycle import Move
from lapor.rules.refusals import Refused
from lapor.steps._open import open_report
from lapor.steps._publication import published, release_files
from lapor.steps._record import Said, record
from lapor.steps._words import required


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicText:
    """The public face as it shall be from now on, and why; the reporter's own words stay as they are."""

    title: str
    text: str
    reason: str
    precision: PlacePrecision
    files: ReleasedFiles = NO_FILES


def edit_public_text(*, actor: Actor, code: str, details: PublicText, now: datetime) -> None:
    """Officers see that and why it changed. Raises Refused(`not_published`) while nobody else may read it."""
    reason = required(details.reason, "reason")
    with open_report(actor, Move.EDIT_PUBLIC_TEXT, code) as opened:
        report = opened.report
        if not (report.is_published or _may_be_published(report)):
            raise Refused("not_published")
        changes = published(
            report, title=details.title, text=details.text, precision=details.precision, now=now
        )
        said = Said(internal_note=reason, audience=Audience.OFFICERS)
        record(opened, Move.EDIT_PUBLIC_TEXT, now=now, said=said, changes=changes)
        release_files(report, details.files)


def _may_be_published(report: Report) -> bool:
    """It was secret when it was verified, and its reporter has opened it since."""
    return not report.is_secret and Event.objects.filter(report=report, move=Move.VERIFY).exists()
