"""Turns what was typed or picked into one place, agency or category, or into choices to pick from.

With script a suggestion carries its code; without it only the words come, and the page asks back.
"""

from dataclasses import dataclass

from lapor.queries.agencies.find_agencies import find_agencies
from lapor.queries.agencies.tree import agency_by_id
from lapor.queries.catalogue.categories import category_by_code, find_categories
from lapor.queries.places.find_places import find_places
from lapor.queries.places.place import Place
from lapor.queries.places.regions import region_by_code
from lapor.queries.places.reverse_geocode import Certainty, place_at
from lapor.rules import place_text
from lapor.rules.folding import fold
from lapor.rules.places import unabbreviated

_MOST_CHOICES = 6
Option = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What came of it: a code with its label, or else choices (value, label, detail), which may be none.

    `rest` is the part of the words that names no place, such as the street.
    """

    code: str = ""
    label: str = ""
    choices: tuple[Option, ...] = ()
    rest: str = ""


def chosen_place(code: str, text: str, point: tuple[float, float] | None) -> Chosen:
    """A picked code wins while the words still say the same; then the words; then the point on the map."""
    if code and (place := region_by_code(code)) and still_says(text, place.label):
        return Chosen(place.code, place.label)
    if text:
        return _place_by_words(text)
    found = place_at(*point) if point else None
    return Chosen(found.code, found.label) if found else Chosen()


def is_elsewhere(point: tuple[float, float], code: str) -> bool:
    """Whether a point surely lies outside the chosen place: near a border our outlines don't know."""
    found = place_at(*point) if code else None
    if found is None or found.certainty is not Certainty.INSIDE:
        return False
    return not (found.code.startswith(code) or code.startswith(found.code))


def chosen_agency(value: str, text: str, near: str, *, with_unlisted: bool = False) -> Chosen:
    """`value` is the id of an agency; `near` the code of the place, whose own agencies come first.

    Officers find `with_unlisted` those, too, that people may not choose.
    """
    agency = agency_by_id(int(value)) if value.isdecimal() and len(value) < 10 else None
    if agency and agency.is_active and still_says(text, agency.name):
        return Chosen(str(agency.id), agency.name)
    found = (
        find_agencies(text, near=near or None, with_unlisted=with_unlisted, limit=_MOST_CHOICES)
        if text
        else ()
    )
    return _one_or_choices(value, text, [(str(one.id), one.name, one.government) for one in found])


def chosen_category(code: str, text: str) -> Chosen:
    category = category_by_code(code) if code else None
    if category and category.is_active and still_says(text, category.label):
        return Chosen(category.code, category.label)
    found = find_categories(text, limit=_MOST_CHOICES) if text else ()
    return _one_or_choices(code, text, [(one.code, one.label, "") for one in found])


def _place_by_words(text: str) -> Chosen:
    """The whole text, else without its first parts: "Jalan Pandan Ujung, Tanjung Paku, Kota Solok"."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    for start in range(len(parts)):
        words, rest = ", ".join(parts[start:]), ", ".join(parts[:start])
        if found := find_places(words, limit=_MOST_CHOICES):
            return _among(found, words, rest)
    return Chosen()


def _among(found: tuple[Place, ...], words: str, rest: str) -> Chosen:
    meant = [place for place in found if fold(place.label) == fold(words)]
    meant = meant or [place for place in found if _names(words, place.name)]
    if len(meant) == 1:
        return Chosen(meant[0].code, meant[0].label, rest=rest)
    return Chosen(choices=tuple((place.code, place.label, "") for place in found), rest=rest)


def _one_or_choices(picked: str, text: str, options: list[Option]) -> Chosen:
    """Picked among what the words find, else the one they name exactly, else the only one."""
    meant = [option for option in options if option[0] == picked]
    meant = meant or [option for option in options if fold(option[1]) == fold(text)]
    if len(meant) == 1 or len(options) == 1:
        value, label, _ = (meant or options)[0]
        return Chosen(value, label)
    return Chosen(choices=tuple(options))


def still_says(text: str, label: str) -> bool:
    """Whether the words are still those of the picked suggestion, or a part of them."""
    return set(_words(text)) <= {*fold(label).split(), *_words(label)}


def _names(words: str, name: str) -> bool:
    return set(_words(name)) <= set(_words(words))


def _words(text: str) -> list[str]:
    return place_text.fold(unabbreviated(fold(text))).split()
