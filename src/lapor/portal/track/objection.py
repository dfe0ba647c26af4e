"""The reporter objects to the archiving of his report, once."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lapor.portal.reporter import reporter_of
from lapor.portal.track.acting import Action, act_with_words
from lapor.portal.track.forms import WordsForm
from lapor.portal.track.start import closed_door
from lapor.queries.reports.tracking import TrackingPage, tracking_page
from lapor.rules.access import Actor
from lapor.rules.lifecycle import Move
from lapor.steps.reports.object import object_to_archiving
from lapor.threshold.access import own


@own
@require_http_methods(["GET", "HEAD", "POST"])
def objection(request: HttpRequest, code: str) -> HttpResponse:
    """The desk above the one that archived it reads it anew."""

    def step(actor: Actor, code: str, words: str, keys: tuple[UUID, ...]) -> None:
        object_to_archiving(actor=actor, code=code, reason=words, now=timezone.now())

    def again(page: TrackingPage, kept: dict[str, Any], status: int) -> HttpResponse:
        context = {
            "page": page,
            "form": kept["form"],
            "kept": kept,
            "archived": page.last(Move.ARCHIVE, Move.MERGE, Move.EXPIRE),
            "here": "lacak",
        }
        return render(request, "portal/track/objection.html", context, status=status)

    if request.method == "POST":
        done = _("Keberatan Anda terkirim. Laporan dibaca sekali lagi.")
        return act_with_words(request, code, Action("keberatan", step, done), again)
    page = tracking_page(reporter_of(request), code, timezone.now())
    if page is None:
        return closed_door(request, code)
    if Move.OBJECT not in page.moves:
        return redirect("track", code=code)
    return again(page, {"form": WordsForm(name="keberatan")}, 200)
