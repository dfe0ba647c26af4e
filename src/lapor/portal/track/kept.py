"""What a reporter sent while the database is out of reach: given back to him, to be sent again."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lapor.portal.submit.kept import RETRY_AFTER_SECONDS
from lapor.portal.when_down import kind_when_down

View = Callable[..., HttpResponse]
_SHOWN = ("words", "csrfmiddlewaretoken")


def kept_when_down(view: View) -> View:
    """A page of a reporter on which something is sent: 503 with all of it, instead of an error page."""

    @wraps(view)
    def tried(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except (OperationalError, InterfaceError):
            if request.method != "POST":
                raise
            return _kept(request)

    return kind_when_down(tried)


def _kept(request: HttpRequest) -> HttpResponse:
    """Touches no database; `asking` is given empty, because who is asking is a question to it."""
    sent = [(name, value) for name, values in request.POST.lists() for value in values]
    context = {
        "action": request.path,
        "words": request.POST.get("words", ""),
        "rest": [(name, value) for name, value in sent if name not in _SHOWN],
        "has_files": bool(request.FILES),
        "asking": None,
        "here": "lacak",
    }
    response = render(request, "portal/track/kept.html", context, status=503)
    response["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return response
