"""The form of a report: everything optional but the story and the place, every refusal a way to mend it."""

from typing import Any, cast

from django import forms
from django.core.validators import EmailValidator
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lapor.queries.accounts.contact import OwnContact
from lapor.queries.choosing import Chosen, chosen_agency, chosen_category, chosen_place, is_elsewhere
from lapor.rules.disclosure import unmasked
from lapor.rules.kinds import Kind
from lapor.rules.phone import BadPhone, normalise_phone
from lapor.rules.text import clean_text
from lapor.rules.when import NotYet, When, understand
from lapor.steps.reports.receive import MAX_TEXT, MIN_TEXT
from lapor.ui.labels import label
from lapor.ui.privacy_choices import CHOICES

LONGEST_EMAIL = 254
SOUTH_NORTH, WEST_EAST = (-12.0, 8.0), (94.0, 142.0)
_SEVERAL = {
    "place": _("Ada beberapa tempat yang cocok. Pilih yang Anda maksud."),
    "agency": _("Ada beberapa instansi yang cocok. Pilih satu, atau kosongkan."),
    "category": _("Ada beberapa topik yang cocok. Pilih satu, atau kosongkan."),
}


class Degrees(forms.FloatField):
    """A coordinate that a script wrote; whatever is no number counts as none, for nobody typed it."""

    def clean(self, value: Any) -> float | None:
        try:
            return super().clean(value)
        except forms.ValidationError:
            return None


