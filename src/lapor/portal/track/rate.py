"""The reporter rates the handling, after the report is closed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lapor.portal.reporter import reporter_of
from lapor.portal.track.forms import RatingForm
from lapor.portal.track.page import forget_draft, own_page, show
from lapor.rules.conditions import MoveHindered
from lapor.rules.kinds import Outcome
from lapor.rules.lifecycle import Move, MoveNotAllowed
from lapor.rules.refusals import Refused
from lapor.steps.reports.rate import rate_report
from lapor.threshold.access import own
from lapor.threshold.kept import kind_when_down
from lapor.threshold.mending import MEND, explain


@own
@kind_when_down
@require_http_methods(["GET", "HEAD", "POST"])
def rate(request: HttpRequest, code: str) -> HttpResponse:
    """1 to 5, what came of it, and words; whoever only opens the address is led back to the report."""
    if request.method != "POST":
        return redirect("track", code=code)
    page, form = own_page(request, code), RatingForm(request.POST)
    changed = {"form": form, "has_changed": True}
    if Move.RATE not in page.moves:
        return show(request, page, status=409, kept=changed)
    if not form.is_valid():
        return show(request, page, status=MEND, rate=form)
    try:
        rate_report(
            actor=reporter_of(request),
            code=code,
            rating=form.cleaned_data["rating"],
            outcome=Outcome(form.cleaned_data["outcome"]),
            words=form.cleaned_data["words"],
            now=timezone.now(),
        )
    except Refused as refused:
        explain(form, refused)
        return show(request, page, status=MEND, rate=form)
    except (MoveNotAllowed, MoveHindered):
        return show(request, own_page(request, code), status=409, kept=changed)
    forget_draft(request, f"nilai-{code}")
    messages.success(request, _("Nilai Anda tersimpan. Terima kasih."))
    return redirect("track", code=code)
