"""The form of the counter: what somebody says, typed by an officer. It judges; it never saves."""

from typing import Any, cast

from django import forms
from django.core.validators import EmailValidator
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lapor.desk.fields import DOORS, choice, line
from lapor.queries.choosing import Chosen, chosen_agency, chosen_category, chosen_place
from lapor.rules.kinds import Kind
from lapor.rules.phone import BadPhone, normalise_phone
from lapor.rules.text import clean_text
from lapor.rules.when import NotYet, When, understand
from lapor.steps.reports.receive import MAX_TEXT, MIN_TEXT
from lapor.ui.privacy_choices import CHOICES

LANGUAGES = (("id", "Bahasa Indonesia"), ("en", "English"))
_CHOOSE = _("Pilih salah satu.")
_SEVERAL_PLACES = _("Ada beberapa tempat yang cocok. Pilih yang dimaksud.")
_NO_SUCH_PLACE = _("Tempat ini belum dikenal. Tulis desa, kecamatan, atau kotanya.")
_SEVERAL_TOPICS = _("Ada beberapa topik yang cocok. Pilih satu, atau kosongkan.")
_NO_SUCH_TOPIC = _("Topik ini tidak kami temukan. Kosongkan saja.")
_SEVERAL_AGENCIES = _("Ada beberapa instansi yang cocok. Pilih satu, atau kosongkan.")
_NO_SUCH_AGENCY = _("Instansi ini tidak ditemukan. Kosongkan bila belum jelas.")


class IntakeForm(forms.Form):
    """After validation `data` holds what was understood, so that it is shown as such."""

    key = forms.UUIDField(error_messages={"invalid": _("Muat ulang halaman ini, lalu simpan lagi.")})
    door = choice(_("Bagaimana laporan ini sampai?"), DOORS, owed=_CHOOSE)
    text = forms.CharField(
        label=_("Isi laporan"),
        required=False,
        strip=False,
        help_text=_("Dengan kata-kata pelapor sendiri: apa, siapa yang terdampak, apa yang diharapkan."),
    )
    kind = choice(_("Jenis laporan"), [(kind.value, kind.value) for kind in Kind], owed=_CHOOSE)
    category = line(_("Tentang apa"), longest=160, hint=_("Misalnya: jalan rusak. Boleh kosong."))
    category_text = forms.CharField(required=False, initial="")
    place = forms.CharField(
        label=_("Tempat kejadian"),
        required=False,
        max_length=13,
        help_text=_("Desa atau kelurahan, kecamatan, kabupaten atau kota."),
    )
    place_text = forms.CharField(required=False, initial="")
    nowhere = forms.BooleanField(label=_("Tidak terjadi di satu tempat"), required=False)
    street = line(_("Jalan atau patokan"), longest=200)
    when = line(_("Sejak kapan?"), longest=80, hint=_("Misalnya: 12-11-2026, atau awal bulan ini."))
    agency = line(
        _("Instansi yang dituju"),
        longest=12,
        hint=_("Kosongkan bila belum jelas. Meja nasional yang mencari."),
    )
    agency_text = forms.CharField(required=False, initial="")
    name = line(_("Nama pelapor"), longest=120)
    phone = line(_("Nomor HP"), longest=32)
    email = line(_("Surel"), longest=254, hint=_("Setiap kabar laporan ini dikirim ke sini."))
    address = line(_("Alamat"), longest=200)
    language = choice(_("Bahasa kabar untuk pelapor"), LANGUAGES, owed=_CHOOSE)
    privacy = choice(
        _("Siapa yang boleh tahu? Bacakan, pelapor yang memilih."),
        [(one, one) for one in CHOICES],
        owed=_CHOOSE,
    )

    def __init__(self, data: QueryDict | None = None, **kwargs: Any) -> None:
        super().__init__(data.copy() if data is not None else None, **kwargs)
        self.happened = When(None, True, "")
        self.chosen: dict[str, Chosen] = {}

    def clean_text(self) -> str:
        text = clean_text(self.cleaned_data["text"])
        if not text:
            raise forms.ValidationError(_("Tulis apa yang disampaikan pelapor."))
        if len(text) < MIN_TEXT:
            raise forms.ValidationError(_("Tulis sedikit lebih banyak: apa yang terjadi, dan di mana."))
        if len(text) > MAX_TEXT:
            raise forms.ValidationError(
                _("Tulisan ini %(length)s huruf; paling banyak %(most)s. Pendekkan, atau lampirkan sisanya.")
                % {"length": len(text), "most": MAX_TEXT}
            )
        return text

    def clean_when(self) -> str:
        words = clean_text(self.cleaned_data["when"])
        try:
            self.happened = understand(words, timezone.localdate()) if words else self.happened
        except NotYet as error:
            raise forms.ValidationError(_("Tanggal ini belum terjadi. Periksa tanggalnya.")) from error
        return words

    def clean_name(self) -> str:
        return clean_text(self.cleaned_data["name"])

    def clean_address(self) -> str:
        return clean_text(self.cleaned_data["address"])

    def clean_email(self) -> str:
        email = clean_text(self.cleaned_data["email"])
        if email:
            EmailValidator(_("Alamat surel ini belum lengkap. Contoh: nama@contoh.id"))(email)
        return email

    def clean_phone(self) -> str:
        phone = clean_text(self.cleaned_data["phone"])
        try:
            return normalise_phone(phone) if phone else ""
        except BadPhone as error:
            words = _("Nomor ini tidak dikenal. Periksa angkanya. Contoh: 0812 3456 7890")
            raise forms.ValidationError(words) from error

    def clean(self) -> dict[str, Any]:
        self._choose_place()
        near = self.chosen["place"].code
        agency = chosen_agency(self._typed("agency"), self._typed("agency_text"), near, with_unlisted=True)
        category = chosen_category(self._typed("category"), self._typed("category_text"))
        self._take("category", category, _SEVERAL_TOPICS, _NO_SUCH_TOPIC)
        self._take("agency", agency, _SEVERAL_AGENCIES, _NO_SUCH_AGENCY)
        return self.cleaned_data

    def write(self, name: str, value: str) -> None:
        """Puts what was understood in place of what was typed."""
        cast(QueryDict, self.data)[name] = value

    def _choose_place(self) -> None:
        if self.cleaned_data.get("nowhere"):
            self.chosen["place"] = Chosen()
            return
        chosen = chosen_place(self._typed("place"), self._typed("place_text"), None)
        self._take("place", chosen, _SEVERAL_PLACES, _NO_SUCH_PLACE)
        if chosen.rest and not self.cleaned_data.get("street"):
            self.cleaned_data["street"] = chosen.rest[:200]
            self.write("street", chosen.rest[:200])
        if not self._typed("place_text"):
            self.add_error("place", _("Tulis tempat kejadian, atau tandai bahwa tidak ada satu tempat."))

    def _take(self, field: str, chosen: Chosen, several: Any, unknown: Any) -> None:
        self.chosen[field] = chosen
        self.cleaned_data[field] = chosen.code
        self.write(field, chosen.code)
        if chosen.code:
            self.write(f"{field}_text", chosen.label)
        elif chosen.choices:
            self.add_error(field, several)
        elif self._typed(f"{field}_text"):
            self.add_error(field, unknown)

    def _typed(self, field: str) -> str:
        return clean_text(str(self.cleaned_data.get(field) or ""))[:200]
