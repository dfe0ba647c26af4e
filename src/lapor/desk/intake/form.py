"""The form of the counter: what somebody says, typed by an officer."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from lapor.desk.fields import DOORS
from lapor.rules.kinds import Door
from lapor.steps.reports.receive import ReportDetails
from lapor.threshold.fields import choice, line
from lapor.threshold.telling import NAME_TOO_LONG, TellingForm
from lapor.ui.privacy_choices import CHOICES

LANGUAGES = (("id", "Bahasa Indonesia"), ("en", "English"))
_CHOOSE = _("Pilih salah satu.")


class IntakeForm(TellingForm):
    """What the person says, and how he came."""

    words = {
        **TellingForm.words,
        "no_text": _("Tulis apa yang disampaikan pelapor."),
        "not_yet": _("Tanggal ini belum terjadi. Periksa tanggalnya."),
        "no_place": _("Tulis tempat kejadian, atau tandai bahwa tidak ada satu tempat."),
        "several_place": _("Ada beberapa tempat yang cocok. Pilih yang dimaksud."),
        "unknown_place": _("Tempat ini belum dikenal. Tulis desa, kecamatan, atau kotanya."),
        "unknown_agency": _("Instansi ini tidak ditemukan. Kosongkan bila belum jelas."),
    }

    with_unlisted = True

    door = choice(_("Bagaimana laporan ini sampai?"), DOORS, owed=_CHOOSE)
    text = forms.CharField(
        label=_("Isi laporan"),
        required=False,
        strip=False,
        help_text=_("Dengan kata-kata pelapor sendiri: apa, siapa yang terdampak, apa yang diharapkan."),
    )
    category = line(_("Tentang apa"), longest=160, hint=_("Misalnya: jalan rusak. Boleh kosong."))
    place = line(
        _("Tempat kejadian"), longest=13, hint=_("Desa atau kelurahan, kecamatan, kabupaten atau kota.")
    )
    agency = line(
        _("Instansi yang dituju"),
        longest=12,
        hint=_("Kosongkan bila belum jelas. Meja nasional yang mencari."),
    )
    name = line(_("Nama pelapor"), longest=120, too_long=NAME_TOO_LONG)
    address = line(_("Alamat"), longest=200)
    language = choice(_("Bahasa kabar untuk pelapor"), LANGUAGES, owed=_CHOOSE)
    privacy = choice(
        _("Siapa yang boleh tahu? Bacakan, pelapor yang memilih."),
        [(one, one) for one in CHOICES],
        owed=_CHOOSE,
    )

    def clean_address(self) -> str:
        return self._typed_line("address")

    def details(self, attachment_keys: Iterable[UUID]) -> ReportDetails:
        clean = self.cleaned_data
        told = super().details(attachment_keys)
        return replace(told, door=Door(clean["door"]), language=clean["language"])
