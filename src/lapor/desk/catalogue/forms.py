"""What is typed in this room; forms translate, the steps judge."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lapor.queries.catalogue.desk_categories import ManagedCategory, managed_categories
from lapor.rules.deadlines import DayUnit, Limit
from lapor.rules.kinds import Kind
from lapor.steps.calendar.add_holiday import NewHoliday
from lapor.steps.calendar.set_day_limit import NewLimit
from lapor.steps.catalogue.add_follow_up_template import TemplateDetails
from lapor.steps.catalogue.edit_category import CategoryDetails
from lapor.threshold.fields import choice, day, line
from lapor.ui.labels import label

_OF_NONE = _("Tidak ada: ini kategori utama")


def _main_categories() -> list[tuple[str, Any]]:
    return [("", _OF_NONE), *((one.code, one.name) for one in managed_categories() if one.is_active)]


def _units() -> list[tuple[str, str]]:
    return [(unit.value, label(unit)) for unit in DayUnit]


class NewCategoryForm(forms.Form):
    name = line(_("Nama kategori"), owed=_("Tulis nama kategori."))
    parent = choice(_("Di bawah"), _main_categories)


class CategoryForm(NewCategoryForm):
    order = forms.IntegerField(
        label=_("Urutan"),
        help_text=_("Angka kecil lebih dulu."),
        min_value=0,
        max_value=100_000,
        error_messages={
            "required": _("Tulis angka urutan."),
            "invalid": _("Tulis angka urutan."),
            "min_value": _("Paling kecil 0."),
            "max_value": _("Paling besar 100.000."),
        },
    )
    is_active = forms.BooleanField(
        label=_("Dapat dipilih"),
        help_text=_("Bila tidak, laporan lama tetap menyebutnya."),
        required=False,
    )

    def details(self) -> CategoryDetails:
        clean = self.cleaned_data
        return CategoryDetails(
            name=clean["name"],
            parent_code=clean["parent"],
            order=clean["order"],
            is_active=clean["is_active"],
        )


def initial_of(category: ManagedCategory) -> dict[str, Any]:
    return {
        "name": category.name,
        "parent": category.parent_code,
        "order": category.order,
        "is_active": category.is_active,
    }


class TextForm(forms.Form):
    """A ready text for follow-ups."""

    title = line(_("Judul"), owed=_("Tulis judulnya dulu."), longest=120)
    body = forms.CharField(
        label=_("Isi"),
        help_text=_("Yang harus diisi petugas ditulis dalam kurung siku, misalnya [tanggal]."),
        max_length=8000,
        error_messages={
            "required": _("Tulis isi templatnya."),
            "max_length": _("Terlalu panjang. Paling banyak 8.000 huruf."),
        },
    )
    is_active = forms.BooleanField(label=_("Dipakai"), required=False, initial=True)

    def details(self) -> TemplateDetails:
        return TemplateDetails(**{name: self.cleaned_data[name] for name in ("title", "body", "is_active")})


class NewTextForm(TextForm):
    """Whose it is: the agency's with all below it, or everybody's."""

    agency = choice(_("Untuk"), ())

    def __init__(self, data: Any = None, *, owners: list[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["agency"].choices = owners  # type: ignore[attr-defined]


class NoticeForm(forms.Form):
    """The words of a notice; each saving makes a new version."""

    subject = line(_("Judul surat"), owed=_("Tulis judul suratnya."), longest=160)
    body = forms.CharField(
        label=_("Isi"),
        max_length=4000,
        strip=False,
        error_messages={
            "required": _("Tulis isi suratnya."),
            "max_length": _("Terlalu panjang. Paling banyak 4.000 huruf."),
        },
    )


class LimitForm(forms.Form):
    """How long a clock runs from a day on."""

    days = forms.IntegerField(
        label=_("Lama"),
        min_value=1,
        max_value=3650,
        error_messages={
            "required": _("Tulis jumlah harinya."),
            "invalid": _("Tulis jumlah harinya dengan angka."),
            "min_value": _("Paling sedikit 1 hari."),
            "max_value": _("Paling banyak 3.650 hari."),
        },
    )
    unit = choice(_("Dihitung dalam"), _units, owed=_("Pilih satu."))
    valid_from = day(_("Berlaku mulai"), owed=_("Tulis tanggal mulainya."), hint=_("Paling cepat besok."))
    valid_to = day(_("Berlaku sampai"), hint=_("Kosongkan bila seterusnya."))
    legal_basis = line(
        _("Dasar hukum"),
        owed=_("Tulis dasar hukumnya, misalnya PermenPANRB 5/2025 pasal 12."),
        hint=_("Misalnya: PermenPANRB 5/2025 pasal 12."),
    )

    def limit(self, scope: Limit) -> NewLimit:
        clean = self.cleaned_data
        return NewLimit(
            clock=scope.clock,
            kind=Kind(scope.kind) if scope.kind else None,
            is_supervisory=scope.is_supervisory,
            days=clean["days"],
            unit=DayUnit(clean["unit"]),
            valid_from=clean["valid_from"],
            valid_to=clean["valid_to"],
            legal_basis=clean["legal_basis"],
        )


class HolidayForm(forms.Form):
    """A day off; where it holds comes from what one may declare."""

    on = day(_("Tanggal"), owed=_("Tulis tanggalnya."))
    name = line(_("Nama"), owed=_("Tulis nama hari liburnya."), longest=150)
    where = choice(_("Berlaku di"), (), owed=_("Pilih wilayahnya."))

    def __init__(self, data: Any = None, *, places: list[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["where"].choices = places  # type: ignore[attr-defined]
        if len(places) == 1:
            self.initial["where"] = places[0][0]

    def holiday(self, region_code: str) -> NewHoliday:
        clean = self.cleaned_data
        is_local = bool(region_code)
        return NewHoliday(
            on=clean["on"],
            name=clean["name"],
            region_code=region_code,
            kind="local" if is_local else clean["where"],
        )
