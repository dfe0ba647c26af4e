"""The public history in words: a title for each event, and who made it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from lapor.portal.told import REASONED, title_of
from lapor.queries.reports.public_report import PublicEvent, PublicReport
from lapor.rules.access import ActorKind
from lapor.rules.lifecycle import Move
from lapor.ui.labels import label
from lapor.ui.wording import signed


@dataclass(frozen=True, slots=True)
class Told:
    """One event as the page prints it."""

    event: PublicEvent
    title: str
    by: str
    reason: str
    text: str


def told_history(report: PublicReport) -> list[Told]:
    """The events, new to old."""
    return [
        Told(
            event=event,
            title=title_of(event.move, to=event.to, details=event.details, zone=report.zone),
            by=label(report.door, "door") if event.move == Move.RECEIVE else _by(event),
            reason=event.words if event.move in REASONED else "",
            text="" if event.move in REASONED else event.words,
        )
        for event in report.events
    ]


def _by(event: PublicEvent) -> str:
    if event.by:
        return signed(event.by, event.actor_kind)
    return "" if event.actor_kind == ActorKind.REPORTER else _("otomatis")
