"""An agency in a form: picked from suggestions, or typed in words and resolved here."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lapor.desk.inbox.suggestions import destination_detail
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

    to_agency = forms.IntegerField(label=gettext_lazy("Instansi"), required=False, min_value=1)

    def __init__(self, data: Any = None, *, scope: AgencyScope | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.scope = scope or AgencyScope()
        self.choices: list[tuple[str, str, str]] = []

    @property
    def agency_text(self) -> str:
        """What was typed, or the name of what was picked without script."""
        typed = str(self.data.get("to_agency_text", ""))[:_LONGEST]
        picked = self.data.get("to_agency", "") or self.initial.get("to_agency", "")
        if typed or not str(picked).isdecimal():
            return typed
        found = destinations_by_id([int(picked)], today=timezone.localdate())
        return found[0].name if found else ""

    def clean_to_agency(self) -> int:
        picked: int | None = self.cleaned_data.get("to_agency")
        if picked:
            return picked
        found = found_agencies(str(self.data.get("to_agency_text", "")), self.scope)
        if len(found) == 1:
            return found[0].id
        self.choices = options_of(found)
        raise forms.ValidationError(_unclear(bool(found), str(self.data.get("to_agency_text", ""))))


def found_agencies(text: str, scope: AgencyScope) -> tuple[Destination, ...]:
    """The agencies meant by the words; one if the name is exact."""
    words = text.strip()[:_LONGEST]
    if not words:
        return ()
    found = find_destinations(
        words, near=scope.near or None, below=scope.below, today=timezone.localdate(), limit=_MOST_CHOICES
    )
    exact = tuple(one for one in found if one.name.casefold() == words.casefold())
    return exact if len(exact) == 1 else found


def options_of(found: tuple[Destination, ...]) -> list[tuple[str, str, str]]:
    """As radio cards take them."""
    return [(str(one.id), one.name, destination_detail(one)) for one in found]


def _unclear(is_found: bool, typed: str) -> str:
    if is_found:
        return _("Beberapa instansi cocok. Pilih yang dimaksud.")
    return _("Instansi ini tidak ditemukan. Periksa namanya.") if typed.strip() else _("Pilih instansinya.")
