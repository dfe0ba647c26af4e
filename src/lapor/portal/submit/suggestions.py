"""Suggestions while somebody types: places, agencies, categories, over the real lists."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lapor.portal.suggesting import Suggestion, is_asked_by_script, suggested, typed_words
from lapor.queries.agencies.find_agencies import find_agencies
from lapor.queries.catalogue.categories import find_categories
from lapor.queries.places.find_places import find_places
from lapor.rules.places import chain_of
from lapor.threshold.access import public
from lapor.ui.labels import label


@public
@require_safe
def places(request: HttpRequest) -> HttpResponse:
    """Villages to provinces for `?q=`."""
    found = find_places(typed_words(request))
    return _answer(
        request, ((place.code, place.label, label(place.level, "region_level")) for place in found)
    )


@public
@require_safe
def agencies(request: HttpRequest) -> HttpResponse:
    """Agencies for `?q=`, those of the place `?dekat=` first."""
    near = request.GET.get("dekat", "")
    found = find_agencies(typed_words(request), near=near if chain_of(near) else None)
    return _answer(request, ((str(agency.id), agency.name, agency.government) for agency in found))


@public
@require_safe
def categories(request: HttpRequest) -> HttpResponse:
    """Categories for `?q=`."""
    found = find_categories(typed_words(request))
    return _answer(request, ((category.code, category.label, "") for category in found))


def _answer(request: HttpRequest, suggestions: Iterable[Suggestion]) -> HttpResponse:
    """A plain list for somebody who opens the address himself."""
    if is_asked_by_script(request):
        return suggested(suggestions)
    context = {"rows": list(suggestions), "here": "lapor"}
    return render(request, "portal/submit/suggestions.html", context)
