"""The reporter says that it is solved."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lapor.portal.reporter import reporter_of
from lapor.portal.track.page import own_page, show
from lapor.rules.conditions import MoveHindered
from lapor.rules.lifecycle import MoveNotAllowed
from lapor.steps.reports.confirm import confirm_report
from lapor.threshold.access import own
from lapor.threshold.kept import kind_when_down


@own
@kind_when_down
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, code: str) -> HttpResponse:
    """Closes the report and invites a rating; whoever only opens the address is led back to the report."""
    if request.method != "POST":
        return redirect("track", code=code)
    try:
        confirm_report(actor=reporter_of(request), code=code, now=timezone.now())
    except (MoveNotAllowed, MoveHindered):
        return show(request, own_page(request, code), status=409, kept={"has_changed": True})
    messages.success(request, _("Terima kasih. Laporan ini selesai. Beri nilai pelayanannya bila Anda mau."))
    return redirect("track", code=code)
