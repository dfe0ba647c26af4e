"""What a public page says while the database is out of reach."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

View = Callable[..., HttpResponse]
_RETRY_AFTER = "30"


def kind_when_down(view: View) -> View:
    """503 with a way to try again, instead of an error page; nothing was typed here that could be lost."""

    @wraps(view)
    def tried(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except (OperationalError, InterfaceError):
            context = {"retry": request.get_full_path()}
            response = render(request, "portal/down.html", context, status=503)
            response["Retry-After"] = _RETRY_AFTER
            return response

    return tried
