"""The way to one's own report without an account: its number and its access code."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from lapor.portal.track.forms import UnlockForm
from lapor.portal.when_down import kind_when_down
from lapor.queries.reports.access_code import unlocked_code
from lapor.queries.reports.is_published import is_published
from lapor.rules.attempts import UNLOCK_BY_CODE, UNLOCK_BY_PLACE
from lapor.rules.tracking_code import BadTrackingCode, grouped, normalise
from lapor.threshold.access import public
from lapor.threshold.actor import unlock
from lapor.threshold.rate import demand


@public
@kind_when_down
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def track_start(request: HttpRequest) -> HttpResponse:
    """Asks for both; a wrong code and an unknown number get one and the same answer."""
    if request.method != "POST":
        return door(request, UnlockForm(initial={"code": request.GET.get("nomor", "")[:64]}))
    form = UnlockForm(request.POST)
    if not form.is_valid():
        return door(request, form, status=422)
    demand(request, UNLOCK_BY_PLACE)
    demand(request, UNLOCK_BY_CODE, place=form.cleaned_data["code"])
    code = unlocked_code(form.cleaned_data["code"], form.cleaned_data["access_code"])
    if code is None:
        form.add_error(None, _("Nomor dan kode ini tidak cocok. Periksa keduanya pada tanda terima."))
        return door(request, form, status=422)
    unlock(request, code)
    return redirect("track", code=code)


def closed_door(request: HttpRequest, typed: str) -> HttpResponse:
    """For somebody who knows only the number: the public page if there is one, else the question for both.

    Whether a report under this number exists is not said.
    """
    try:
        code = normalise(typed)
    except BadTrackingCode:
        form = UnlockForm({"code": typed[:64], "access_code": ""})
        form.errors.pop("access_code", None)
        return door(request, form, status=404)
    if is_published(code):
        return redirect("report", code)
    return door(request, UnlockForm(initial={"code": grouped(code)}))


def door(request: HttpRequest, form: UnlockForm, *, status: int = 200) -> HttpResponse:
    """The page with the two fields."""
    return render(request, "portal/track/start.html", {"form": form, "here": "lacak"}, status=status)
