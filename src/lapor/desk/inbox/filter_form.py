"""The form that narrows a view. Names typed instead of picked become codes, or are given back as unclear."""

from collections.abc import Mapping
from dataclasses import dataclass

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from lapor.desk.inbox.address import agency_key
from lapor.queries.agencies.find_agencies import find_agencies
from lapor.queries.agencies.tree import agency_by_id
from lapor.queries.catalogue.categories import category_by_code, find_categories
from lapor.queries.choosing import still_says
from lapor.queries.places.find_places import find_places
from lapor.queries.places.regions import region_by_code
from lapor.rules.kinds import Kind
from lapor.rules.lifecycle import State
from lapor.ui.labels import LABELS

_PARAMETERS = (
    "tampilan", "q", "jenis", "keadaan", "kategori", "tempat", "pemegang", "tanda", "pengawasan", "prioritas",
)  # fmt: skip
_NAMED = ("kategori", "tempat", "pemegang")


class FilterForm(forms.Form):
    """Field names are those of the address. `unclear` are words that mean nothing here, by field."""

    q = forms.CharField(label=_("Kata atau nomor"), required=False, max_length=200)
    jenis = forms.ChoiceField(
        label=_("Jenis"), required=False, choices=[(kind.value, LABELS["kind"][kind]) for kind in Kind]
    )
    keadaan = forms.ChoiceField(
        label=_("Keadaan"),
        required=False,
        choices=[(state.value, LABELS["state_desk"][state]) for state in State],
    )
    kategori = forms.CharField(label=_("Kategori"), required=False)
    tempat = forms.CharField(label=_("Tempat"), required=False)
    pemegang = forms.CharField(label=_("Pemegang laporan"), required=False)
    tanda = forms.CharField(label=_("Tanda"), required=False, max_length=40)
    pengawasan = forms.BooleanField(label=_("Hanya berkadar pengawasan"), required=False)
    prioritas = forms.BooleanField(label=_("Hanya yang didahulukan"), required=False)

    def __init__(self, data: Mapping[str, str], *, unclear: Mapping[str, str]) -> None:
        super().__init__(data)
        self.unclear = unclear
        for name in unclear:
            self.add_error(name, _("Tidak ditemukan. Periksa ejaannya."))

    @property
    def category_text(self) -> str:
        """The name behind the code that is set, or the words that name none."""
        code = str(self.data.get("kategori", ""))
        category = category_by_code(code) if code else None
        return category.label if category else self.unclear.get("kategori", "")

    @property
    def place_text(self) -> str:
        code = str(self.data.get("tempat", ""))
        place = region_by_code(code) if code else None
        return place.label if place else self.unclear.get("tempat", "")

    @property
    def holder_text(self) -> str:
        key = agency_key(str(self.data.get("pemegang", "")))
        agency = agency_by_id(key) if key else None
        return agency.name if agency else self.unclear.get("pemegang", "")


@dataclass(frozen=True, slots=True)
class Understood:
    """The address with codes instead of typed names, and the words that name nothing, by field."""

    parameters: dict[str, str]
    unclear: dict[str, str]


def understood(given: QueryDict, below: int | None) -> Understood | None:
    """What the form just sent; None where the address already is one of codes.

    An agency is looked for `below` that of the officer.
    """
    if not any(f"{name}_text" in given for name in _NAMED):
        return None
    found = {name: given.get(name, "").strip() for name in _PARAMETERS}
    found["kategori"] = _category(found["kategori"], given.get("kategori_text", "").strip())
    found["tempat"] = _place(found["tempat"], given.get("tempat_text", "").strip())
    found["pemegang"] = _holder(found["pemegang"], given.get("pemegang_text", "").strip(), below)
    for name in ("pengawasan", "prioritas"):
        found[name] = "1" if found[name] else ""
    typed = {name: given.get(f"{name}_text", "").strip() for name in _NAMED}
    return Understood(
        parameters={name: value for name, value in found.items() if value},
        unclear={name: words for name, words in typed.items() if words and not found[name]},
    )


def _category(code: str, text: str) -> str:
    picked = category_by_code(code) if code and text else None
    if picked and still_says(text, picked.label):
        return code
    return next((one.code for one in find_categories(text, limit=1)), "") if text else ""


def _holder(code: str, text: str, below: int | None) -> str:
    key = agency_key(code) if text else None
    picked = agency_by_id(key) if key else None
    if picked and still_says(text, picked.name):
        return code
    found = find_agencies(text, below=below, with_unlisted=True, limit=1) if text else ()
    return next((str(one.id) for one in found), "")


def _place(code: str, text: str) -> str:
    picked = region_by_code(code) if code and text else None
    if picked and still_says(text, picked.label):
        return code
    return next((one.code for one in find_places(text, limit=1)), "") if text else ""
