"""Retiring an agency, and taking it into use again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lapor.desk.agencies.pages import HERE, crumbs
from lapor.desk.menu import MANAGERS, desk_page
from lapor.queries.agencies.desk_agency import managed_agency
from lapor.queries.reports.agency_holdings import holdings
from lapor.rules.refusals import Forbidden, Refused
from lapor.steps.agencies.deactivate_agency import deactivate_agency
from lapor.steps.agencies.reactivate_agency import reactivate_agency
from lapor.threshold.access import officer
from lapor.threshold.actor import actor_of
from lapor.threshold.mending import MEND
from lapor.ui.labels import label


@officer(*MANAGERS)
@require_http_methods(["GET", "HEAD", "POST"])
def close(request: HttpRequest, code: str) -> HttpResponse:
    """Shows first what stands against it: which reports, how many units."""
    actor, now, refusal = actor_of(request), timezone.now(), ""
    managed = managed_agency(actor, code)
    if not managed.may_close:
        raise Forbidden("nobody closes his own agency")
    if request.method == "POST":
        try:
            deactivate_agency(actor=actor, code=code, now=now)
        except Refused as refused:
            refusal = label(refused.reason, "refusal")
        else:
            messages.success(request, _("Dinonaktifkan. Laporan lama tetap menyebut namanya."))
            return redirect("desk-agency", code=code)
    held = holdings(actor, managed.line.id, now=now, today=timezone.localdate(now))
    context = {"agency": managed, "held": held, "refusal": refusal, "crumbs": crumbs(managed, itself=True)}
    template = "desk/agencies/close.html"
    return desk_page(request, template, context, here=HERE, status=MEND if refusal else 200)


@officer(*MANAGERS)
@require_POST
def reopen(request: HttpRequest, code: str) -> HttpResponse:
    try:
        reactivate_agency(actor=actor_of(request), code=code, now=timezone.now())
    except Refused as refused:
        messages.error(request, label(refused.reason, "refusal"))
    else:
        messages.success(request, _("Aktif lagi. Tunjuk petugasnya lebih dulu."))
    return redirect("desk-agency", code=code)
