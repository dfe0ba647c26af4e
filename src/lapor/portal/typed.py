"""Names that somebody typed instead of choosing: made into codes, or into a question which one is meant."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from django.http import QueryDict
from django.utils.translation import gettext as _

from lapor.queries.agencies.find_agencies import find_agencies
from lapor.queries.agencies.tree import agency_by_code
from lapor.queries.places.find_places import find_places
from lapor.queries.places.regions import region_by_code
from lapor.rules.folding import fold
from lapor.rules.text import clean_text
from lapor.ui.labels import label

_LONGEST = 200
_CHOICES = 6


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that may be meant, as radio cards show it."""

    value: str
    label: str
    explanation: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Typed:
    """A code with its text; with `choices` or an `error` the code is still open."""

    code: str = ""
    text: str = ""
    choices: tuple[Candidate, ...] = ()
    error: str = ""

    @property
    def is_open(self) -> bool:
        return bool(self.choices or self.error)


@dataclass(frozen=True, slots=True)
class _Source:
    """How a code is checked against its text, and how a text is looked up."""

    by_code: Callable[[str], Candidate | None]
    by_text: Callable[[str], Sequence[Candidate]]
    longest: int
    missing: str = field(default="")


def plain(text: str) -> str:
    """One line without control characters, which neither the database nor a feed takes."""
    return " ".join(clean_text(text).split())


def typed_place(query: QueryDict) -> Typed:
    """From `tempat` and `tempat_text`."""
    return _typed(query, "tempat", _Source(_place, _places, 13, _("Kami tidak mengenal tempat ini.")))


def typed_agency(query: QueryDict) -> Typed:
    """From `instansi` and `instansi_text`."""
    return _typed(query, "instansi", _Source(_agency, _agencies, 40, _("Kami tidak mengenal instansi ini.")))


def _typed(query: QueryDict, name: str, source: _Source) -> Typed:
    """Addresses carry only the code. A form also sends the text, and a second code if a choice was made."""
    codes = [plain(code)[: source.longest] for code in query.getlist(name)]
    code = codes[-1] if codes else ""
    if f"{name}_text" not in query:
        return Typed(code)
    text = plain(query.get(f"{name}_text", ""))[:_LONGEST]
    if not text:
        return Typed()
    known = source.by_code(code) if code else None
    if known and (len(codes) > 1 or known.label == text):
        return Typed(code, known.label)
    return _looked_up(text, source)


def _looked_up(text: str, source: _Source) -> Typed:
    found = source.by_text(text)
    if not found:
        return Typed(text=text, error=source.missing)
    meant = [one for one in found if fold(text) in {fold(name) for name in one.names}]
    if len(found) == 1 or len(meant) == 1:
        only = meant[0] if meant else found[0]
        return Typed(only.value, only.label)
    return Typed(text=text, choices=tuple(found))


def _place(code: str) -> Candidate | None:
    place = region_by_code(code)
    return Candidate(place.code, place.label) if place else None


def _places(text: str) -> Sequence[Candidate]:
    return [
        Candidate(place.code, place.label, label(place.level, "region_level"), (place.name, place.label))
        for place in find_places(text, limit=_CHOICES)
    ]


def _agency(code: str) -> Candidate | None:
    agency = agency_by_code(code)
    return Candidate(agency.code, agency.name) if agency else None


def _agencies(text: str) -> Sequence[Candidate]:
    return [
        Candidate(agency.code, agency.name, agency.government, (agency.name, agency.abbreviation))
        for agency in find_agencies(text, limit=_CHOICES)
    ]
