"""The reporter's own page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from lapor.portal.reporter import reporter_of
from lapor.portal.track.forms import RatingForm, WordsForm
from lapor.portal.track.reason import line_with_reason
from lapor.portal.track.start import closed_door
from lapor.portal.track.timeline import by_whom, documents_of, photos_of, timeline
from lapor.queries.reports.tracking import TrackingPage, tracking_page
from lapor.rules.kinds import Outcome
from lapor.rules.lifecycle import ARCHIVING, Move
from lapor.rules.refusals import NotFound
from lapor.rules.status_line import Look
from lapor.threshold.access import own
from lapor.threshold.kept import kind_when_down
from lapor.ui.labels import label

_DONE_DRAFT = "done_draft"


@own
@kind_when_down
@require_safe
def track(request: HttpRequest, code: str) -> HttpResponse:
    """Everything about one report, for its reporter; anybody else stands before the door."""
    page = tracking_page(reporter_of(request), code, timezone.now())
    if page is None:
        return closed_door(request, code)
    return show(request, page)


def own_page(request: HttpRequest, code: str) -> TrackingPage:
    """The page of the report that is to be acted on. Raises NotFound for whoever is not its reporter."""
    page = tracking_page(reporter_of(request), code, timezone.now())
    if page is None:
        raise NotFound(code)
    return page


def show(request: HttpRequest, page: TrackingPage, *, status: int = 200, **changed: Any) -> HttpResponse:
    """Draws the page; `changed` replaces a form that has to be mended (`answer`, `reply`, `rate`)."""
    settled, question, archived = page.last(Move.SETTLE), page.last(Move.ASK), page.last(*ARCHIVING)
    context: dict[str, Any] = {
        "page": page,
        "line": line_with_reason(page),
        "may": {move.value: True for move in page.moves},
        "is_late": page.line.look is Look.LATE,
        "events": timeline(page),
        "settled": settled,
        "photos": photos_of(settled),
        "documents": documents_of(settled),
        "question": question,
        "archived": archived,
        "archived_by": by_whom(page, archived) if archived else "",
        "answer": WordsForm(name="jawab"),
        "reply": WordsForm(name="balas"),
        "rate": RatingForm(),
        "outcomes": [(outcome.value, label(outcome)) for outcome in Outcome],
        "done_draft": request.session.pop(_DONE_DRAFT, "") if request.session.get(_DONE_DRAFT) else "",
        "here": "lacak",
    }
    return render(request, "portal/track/page.html", context | changed, status=status)


def forget_draft(request: HttpRequest, name: str) -> None:
    """The words have arrived: the next page tells the browser to forget what it kept of them."""
    request.session[_DONE_DRAFT] = name
