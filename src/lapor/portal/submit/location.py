"""From a point to its place, and outlines to draw around it: answered from our own boundaries."""

import math

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lapor.queries.places.map_data import outline, outlines_in
from lapor.queries.places.regions import regions_by_code
from lapor.queries.places.reverse_geocode import place_at
from lapor.rules.places import CODE_LENGTHS, RegionLevel
from lapor.threshold.access import public

# Degrees of longitude that a view may span before it shows the next larger level.
_DISTRICTS_WITHIN, _REGENCIES_WITHIN = 0.7, 6.0
_DISTRICT_CODE = CODE_LENGTHS[2]


@public
@require_safe
def location(request: HttpRequest) -> HttpResponse:
    """The district at `?lat=&lng=`, with the nearest village as a suggestion; 404 where we know none."""
    latitude, longitude = _number(request, "lat"), _number(request, "lng")
    found = place_at(latitude, longitude) if latitude is not None and longitude is not None else None
    if found is None:
        return JsonResponse({"error": _("Di titik ini kami tidak mengenal tempat di Indonesia.")}, status=404)
    village = found.village
    return JsonResponse(
        {
            "value": found.code,
            "label": found.label,
            "village": {"value": village.code, "label": village.label, "name": village.name}
            if village
            else None,
        }
    )


@public
@require_safe
def outlines(request: HttpRequest) -> HttpResponse:
    """Named outlines in the box `?barat=&selatan=&timur=&utara=`, of the level that fits its width.

    With `?kode=` the outline of that place, of a village that of its district.
    """
    if code := request.GET.get("kode"):
        area = outline(code[:_DISTRICT_CODE])
        return JsonResponse({"type": "FeatureCollection", "features": [area] if area else []})
    sides = [_number(request, side) for side in ("barat", "selatan", "timur", "utara")]
    if any(side is None for side in sides):
        return JsonResponse({"type": "FeatureCollection", "features": []}, status=400)
    west, south, east, north = (float(side or 0) for side in sides)
    areas = outlines_in((west, south, east, north), _level(east - west))
    names = regions_by_code(area["properties"]["code"] for area in areas["features"])
    for area in areas["features"]:
        code = area["properties"]["code"]
        area["properties"]["name"] = names[code].name if code in names else ""
    answer = JsonResponse(areas)
    answer["Cache-Control"] = "public, max-age=86400"
    return answer


def _level(width: float) -> RegionLevel:
    if width <= _DISTRICTS_WITHIN:
        return RegionLevel.DISTRICT
    return RegionLevel.REGENCY if width <= _REGENCIES_WITHIN else RegionLevel.PROVINCE


def _number(request: HttpRequest, name: str) -> float | None:
    try:
        value = float(request.GET.get(name, ""))
    except ValueError:
        return None
    return value if math.isfinite(value) else None
