"""The filters of the public list, as a plain form that is sent by GET."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from lapor.portal.browse.words import KINDS, STATES
from lapor.portal.typed import Typed, plain, typed_agency, typed_place
from lapor.queries.catalogue.categories import category_by_code
from lapor.queries.catalogue.category_choices import category_choices
from lapor.queries.reports.public_filters import LATE, PublicFilters
from lapor.rules.search_query import as_tracking_code
from lapor.ui.labels import label

_LONGEST_TEXT = 200
_FIRST_YEAR, _LAST_YEAR = 2000, 2100


def _day(text: Any) -> forms.DateField:
    return forms.DateField(
        label=text,
        required=False,
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Tulis tanggal seperti 18/11/2026.")},
    )


class FilterForm(forms.Form):
    """Kind, state, category and days. Text, place and agency are read apart, because people type them."""

    jenis = forms.ChoiceField(label=_("Jenis"), required=False)
    keadaan = forms.ChoiceField(label=_("Keadaan"), required=False)
    kategori = forms.ChoiceField(label=_("Topik"), required=False)
    dari = _day(_("Diterima sejak"))
    sampai = _day(_("Diterima sampai"))

    def __init__(self, query: QueryDict) -> None:
        super().__init__(query)
        self._offer("jenis", [(word, label(kind, "kind")) for word, kind in KINDS.items()])
        self._offer("keadaan", [(word, _state(state)) for word, state in STATES.items()])
        self._offer("kategori", _categories(query.get("kategori", "")))

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = [("", _("Semua")), *choices]  # type: ignore[attr-defined]
        self.fields[name].error_messages["invalid_choice"] = _("Pilihan ini tidak ada.")

    def clean_dari(self) -> date | None:
        return _plausible(self.cleaned_data["dari"])

    def clean_sampai(self) -> date | None:
        return _plausible(self.cleaned_data["sampai"])

    def clean(self) -> dict[str, Any]:
        since, until = self.cleaned_data.get("dari"), self.cleaned_data.get("sampai")
        if since and until and until < since:
            self.add_error("sampai", _("Tanggal akhir mendahului tanggal awal."))
        return self.cleaned_data


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for. `is_canonical` unless a form sent more parameters than an address needs."""

    form: FilterForm
    filters: PublicFilters
    place: Typed
    agency: Typed
    tracking_code: str | None
    is_canonical: bool

    @property
    def has_faults(self) -> bool:
        return bool(self.form.errors) or self.place.is_open or self.agency.is_open


def asked_of(query: QueryDict) -> Asked:
    """The filters of a request; what is not understood filters nothing and is said at its field."""
    form, place, agency = FilterForm(query), typed_place(query), typed_agency(query)
    form.is_valid()
    clean = form.cleaned_data
    text = plain(query.get("q", ""))[:_LONGEST_TEXT]
    filters = PublicFilters(
        text=text,
        place=place.code,
        agency=agency.code,
        category=clean.get("kategori", ""),
        kind=KINDS.get(clean.get("jenis", ""), ""),
        state=STATES.get(clean.get("keadaan", ""), ""),
        since=clean.get("dari"),
        until=clean.get("sampai"),
    )
    is_canonical = "tempat_text" not in query and "instansi_text" not in query and all(query.values())
    return Asked(form, filters, place, agency, as_tracking_code(text), is_canonical)


def _categories(chosen: str) -> list[tuple[str, str]]:
    """The main categories; a part of one comes by a link, never from the list."""
    choices = [(line.code, line.name) for line in category_choices()]
    if chosen and chosen not in dict(choices):
        part = category_by_code(plain(chosen)[:160])
        choices += [(part.code, part.label)] if part else []
    return choices


def _state(state: str) -> str:
    return label(state, "look" if state == LATE else "state")


def _plausible(day: date | None) -> date | None:
    if day and not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise ValidationError(_("Tahun ini tidak mungkin."))
    return day
