"""The reporter answers what he was asked."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lapor.portal.track.acting import Action, act_with_words
from lapor.portal.track.page import show
from lapor.queries.reports.tracking import TrackingPage
from lapor.rules.access import Actor
from lapor.steps.reports.complete import complete_report
from lapor.threshold.access import own


@own
@require_POST
def complete(request: HttpRequest, code: str) -> HttpResponse:
    """The report goes back to where it was asked."""

    def step(actor: Actor, code: str, text: str, keys: tuple[UUID, ...]) -> None:
        complete_report(actor=actor, code=code, text=text, attachment_keys=keys, now=timezone.now())

    def again(page: TrackingPage, kept: dict[str, Any], status: int) -> HttpResponse:
        return show(request, page, status=status, answer=kept["form"], kept=kept, mended="answer")

    done = _("Jawaban Anda terkirim. Petugas melanjutkan.")
    return act_with_words(request, code, Action("jawab", step, done), again)
