"""A report on the desk: everything there is, and everything this officer may do about it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from lapor.desk.answering.drafts import shown_drafts
from lapor.desk.inbox.shown import actions_for, photos_of
from lapor.desk.inbox.trail import trail_of
from lapor.desk.menu import desk_page
from lapor.queries.reports.desk_report import desk_report
from lapor.queries.reports.history import HistoryEvent
from lapor.rules.kinds import Audience
from lapor.rules.lifecycle import Move
from lapor.rules.refusals import NotFound
from lapor.threshold.access import officer
from lapor.threshold.actor import actor_of


@officer()
@require_safe
def report_page(request: HttpRequest, code: str) -> HttpResponse:
    """The line, the words as sent and as released, files, clocks, history, and the identity's closed box."""
    report = desk_report(actor_of(request), code, timezone.now())
    if report is None:
        raise NotFound(code)
    trail = trail_of(request)
    summary = report.summary
    actions = actions_for(summary, trail)
    context = {
        "summary": summary,
        "report": report,
        "photos": photos_of(report.files),
        "events": [_shown(event) for event in report.events],
        "actions": [action for action in actions if action.is_quick],
        "more_actions": [action for action in actions if not action.is_quick],
        "trail": trail,
        "identity_url": reverse("desk-identity", args=[code]) + trail.query,
        "report_url": reverse("desk-report", args=[code]) + trail.query,
        "drafts": shown_drafts(report.drafts, summary, trail),
    }
    return desk_page(request, "desk/answering/report.html", context, here="inbox")


def _shown(event: HistoryEvent) -> dict[str, Any]:
    """One row of the history with its files ready to be drawn."""
    return {
        "event": event,
        "is_internal": event.audience == Audience.OFFICERS,
        "photos": photos_of(event.files) if event.move != Move.RECEIVE else [],
        "proposed": event.details.get("proposed_name", ""),
        "no_evidence": event.details.get("no_evidence_reason", ""),
        "other": event.details.get("other", "") if event.move == Move.ARCHIVE else "",
        "competent_body": event.details.get("competent_body", ""),
        "door": event.details.get("door", "") if event.move == Move.COMPLETE else "",
        "days": event.details.get("days", "") if event.move == Move.EXTEND else "",
        "archive_reason": event.details.get("reason", "") if event.move == Move.ARCHIVE else "",
    }
