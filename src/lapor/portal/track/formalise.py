"""The reporter makes his information request a formal one, after he was told what that means."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from lapor.portal.reporter import reporter_of
from lapor.portal.track.acting import Action, act_with_words
from lapor.portal.track.forms import WordsForm
from lapor.portal.track.start import closed_door
from lapor.queries.calendar.promises import formal_limits
from lapor.queries.reports.tracking import TrackingPage, tracking_page
from lapor.rules.access import Actor
from lapor.rules.lifecycle import Move
from lapor.steps.reports.formalise import formalise_request
from lapor.threshold.access import public


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def formalise(request: HttpRequest, code: str) -> HttpResponse:
    """Says first how long it then takes; then asks what the information is needed for."""

    def step(actor: Actor, code: str, words: str, keys: tuple[UUID, ...]) -> None:
        formalise_request(actor=actor, code=code, reason=words, now=timezone.now())

    def again(page: TrackingPage, kept: dict[str, Any], status: int) -> HttpResponse:
        limits = formal_limits(timezone.localdate())
        context = {"page": page, "form": kept["form"], "kept": kept, "limits": limits, "here": "lacak"}
        return render(request, "portal/track/formalise.html", context, status=status)

    if request.method == "POST":
        done = _("Permintaan Anda sekarang resmi menurut UU 14/2008.")
        return act_with_words(request, code, Action("resmi", step, done), again)
    page = tracking_page(reporter_of(request), code, timezone.now())
    if page is None:
        return closed_door(request, code)
    if Move.FORMALISE not in page.moves:
        return redirect("track", code=code)
    return again(page, {"form": WordsForm(name="resmi")}, 200)
