"""Suggestions for an input that asks while somebody types."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse, JsonResponse

_MAX_AGE = 3600
_LONGEST = 120
#: Value, label, and what tells it from others of that label.
Suggestion = tuple[str, str, str]


def typed_words(request: HttpRequest) -> str:
    """From `?q=`."""
    return request.GET.get("q", "")[:_LONGEST]


def is_asked_by_script(request: HttpRequest) -> bool:
    """Else somebody opened the address himself, and gets a page."""
    return "application/json" in request.headers.get("Accept", "")


def suggested(suggestions: Iterable[Suggestion]) -> HttpResponse:
    """Alike for everybody who reads the same language, and kept for an hour."""
    rows = [{"value": value, "label": text, "detail": detail} for value, text, detail in suggestions]
    answer = JsonResponse({"results": rows})
    answer["Cache-Control"] = f"public, max-age={_MAX_AGE}"
    answer["Vary"] = "Accept, Cookie, Accept-Language"
    return answer
