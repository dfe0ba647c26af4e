"""Suggestions while somebody types: places, agencies, categories, over the real lists."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lapor.queries.agencies.find_agencies import find_agencies
from lapor.queries.catalogue.categories import find_categories
from lapor.queries.places.find_places import find_places
from lapor.rules.places import chain_of
from lapor.threshold.access import public
from lapor.ui.labels import label

_MAX_AGE = 3600
Suggestion = tuple[str, str, str]


@public
@require_safe
def places(request: HttpRequest) -> HttpResponse:
    """Villages to provinces for `?q=`."""
    found = find_places(_typed(request))
    return _answer(
        request, ((place.code, place.label, label(place.level, "region_level")) for place in found)
    )


@public
@require_safe
def agencies(request: HttpRequest) -> HttpResponse:
    """Agencies for `?q=`, those of the place `?dekat=` first."""
    near = request.GET.get("dekat", "")
    found = find_agencies(_typed(request), near=near if chain_of(near) else None)
    return _answer(request, ((str(agency.id), agency.name, agency.government) for agency in found))


@public
@require_safe
def categories(request: HttpRequest) -> HttpResponse:
    """Categories for `?q=`."""
    found = find_categories(_typed(request))
    return _answer(request, ((category.code, category.label, "") for category in found))


def _typed(request: HttpRequest) -> str:
    return request.GET.get("q", "")[:120]


def _answer(request: HttpRequest, suggestions: Iterable[Suggestion]) -> HttpResponse:
    """JSON for the input; a plain list for somebody who opens the address himself."""
    rows = [{"value": value, "label": text, "detail": detail} for value, text, detail in suggestions]
    if "application/json" in request.headers.get("Accept", ""):
        answer: HttpResponse = JsonResponse({"results": rows})
    else:
        answer = render(request, "portal/submit/suggestions.html", {"rows": rows, "here": "lapor"})
    answer["Cache-Control"] = f"public, max-age={_MAX_AGE}"
    answer["Vary"] = "Accept, Cookie, Accept-Language"
    return answer
