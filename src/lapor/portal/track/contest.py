"""The reporter says that it is not solved (sanggah), on a page of its own."""

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
from lapor.steps.reports.contest import contest_report
from lapor.threshold.access import own


@own
@require_http_methods(["GET", "HEAD", "POST"])
def contest(request: HttpRequest, code: str) -> HttpResponse:
    """Says first who looks at it and how often it can be done; then asks what is not solved."""

    def step(actor: Actor, code: str, words: str, keys: tuple[UUID, ...]) -> None:
        contest_report(actor=actor, code=code, reason=words, attachment_keys=keys, now=timezone.now())

    def again(page: TrackingPage, kept: dict[str, Any], status: int) -> HttpResponse:
        context = {"page": page, "form": kept["form"], "kept": kept, "here": "lacak"}
        return render(request, "portal/track/contest.html", context, status=status)

    if request.method == "POST":
        done = _("Sanggahan Anda terkirim. Laporan dikerjakan lagi.")
        return act_with_words(request, code, Action("sanggah", step, done), again)
    page = tracking_page(reporter_of(request), code, timezone.now())
    if page is None:
        return closed_door(request, code)
    if Move.CONTEST not in page.moves:
        return redirect("track", code=code)
    return again(page, {"form": WordsForm(name="sanggah")}, 200)
