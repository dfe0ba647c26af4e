"""The place somebody looked at last, kept in his own browser so that pages can begin nearby."""

import re

from django.conf import settings
from django.http import HttpRequest, HttpResponse

_COOKIE = "tempat"
_MAX_AGE = 60 * 60 * 24 * 90
_CODE = re.compile(r"[0-9]{2}(?:\.[0-9]{2})?")


def last_place(request: HttpRequest) -> str:
    """A region code, whether or not there is such a region; empty where none is known."""
    code = request.COOKIES.get(_COOKIE, "")
    return code if _CODE.fullmatch(code) else ""


def remember_place(response: HttpResponse, code: str) -> None:
    """Down to the regency or city: where exactly somebody looks is nobody's business."""
    regency = _CODE.match(code)
    if regency is None:
        return
    response.set_cookie(
        _COOKIE,
        regency[0],
        max_age=_MAX_AGE,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
