"""What typeaheads of the desk are answered with: places, categories, and agencies with their officers."""

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from lapor.queries.catalogue.categories import find_categories
from lapor.queries.places.find_places import find_places
from lapor.queries.reports.desk_destinations import Destination, find_destinations
from lapor.rules.access import Actor, Role
from lapor.threshold.access import officer

_LONGEST = 120


@officer()
@require_safe
def places(request: HttpRequest) -> JsonResponse:
    found = find_places(_typed(request))
    return _answer([{"value": one.code, "label": one.label, "detail": ""} for one in found])


@officer()
@require_safe
def categories(request: HttpRequest) -> JsonResponse:
    found = find_categories(_typed(request))
    return _answer([{"value": one.code, "label": one.label, "detail": ""} for one in found])


@officer()
@require_safe
def agencies(request: HttpRequest) -> JsonResponse:
    """`?dekat=` a region code puts those responsible there first, `?bawah=` an agency keeps only its own."""
    near = request.GET.get("dekat", "")[:13]
    below = request.GET.get("bawah", "")
    found = find_destinations(
        _typed(request),
        near=near or None,
        below=int(below) if below.isdecimal() and len(below) < 10 else None,
        today=timezone.localdate(),
    )
    return _answer(
        [{"value": str(one.id), "label": one.name, "detail": destination_detail(one)} for one in found]
    )


def looked_for_below(actor: Actor) -> int | None:
    """The agency below which an officer looks for others; None for whoever looks everywhere."""
    if actor.desk is None or actor.has_role(Role.NATIONAL_DESK, Role.COORDINATOR):
        return None
    return actor.desk.agency_id


def destination_detail(found: Destination) -> str:
    """ "Kota Solok · 3 petugas", or that nobody is there yet."""
    if found.officers:
        staff = ngettext("%(count)s petugas", "%(count)s petugas", found.officers) % {"count": found.officers}
    else:
        staff = _("belum ada petugas")
    return " · ".join(part for part in (found.government, staff) if part)


def _typed(request: HttpRequest) -> str:
    return request.GET.get("q", "").replace("\x00", "")[:_LONGEST]


def _answer(results: list[dict[str, Any]]) -> JsonResponse:
    return JsonResponse({"results": results})
