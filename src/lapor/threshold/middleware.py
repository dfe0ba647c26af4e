"""At the threshold: malformed requests are sent away, undeclared views stay shut, refusals get their page."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from lapor.rules.conditions import MoveHindered
from lapor.rules.lifecycle import MoveNotAllowed
from lapor.rules.refusals import Forbidden, NotFound
from lapor.threshold.access import Access, Entry
from lapor.threshold.rate import TooManyAttempts

_NUL = "\x00"
Respond = Callable[[HttpRequest], HttpResponse]


def reject_malformed(get_response: Respond) -> Respond:
    """PostgreSQL refuses NUL characters: 400 for an address with one, while a cookie with one is none."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if _NUL in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            return render(request, "400.html", status=400)
        request.COOKIES = {name: value for name, value in request.COOKIES.items() if _NUL not in value}
        return get_response(request)

    return middleware


class DeclaredAccess:
    """Shuts views that do not declare their access, and turns refusals of steps into answers."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if _is_private(request):
            response["Cache-Control"] = "private, no-store"
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        if not isinstance(getattr(view, "access", None), Access):
            raise PermissionDenied("this view declares no access")
        if request.method == "POST":
            _take_out_nul(request)
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, NotFound):
            raise Http404 from error
        if isinstance(error, Forbidden):
            raise PermissionDenied from error
        if isinstance(error, TooManyAttempts):
            return too_many(request, error)
        if isinstance(error, MoveNotAllowed | MoveHindered):
            return render(request, "409.html", {"error": error, "report": _report_of(request)}, status=409)
        return None


def too_many(request: HttpRequest, error: TooManyAttempts) -> HttpResponse:
    """Says when the next try is possible, to people and to programs."""
    response = render(request, "429.html", {"minutes": error.minutes}, status=429)
    response["Retry-After"] = str(error.seconds)
    return response


def declared_access(get_response: Respond) -> DeclaredAccess:
    return DeclaredAccess(get_response)


def _report_of(request: HttpRequest) -> str:
    """The address of the report that is acted on, in the room where that was done; "" where there is none."""
    code = request.resolver_match.kwargs.get("code", "") if request.resolver_match else ""
    return f"{request.path.partition(code)[0]}{code}/" if code else ""


def _is_private(request: HttpRequest) -> bool:
    """What one person may see lies in no cache: the next one at a shared machine presses "back"."""
    access = getattr(getattr(request.resolver_match, "func", None), "access", None)
    return isinstance(access, Access) and access.entry is not Entry.PUBLIC


def _take_out_nul(request: HttpRequest) -> None:
    """The words around a NUL character are somebody's: without it they can be kept."""
    if request.content_type not in ("application/x-www-form-urlencoded", "multipart/form-data"):
        return
    if any(_NUL in value for _, values in request.POST.lists() for value in values):
        typed = request.POST.copy()
        for name, values in request.POST.lists():
            typed.setlist(name, [str(value).replace(_NUL, "") for value in values])
        request.POST = typed  # type: ignore[assignment]