class ReportForm(forms.Form):
    """Binds, mends and judges; it never saves. After validation `data` holds what was understood."""

    key = forms.UUIDField(error_messages={"invalid": _("Muat ulang halaman ini, lalu kirim lagi.")})
    text = forms.CharField(label=_("Isi laporan"), required=False, strip=False)
    place = forms.CharField(label=_("Tempat kejadian"), required=False, max_length=13)
    place_text = forms.CharField(required=False, initial="")
    place_latitude = Degrees(required=False)
    place_longitude = Degrees(required=False)
    street = forms.CharField(
        label=_("Jalan atau patokan"),
        required=False,
        help_text=_("Misalnya: Jalan Pandan Ujung, di depan SD."),
    )
    nowhere = forms.BooleanField(label=_("Tidak terjadi di satu tempat"), required=False)
    when = forms.CharField(
        label=_("Sejak kapan?"),
        required=False,
        help_text=_("Kira-kira saja cukup, misalnya: awal bulan ini."),
    )
    kind = forms.ChoiceField(
        label=_("Apa yang Anda harapkan?"),
        choices=[(kind.value, kind.value) for kind in Kind],
        initial=Kind.COMPLAINT.value,
        error_messages={"required": _("Pilih salah satu."), "invalid_choice": _("Pilih salah satu.")},
    )
    agency = forms.CharField(label=_("Instansi"), required=False, max_length=12)
    agency_text = forms.CharField(required=False, initial="")
    category = forms.CharField(label=_("Tentang apa"), required=False, max_length=160)
    category_text = forms.CharField(required=False, initial="")
    privacy = forms.ChoiceField(
        label=_("Siapa yang boleh tahu?"),
        choices=[(choice, choice) for choice in CHOICES],
        initial=CHOICES[0],
        error_messages={"required": _("Pilih salah satu."), "invalid_choice": _("Pilih salah satu.")},
    )
    name = forms.CharField(
        label=_("Nama Anda"),
        required=False,
        max_length=120,
        error_messages={"max_length": _("Nama ini terlalu panjang. Paling banyak 120 huruf.")},
    )
    email = forms.CharField(
        label=_("Surel"), required=False, help_text=_("Setiap kabar laporan ini dikirim ke sini.")
    )
    phone = forms.CharField(
        label=_("Nomor HP"), required=False, help_text=_("Bila petugas perlu menelepon Anda.")
    )

    def __init__(
        self, data: QueryDict | None = None, *, own: OwnContact | None = None, **kwargs: Any
    ) -> None:
        # What was understood is written back, so that it is shown and sent on as such.
        super().__init__(data.copy() if data is not None else None, **kwargs)
        self.own = own
        self.is_fresh = False
        self.happened = When(None, True, "")
        self.chosen: dict[str, Chosen] = {}

    def clean_text(self) -> str:
        text = clean_text(self.cleaned_data["text"])
        if not text:
            raise forms.ValidationError(_("Tulis apa yang terjadi."))
        if len(text) < MIN_TEXT:
            raise forms.ValidationError(_("Tulis sedikit lebih banyak: apa yang terjadi, dan di mana."))
        if len(text) > MAX_TEXT:
            raise forms.ValidationError(
                _("Tulisan ini %(length)s huruf; paling banyak %(most)s. Pendekkan, atau lampirkan sisanya.")
                % {"length": len(text), "most": MAX_TEXT}
            )
        return text

    def clean_street(self) -> str:
        street = clean_text(self.cleaned_data["street"])
        if len(street) > 200:
            raise forms.ValidationError(_("Terlalu panjang. Paling banyak 200 huruf."))
        return street

    def clean_when(self) -> str:
        words = clean_text(self.cleaned_data["when"])
        if len(words) > 80:
            raise forms.ValidationError(_("Terlalu panjang. Misalnya: awal bulan ini."))
        try:
            self.happened = understand(words, timezone.localdate()) if words else self.happened
        except NotYet as error:
            raise forms.ValidationError(
                _("Tanggal ini belum terjadi. Tulis sejak kapan masalahnya ada.")
            ) from error
        return words

    def clean_name(self) -> str:
        return clean_text(self.cleaned_data["name"])

    def clean_email(self) -> str:
        email = self._unmasked("email")
        if email:
            EmailValidator(_("Alamat surel ini belum lengkap. Contoh: nama@contoh.id"))(email)
        if len(email) > LONGEST_EMAIL:
            raise forms.ValidationError(_("Alamat surel ini terlalu panjang. Paling banyak 254 huruf."))
        return email

    def clean_phone(self) -> str:
        phone = self._unmasked("phone")
        try:
            return normalise_phone(phone) if phone else ""
        except BadPhone as error:
            raise forms.ValidationError(
                _("Nomor ini tidak dikenal. Periksa angkanya. Contoh: 0812 3456 7890")
            ) from error

    def _unmasked(self, field: str) -> str:
        """A masked value comes from the account that is signed in, and stands for its real one."""
        value = unmasked(clean_text(self.cleaned_data[field]), getattr(self.own, field, ""))
        if value is None:
            raise forms.ValidationError(label("masked_in_part", "refusal"))
        return value

    def clean(self) -> dict[str, Any]:
        self._choose_place()
        code = self.chosen["place"].code
        agency = chosen_agency(self._typed("agency"), self._typed("agency_text"), code)
        self._take("agency", agency, _("Instansi ini tidak kami temukan. Kosongkan saja; petugas mencari."))
        category = chosen_category(self._typed("category"), self._typed("category_text"))
        self._take("category", category, _("Topik ini tidak kami temukan. Kosongkan saja."))
        return self.cleaned_data

    def write(self, name: str, value: str) -> None:
        """Puts what was understood in place of what was typed."""
        cast(QueryDict, self.data)[name] = value

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude of the pin, if it stands in Indonesia."""
        latitude, longitude = (self.cleaned_data.get(f"place_{name}") for name in ("latitude", "longitude"))
        if latitude is None or longitude is None:
            return None
        inside = SOUTH_NORTH[0] <= latitude <= SOUTH_NORTH[1] and WEST_EAST[0] <= longitude <= WEST_EAST[1]
        return (latitude, longitude) if inside else None

    def _choose_place(self) -> None:
        if self.cleaned_data.get("nowhere"):
            self.chosen["place"] = Chosen()
            return
        chosen = chosen_place(self._typed("place"), self._typed("place_text"), self.point)
        self._take("place", chosen, _("Tempat ini belum kami kenal. Tulis desa, kecamatan, atau kotanya."))
        if self.point and is_elsewhere(self.point, chosen.code):
            self._forget_point()
        if chosen.rest and not self.cleaned_data.get("street"):
            self.cleaned_data["street"] = chosen.rest[:200]
            self.write("street", chosen.rest[:200])
        if not chosen.code and not chosen.choices and not self._typed("place_text"):
            self.add_error("place", _("Tulis tempat kejadian, atau tandai di peta."))

    def _forget_point(self) -> None:
        for name in ("place_latitude", "place_longitude"):
            self.cleaned_data[name] = None
            self.write(name, "")

    def _take(self, field: str, chosen: Chosen, unknown: Any) -> None:
        self.chosen[field] = chosen
        self.cleaned_data[field] = chosen.code
        self.write(field, chosen.code)
        if chosen.code:
            self.write(f"{field}_text", chosen.label)
        elif chosen.choices:
            self.add_error(field, _SEVERAL[field])
        elif self._typed(f"{field}_text"):
            self.add_error(field, unknown)

    def _typed(self, field: str) -> str:
        return clean_text(str(self.cleaned_data.get(field) or ""))[:200]
