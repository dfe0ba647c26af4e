"""What somebody tells, typed by himself or by an officer for him: one form behind both.

It binds, mends and judges; it never saves. After validation `data` holds what was understood, so that it is
shown and sent on as such.
"""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, cast
from uuid import UUID

from django import forms
from django.core.validators import EmailValidator
from django.http import QueryDict
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from lapor.queries.choosing import Chosen, chosen_agency, chosen_category, chosen_place
from lapor.rules.kinds import Kind
from lapor.rules.phone import BadPhone, normalise_phone
from lapor.rules.text import clean_text
from lapor.rules.when import NotYet, When, understand
from lapor.steps.reports.receive import MAX_TEXT, MIN_TEXT, Contact, ReportDetails
from lapor.threshold.fields import choice, line
from lapor.ui.privacy_choices import CHOICES, flags_of

LONGEST_STREET = 200
NAME_TOO_LONG = _("Nama ini terlalu panjang. Paling banyak %(limit_value)s huruf.")
_ONE = _("Pilih salah satu.")


class TellingForm(forms.Form):
    """Everything optional but the story and the place, every refusal a way to mend it.

    `words` are the refusals; a form that speaks to somebody else overrides them by name.
    """

    words: ClassVar[Mapping[str, Any]] = {
        "no_text": _("Tulis apa yang terjadi."),
        "not_yet": _("Tanggal ini belum terjadi. Tulis sejak kapan masalahnya ada."),
        "no_place": _("Tulis tempat kejadian, atau tandai di peta."),
        "several_place": _("Ada beberapa tempat yang cocok. Pilih yang Anda maksud."),
        "several_agency": _("Ada beberapa instansi yang cocok. Pilih satu, atau kosongkan."),
        "several_category": _("Ada beberapa topik yang cocok. Pilih satu, atau kosongkan."),
        "unknown_place": _("Tempat ini belum kami kenal. Tulis desa, kecamatan, atau kotanya."),
        "unknown_agency": _("Instansi ini tidak kami temukan. Kosongkan saja; petugas mencari."),
        "unknown_category": _("Topik ini tidak kami temukan. Kosongkan saja."),
    }

    #: Whether agencies can be named that people may not choose (`is_listed`).
    with_unlisted: ClassVar[bool] = False

    key = forms.UUIDField(error_messages={"invalid": _("Muat ulang halaman ini, lalu kirim lagi.")})
    text = forms.CharField(label=_("Isi laporan"), required=False, strip=False)
    place = line(_("Tempat kejadian"), longest=13)
    place_text = forms.CharField(required=False, initial="")
    nowhere = forms.BooleanField(label=_("Tidak terjadi di satu tempat"), required=False)
    street = line(_("Jalan atau patokan"), longest=LONGEST_STREET)
    when = line(
        _("Sejak kapan?"),
        longest=80,
        hint=_("Kira-kira saja cukup, misalnya: awal bulan ini."),
        too_long=_("Terlalu panjang. Misalnya: awal bulan ini."),
    )
    kind = choice(_("Jenis laporan"), [(kind.value, kind.value) for kind in Kind], owed=_ONE)
    agency = line(_("Instansi"), longest=12)
    agency_text = forms.CharField(required=False, initial="")
    category = line(_("Tentang apa"), longest=160)
    category_text = forms.CharField(required=False, initial="")
    privacy = choice(_("Siapa yang boleh tahu?"), [(one, one) for one in CHOICES], owed=_ONE)
    name = line(_("Nama"), longest=120, too_long=NAME_TOO_LONG)
    email = line(
        _("Surel"),
        longest=254,
        hint=_("Setiap kabar laporan ini dikirim ke sini."),
        too_long=_("Alamat surel ini terlalu panjang. Paling banyak %(limit_value)s huruf."),
    )
    phone = line(_("Nomor HP"), longest=40)

    def __init__(self, data: QueryDict | None = None, **kwargs: Any) -> None:
        # What was understood is written back.
        super().__init__(data.copy() if data is not None else None, **kwargs)
        self.happened = When(None, True, "")
        self.chosen: dict[str, Chosen] = {}

    def clean_text(self) -> str:
        text = clean_text(self.cleaned_data["text"])
        if not text:
            raise forms.ValidationError(self.words["no_text"])
        if len(text) < MIN_TEXT:
            raise forms.ValidationError(_("Tulis sedikit lebih banyak: apa yang terjadi, dan di mana."))
        if len(text) > MAX_TEXT:
            raise forms.ValidationError(
                _("Tulisan ini %(length)s huruf; paling banyak %(most)s. Pendekkan, atau lampirkan sisanya.")
                % {"length": len(text), "most": MAX_TEXT}
            )
        return text

    def clean_street(self) -> str:
        return self._typed_line("street")

    def clean_name(self) -> str:
        return self._typed_line("name")

    def clean_when(self) -> str:
        words = clean_text(self.cleaned_data["when"])
        try:
            self.happened = understand(words, timezone.localdate()) if words else self.happened
        except NotYet as error:
            raise forms.ValidationError(self.words["not_yet"]) from error
        return words

    def clean_email(self) -> str:
        email = self._typed_line("email")
        if email:
            EmailValidator(_("Alamat surel ini belum lengkap. Contoh: nama@contoh.id"))(email)
        return email

    def clean_phone(self) -> str:
        phone = self._typed_line("phone")
        try:
            return normalise_phone(phone) if phone else ""
        except BadPhone as error:
            words = _("Nomor ini tidak dikenal. Periksa angkanya. Contoh: 0812 3456 7890")
            raise forms.ValidationError(words) from error

    def clean(self) -> dict[str, Any]:
        self._choose_place()
        near = self.chosen["place"].code
        names = self._typed("agency"), self._typed("agency_text")
        self._take("agency", chosen_agency(*names, near, with_unlisted=self.with_unlisted))
        self._take("category", chosen_category(self._typed("category"), self._typed("category_text")))
        return self.cleaned_data

    def write(self, name: str, value: str) -> None:
        """Puts what was understood in place of what was typed."""
        cast(QueryDict, self.data)[name] = value

    def details(self, attachment_keys: Iterable[UUID]) -> ReportDetails:
        """What the step takes, from a valid form."""
        clean, agency = self.cleaned_data, self.chosen["agency"].code
        point = None if clean["nowhere"] else self.point
        is_anonymous, is_secret = flags_of(clean["privacy"])
        contact = {name: clean.get(name, "") for name in ("name", "email", "phone", "address")}
        return ReportDetails(
            idempotency_key=clean["key"],
            text=clean["text"],
            kind=Kind(clean["kind"]),
            happened_on=self.happened.on,
            happened_text=self.happened.text,
            place_text=clean["street"],
            region_code=self.chosen["place"].code,
            latitude=point[0] if point else None,
            longitude=point[1] if point else None,
            agency_id=int(agency) if agency else None,
            category_code=self.chosen["category"].code,
            is_anonymous=is_anonymous,
            is_secret=is_secret,
            contact=Contact(**contact),
            attachment_keys=tuple(attachment_keys),
            language=(translation.get_language() or "id")[:2],
        )

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude of a pin on the map, where a form has one."""
        return None

    def _typed_line(self, field: str) -> str:
        return clean_text(self.cleaned_data[field])

    def _choose_place(self) -> None:
        if self.cleaned_data.get("nowhere"):
            self.chosen["place"] = Chosen()
            return
        chosen = chosen_place(self._typed("place"), self._typed("place_text"), self.point)
        self._take("place", chosen)
        if chosen.rest and not self.cleaned_data.get("street"):
            self.cleaned_data["street"] = chosen.rest[:LONGEST_STREET]
            self.write("street", chosen.rest[:LONGEST_STREET])
        if not chosen.code and not chosen.choices and not self._typed("place_text"):
            self.add_error("place", self.words["no_place"])

    def _take(self, field: str, chosen: Chosen) -> None:
        self.chosen[field] = chosen
        self.cleaned_data[field] = chosen.code
        self.write(field, chosen.code)
        if chosen.code:
            self.write(f"{field}_text", chosen.label)
        elif chosen.choices:
            self.add_error(field, self.words[f"several_{field}"])
        elif self._typed(f"{field}_text"):
            self.add_error(field, self.words[f"unknown_{field}"])

    def _typed(self, field: str) -> str:
        return clean_text(str(self.cleaned_data.get(field) or ""))[:200]
