"""The reporter writes to whoever holds his report."""

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
from lapor.steps.reports.reply import reply_to_report
from lapor.threshold.access import own


@own
@require_POST
def reply(request: HttpRequest, code: str) -> HttpResponse:
    """A reply stops a countdown."""

    def step(actor: Actor, code: str, text: str, keys: tuple[UUID, ...]) -> None:
        reply_to_report(actor=actor, code=code, text=text, attachment_keys=keys, now=timezone.now())

    def again(page: TrackingPage, kept: dict[str, Any], status: int) -> HttpResponse:
        return show(request, page, status=status, reply=kept["form"], kept=kept, mended="reply")

    done = _("Balasan Anda terkirim.")
    return act_with_words(request, code, Action("balas", step, done), again)
