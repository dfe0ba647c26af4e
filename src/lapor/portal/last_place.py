"""The place somebody looked at last, kept in his own browser so that pages can begin nearby."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

_COOKIE = "tempat"
_MAX_AGE = 60 * 60 * 24 * 90
_LONGEST_CODE = 13


def last_place(request: HttpRequest) -> str:
    """The region code, unchecked; empty where none is known."""
    return request.COOKIES.get(_COOKIE, "")[:_LONGEST_CODE].replace("\x00", "")


def remember_place(response: HttpResponse, code: str) -> None:
    """Down to the regency or city: where exactly somebody looks is nobody's business."""
    response.set_cookie(
        _COOKIE,
        code[:5],
        max_age=_MAX_AGE,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
