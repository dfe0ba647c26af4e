"""A random token that tells one browser from another, so that each supports a report once."""

import secrets

from django.conf import settings
from django.http import HttpRequest, HttpResponse

_COOKIE = "pendukung"
_MAX_AGE = 60 * 60 * 24 * 365
_LENGTH = range(20, 65)


def browser_token(request: HttpRequest) -> str:
    """The token this browser came with; empty if none."""
    token = request.COOKIES.get(_COOKIE, "")
    return token if len(token) in _LENGTH and token.isascii() else ""


def fresh_token() -> str:
    return secrets.token_urlsafe(24)


def give_token(response: HttpResponse, token: str) -> None:
    response.set_cookie(
        _COOKIE,
        token,
        max_age=_MAX_AGE,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
