"""What was asked of the list of agencies."""

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from lapor.portal.typed import Typed, plain, typed_place
from lapor.queries.places.regions import region_by_code

_LONGEST_TEXT = 120


@dataclass(frozen=True, slots=True)
class AskedAgencies:
    """Words of a name, and a place whose agencies come first."""

    text: str
    place: Typed


def asked_of(query: QueryDict) -> AskedAgencies:
    place = typed_place(query)
    if place.code and not place.text:
        place = _named(place.code)
    return AskedAgencies(plain(query.get("q", ""))[:_LONGEST_TEXT], place)


def _named(code: str) -> Typed:
    found = region_by_code(code)
    return Typed(code, found.label) if found else Typed(error=_("Kami tidak mengenal tempat ini."))
