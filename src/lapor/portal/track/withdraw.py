"""The reporter takes his report back (cabut), after he was told what that means."""

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
from lapor.steps.reports.withdraw import withdraw_report
from lapor.threshold.access import own


@own
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, code: str) -> HttpResponse:
    """A page that asks once more, then the step."""

    def step(actor: Actor, code: str, words: str, keys: tuple[UUID, ...]) -> None:
        withdraw_report(actor=actor, code=code, reason=words, now=timezone.now())

    def again(page: TrackingPage, kept: dict[str, Any], status: int) -> HttpResponse:
        context = {"page": page, "form": kept["form"], "kept": kept, "here": "lacak"}
        return render(request, "portal/track/withdraw.html", context, status=status)

    if request.method == "POST":
        done = _("Laporan ini Anda cabut. Anda tetap dapat membacanya di sini.")
        return act_with_words(request, code, Action("cabut", step, done), again)
    page = tracking_page(reporter_of(request), code, timezone.now())
    if page is None:
        return closed_door(request, code)
    if not {Move.WITHDRAW, Move.LEAVE} & set(page.moves):
        return redirect("track", code=code)
    return again(page, {"form": WordsForm(name="cabut")}, 200)
