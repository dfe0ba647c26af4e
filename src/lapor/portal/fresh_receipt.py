"""From sending to the receipt: the access code travels in the session and is shown once."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from lapor.threshold.actor import unlock

_FRESH = "fresh_receipt"


def to_receipt(request: HttpRequest, code: str, access_code: str) -> HttpResponse:
    """Opens the report in this browser and leads to its receipt."""
    unlock(request, code)
    request.session[_FRESH] = [code, access_code]
    request.session.pop("draft", None)
    return redirect("receipt", code=code)


def fresh_access_code(request: HttpRequest, code: str) -> str:
    """The access code of a report that was sent a moment ago; "" the second time."""
    fresh = request.session.get(_FRESH)
    if not fresh or fresh[0] != code:
        return ""
    del request.session[_FRESH]
    return str(fresh[1])
