"""All agencies: found by name or place, or walked from the top."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lapor.portal.agencies.asked import AskedAgencies, asked_of
from lapor.portal.suggesting import is_asked_by_script, suggested, typed_words
from lapor.queries.agencies.agency_line import AgencyLine
from lapor.queries.agencies.browse import top_groups
from lapor.queries.agencies.find_agencies import find_agencies
from lapor.queries.agencies.tree import governments_of
from lapor.rules.places import chain_of
from lapor.threshold.access import public
from lapor.threshold.kept import kind_when_down

_MOST = 30
_ELSEWHERE = 8


@public
@require_safe
@kind_when_down
def agencies(request: HttpRequest) -> HttpResponse:
    """With words or a place what fits, else the tree from its tops."""
    asked = asked_of(request.GET)
    is_search = bool(asked.text or asked.place.code or asked.place.is_open)
    near, elsewhere = _found(asked) if is_search else ((), ())
    context = {
        "asked": asked,
        "is_search": is_search,
        "near": near,
        "elsewhere": elsewhere,
        "groups": () if is_search else top_groups(),
        "here": "instansi",
    }
    return render(request, "portal/agencies/agencies.html", context)


@public
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Suggestions for `?q=` by code; a page for somebody who opens the address himself."""
    if not is_asked_by_script(request):
        return agencies(request)
    return suggested((one.code, one.name, one.government) for one in find_agencies(typed_words(request)))


def _found(asked: AskedAgencies) -> tuple[tuple[AgencyLine, ...], tuple[AgencyLine, ...]]:
    """What is responsible for the place, its governments first without words; then what is elsewhere."""
    place = asked.place.code
    found = find_agencies(asked.text, near=place or None, limit=_MOST)
    if not place:
        return found, ()
    governments = () if asked.text else governments_of(place)
    near = [one for one in found if one not in governments and _is_for(one, place)]
    elsewhere = [one for one in found if not _is_for(one, place)]
    return (*governments, *near), tuple(elsewhere[:_ELSEWHERE])


def _is_for(agency: AgencyLine, place: str) -> bool:
    """Central bodies are for every place, others for their region, what is above it and what is in it."""
    region = agency.region_code
    return region is None or region in chain_of(place) or region.startswith(place)
