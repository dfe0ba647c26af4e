"""Supporting a report instead of repeating it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lapor.portal.browse.browser_token import browser_token, fresh_token, give_token
from lapor.portal.browse.report import not_public
from lapor.rules.attempts import SUPPORT_BY_PLACE
from lapor.rules.refusals import NotFound
from lapor.steps.reports.support import support_report
from lapor.threshold.access import public
from lapor.threshold.actor import actor_of
from lapor.threshold.kept import kind_when_down
from lapor.threshold.rate import demand


@public
@kind_when_down
@require_http_methods(["GET", "HEAD", "POST"])
def support(request: HttpRequest, code: str) -> HttpResponse:
    """Counted once per account or browser; pressing again changes nothing and is no fault.

    Whoever only opens the address is led to the report.
    """
    if request.method != "POST":
        return redirect("report", code)
    demand(request, SUPPORT_BY_PLACE)
    token = browser_token(request) or fresh_token()
    try:
        is_new = support_report(actor=actor_of(request), code=code, browser_token=token, now=timezone.now())
    except NotFound:
        return not_public(request, code)
    if is_new:
        messages.success(request, _("Dukungan Anda tercatat. Instansi melihat jumlah pendukung, bukan nama."))
    else:
        messages.info(request, _("Anda sudah mendukung laporan ini."))
    response = redirect("report", code)
    give_token(response, token)
    return response
