"""The way back to a report whose code is lost: a link that is sent to its e-mail address and works once."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lapor.portal.track.forms import LinkForm
from lapor.rules.attempts import REPORT_LINK_BY_EMAIL, REPORT_LINK_BY_PLACE, UNLOCK_BY_PLACE
from lapor.rules.refusals import Refused
from lapor.steps.accounts.ask_report_link import ask_report_link
from lapor.steps.accounts.use_report_link import use_report_link
from lapor.threshold.access import own
from lapor.threshold.actor import actor_of, unlock
from lapor.threshold.kept import kind_when_down
from lapor.threshold.mending import explain, form_page
from lapor.threshold.posted import posted
from lapor.threshold.rate import TooManyAttempts, demand
from lapor.ui.labels import label


@own
@kind_when_down
@require_http_methods(["GET", "HEAD", "POST"])
def ask_link(request: HttpRequest) -> HttpResponse:
    """Answers alike whether or not there is such a report with such an address."""
    form = LinkForm(posted(request), initial={"code": request.GET.get("nomor", "")[:64]})
    if form.is_valid():
        code, email = form.cleaned_data["code"], form.cleaned_data["email"].lower()
        try:
            demand(request, REPORT_LINK_BY_PLACE)
            demand(request, REPORT_LINK_BY_EMAIL, email)
        except TooManyAttempts as error:
            explain(form, error)
        else:
            ask_report_link(actor=actor_of(request), code=code, email=email, now=timezone.now())
            context = {"email": email, "code": code, "here": "lacak"}
            return render(request, "portal/track/link_sent.html", context)
    return form_page(request, "portal/track/ask_link.html", {"form": form, "here": "lacak"})


@own
@kind_when_down
@require_http_methods(["GET", "HEAD", "POST"])
def use_link(request: HttpRequest, token: str) -> HttpResponse:
    """Opened by a click, used by a button: mail programs that look at links must not use them up."""
    if request.method != "POST":
        return render(request, "portal/track/use_link.html", {"here": "lacak"})
    demand(request, UNLOCK_BY_PLACE)
    try:
        code = use_report_link(actor=actor_of(request), token=token, now=timezone.now())
    except Refused as refused:
        messages.error(request, label(refused.reason, "refusal"))
        return redirect("track-ask-link")
    unlock(request, code)
    messages.success(request, _("Laporan Anda terbuka di perangkat ini."))
    return redirect("track", code=code)
