"""The way to one's own report without an account: its number and its access code."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lapor.portal.track.forms import UnlockForm
from lapor.queries.reports.access_code import unlocked_code
from lapor.queries.reports.is_published import is_published
from lapor.rules.attempts import UNLOCK_BY_CODE, UNLOCK_BY_PLACE, UNLOCK_BY_PLACE_AND_CODE
from lapor.rules.tracking_code import BadTrackingCode, grouped, normalise
from lapor.threshold.access import own
from lapor.threshold.actor import unlock
from lapor.threshold.kept import kind_when_down
from lapor.threshold.mending import explain, form_page
from lapor.threshold.rate import Counted, TooManyAttempts, demand_unspent, place_of, within


@own
@kind_when_down
@require_http_methods(["GET", "HEAD", "POST"])
def track_start(request: HttpRequest) -> HttpResponse:
    """Asks for both; a wrong code and an unknown number get one and the same answer."""
    if request.method != "POST":
        return door(request, UnlockForm(initial={"code": request.GET.get("nomor", "")[:64]}))
    form = UnlockForm(request.POST)
    counted = _counted(request, form)
    try:
        demand_unspent(counted)
    except TooManyAttempts as error:
        form.errors.clear()
        explain(form, error)
        return door(request, form)
    if form.is_valid() and unlocked_code(**form.cleaned_data):
        unlock(request, form.cleaned_data["code"])
        return redirect("track", code=form.cleaned_data["code"])
    for allowance, place in counted:
        within(request, allowance, place)
    if form.is_valid():
        form.add_error(None, _("Nomor dan kode ini tidak cocok. Periksa keduanya pada tanda terima."))
    return door(request, form)


def closed_door(request: HttpRequest, typed: str) -> HttpResponse:
    """For somebody who knows only the number, from a letter or a QR code: the number filled in, the code
    asked for, and the way to what everybody may read.

    Whether a report under this number exists that is not public is not said.
    """
    try:
        code = normalise(typed)
    except BadTrackingCode:
        form = UnlockForm({"code": typed[:64], "access_code": ""})
        form.errors.pop("access_code", None)
        response = door(request, form)
        response.status_code = 404
        return response
    form = UnlockForm(initial={"code": grouped(code)})
    return door(request, form, number=code, is_public=is_published(code))


def door(request: HttpRequest, form: UnlockForm, **known: object) -> HttpResponse:
    """The page with the two fields; `known` are the number of the address and whether it `is_public`."""
    return form_page(request, "portal/track/start.html", {"form": form, "here": "lacak"} | known)


def _counted(request: HttpRequest, form: UnlockForm) -> Counted:
    """What a failure counts against: whoever types, and a number only if it was a guess at its code."""
    place = place_of(request)
    if not form.is_valid():
        return ((UNLOCK_BY_PLACE, place),)
    code = form.cleaned_data["code"]
    return (
        (UNLOCK_BY_PLACE, place),
        (UNLOCK_BY_PLACE_AND_CODE, f"{place}|{code}"),
        (UNLOCK_BY_CODE, code),
    )
