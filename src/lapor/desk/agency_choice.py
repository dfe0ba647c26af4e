"""An agency in a form: picked from suggestions, or typed in words and resolved here."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lapor.desk.inbox.address import agency_key
from lapor.desk.inbox.suggestions import destination_detail
from lapor.queries.agencies.tree import agency_by_id
from lapor.queries.choosing import Chosen, Option, still_says
from lapor.queries.reports.desk_destinations import Destination, destinations_by_id, find_destinations

_MOST_CHOICES = 6
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class AgencyScope:
    """Whose agencies come first (`near` a region), and whether only those `below` an agency are meant."""

    near: str = ""
    below: int | None = None


class DestinationForm(forms.Form):
    """A form with one agency, `to_agency`. `choices` are offered where the words meant several."""

    to_agency = forms.CharField(label=gettext_lazy("Instansi"), required=False)

    def __init__(self, data: Any = None, *, scope: AgencyScope | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.scope = scope or AgencyScope()
        self.choices: list[tuple[str, str, str]] = []

    @property
    def agency_text(self) -> str:
        """What was typed, or the name of what was picked without script."""
        typed = str(self.data.get("to_agency_text", ""))[:_LONGEST]
        picked = agency_key(str(self.data.get("to_agency", "") or self.initial.get("to_agency", "")))
        if typed or picked is None:
            return typed
        found = destinations_by_id([picked], today=timezone.localdate())
        return found[0].name if found else ""

    @property
    def agency_said(self) -> str:
        """The name that what is picked was picked by; a form that comes back hands it on as it came."""
        return str(self.data.get("to_agency_said", ""))[:_LONGEST] if self.is_bound else self.agency_text

    def clean_to_agency(self) -> int:
        text, said = self.data.get("to_agency_text"), self.agency_said
        picked = self.cleaned_data["to_agency"]
        if said and text and agency_key(picked) and still_says(text, said):
            # Nothing was written since it was picked, so its name needs no asking; the step judges the id.
            return int(picked)
        chosen = chosen_destination(picked, text, self.scope)
        if chosen.code:
            return int(chosen.code)
        self.choices = list(chosen.choices)
        raise forms.ValidationError(unclear(chosen, text))


def chosen_destination(picked: str, text: str | None, scope: AgencyScope) -> Chosen:
    """The agency that was picked while the words still say the same, else what the words mean.

    None are the words of a form without a field for them; an emptied field means none.
    """
    words, key = (text or "").strip(), agency_key(picked)
    if key and text is None:
        return Chosen(str(key))
    known = agency_by_id(key) if key and words else None
    if known and still_says(words, known.name):
        return Chosen(str(known.id), known.name)
    found = _found(words[:_LONGEST], scope)
    meant = [one for one in found if one.id == key] or found
    return Chosen(str(meant[0].id), meant[0].name) if len(meant) == 1 else Chosen(choices=_options(found))


def _found(words: str, scope: AgencyScope) -> tuple[Destination, ...]:
    """The agencies meant by the words; one if the name is exact."""
    if not words:
        return ()
    found = find_destinations(
        words, near=scope.near or None, below=scope.below, today=timezone.localdate(), limit=_MOST_CHOICES
    )
    exact = tuple(one for one in found if one.name.casefold() == words.casefold())
    return exact if len(exact) == 1 else found


def _options(found: tuple[Destination, ...]) -> tuple[Option, ...]:
    """As radio cards take them."""
    return tuple((str(one.id), one.name, destination_detail(one)) for one in found)


def unclear(chosen: Chosen, text: str | None) -> str:
    """Why the words are not one agency."""
    if chosen.choices:
        return _("Beberapa instansi cocok. Pilih yang dimaksud.")
    is_typed = bool(text and text.strip())
    return _("Instansi ini tidak ditemukan. Periksa namanya.") if is_typed else _("Pilih instansinya.")
