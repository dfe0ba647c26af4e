"""What can't be done while the database or the session is gone: said kindly, with all that was typed.

Touches no database; `asking` is given empty to every page, because who is asking is a question to it.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

View = TypeVar("View", bound=Callable[..., HttpResponseBase])
OUT_OF_REACH = (OperationalError, InterfaceError)
_RETRY_AFTER_SECONDS = "30"
_LONG = 40
_OURS = frozenset({"csrfmiddlewaretoken"})
#: Stories are shown to whoever wrote them, however short they are.
_STORIES = frozenset({"text", "words", "isi"})


def kind_when_down(view: View) -> View:
    """503 instead of an error page while the database is out of reach.

    What was sent comes back, to be sent again; a page that was only asked for has a way to ask again.
    """

    @wraps(view)
    def tried(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except OUT_OF_REACH:
            return kept_while_down(request)

    return tried  # type: ignore[return-value]


def kept_while_down(request: HttpRequest, *, promise: str = "") -> HttpResponse:
    """`promise` says why sending it once more does no harm. A password is typed again instead of kept."""
    if request.method == "POST" and not _has_password(request):
        return out_of_reach(request, "kept.html", _kept(request) | {"promise": promise})
    return out_of_reach(request, "down.html")


def out_of_reach(request: HttpRequest, template: str, context: dict[str, Any] | None = None) -> HttpResponse:
    """503: what the page lives on does not answer; `retry` is the way to ask again."""
    known = {"retry": request.get_full_path(), "asking": None}
    response = render(request, template, known | (context or {}), status=503)
    response["Retry-After"] = _RETRY_AFTER_SECONDS
    return response


def has_words(request: HttpRequest) -> bool:
    """Whether somebody typed something that would be lost, and that may stand on a page."""
    return (
        request.method == "POST"
        and not _has_password(request)
        and any(value.strip() for name, value in _sent(request))
    )


def kept_while_signed_out(request: HttpRequest) -> HttpResponse:
    """403: the session has ended; after signing in beside it the same form can be sent again."""
    return render(request, "kept.html", _kept(request) | {"is_signed_out": True, "asking": None}, status=403)


def _kept(request: HttpRequest) -> dict[str, Any]:
    return {
        "action": request.get_full_path(),
        "words": [field for field in _sent(request) if _is_shown(*field)],
        "others": [field for field in _sent(request) if not _is_shown(*field)],
        "has_files": bool(request.FILES),
    }


def _sent(request: HttpRequest) -> list[tuple[str, str]]:
    fields = [(name, value) for name, values in request.POST.lists() for value in values]
    return [(name, value) for name, value in fields if name not in _OURS]


def _is_shown(name: str, value: str) -> bool:
    return len(value) > _LONG or "\n" in value or (name in _STORIES and bool(value))


def _has_password(request: HttpRequest) -> bool:
    return any("password" in name for name in request.POST)
