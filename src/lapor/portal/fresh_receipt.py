"""From sending to the receipt: its code is shown once, and the session keeps only that it may be."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from lapor.queries.reports.access_code import handed_access_code
from lapor.threshold.actor import unlock

_FRESH = "fresh_receipt"


def to_receipt(request: HttpRequest, code: str) -> HttpResponse:
    """Opens the report in this browser and leads to its receipt."""
    unlock(request, code)
    request.session[_FRESH] = code
    return redirect("receipt", code=code)


def fresh_access_code(request: HttpRequest, code: str) -> str:
    """The access code of a report that was sent a moment ago; "" the second time."""
    if request.session.get(_FRESH) != code:
        return ""
    del request.session[_FRESH]
    return handed_access_code(code)
