"""What a reporter may write on his own page. The forms judge shape only; the steps judge the rest."""

from uuid import uuid4

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from lapor.rules.kinds import Outcome
from lapor.rules.tracking_code import (
    BadAccessCode,
    BadTrackingCode,
    normalise,
    normalise_access_code,
)
from lapor.ui.labels import label
from lapor.ui.privacy_choices import CHOICES


class NumberForm(forms.Form):
    """The number of a report, with every typing error named."""

    code = forms.CharField(
        label=_("Nomor laporan"), error_messages={"required": _("Tulis nomor laporan Anda.")}
    )

    def clean_code(self) -> str:
        try:
            return normalise(self.cleaned_data["code"])
        except BadTrackingCode as bad:
            raise forms.ValidationError(label(bad.reason)) from bad


class UnlockForm(NumberForm):
    """Number and access code of a report."""

    access_code = forms.CharField(
        label=_("Kode"),
        error_messages={"required": _("Tulis kode dari tanda terima.")},
        help_text=_("Delapan huruf dan angka dari tanda terima."),
    )

    def clean_access_code(self) -> str:
        """Says only what is wrong with the shape: whether a code fits is never said of one half alone."""
        try:
            return normalise_access_code(self.cleaned_data["access_code"])
        except BadAccessCode as bad:
            raise forms.ValidationError(_("Kode terdiri dari 8 huruf dan angka. Periksa lagi.")) from bad


class LinkForm(NumberForm):
    """Number and e-mail address of a report whose code is lost."""

    email = forms.EmailField(
        label=_("Surel yang Anda beri saat melapor"),
        max_length=254,
        error_messages={
            "required": _("Tulis alamat surel Anda."),
            "invalid": _("Alamat surel ini belum lengkap. Contoh: nama@contoh.id"),
        },
    )


class WordsForm(forms.Form):
    """Words with files: an answer, a reply, a contest, an objection, a withdrawal."""

    words = forms.CharField(required=False, strip=False)
    key = forms.UUIDField(required=False, error_messages={"invalid": _("Muat ulang halaman ini.")})

    def __init__(self, data: QueryDict | None = None, *, name: str) -> None:
        # Two of them may stand on one page.
        super().__init__(data, auto_id=f"{name}_%s", initial={"key": uuid4()})


class RatingForm(forms.Form):
    """How the handling was, and what came of it."""

    rating = forms.IntegerField(
        min_value=1,
        max_value=5,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), _("Pilih nilai 1 sampai 5.")
        ),
    )
    outcome = forms.ChoiceField(
        label=_("Apakah masalahnya selesai?"),
        choices=[(outcome.value, outcome.value) for outcome in Outcome],
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Pilih salah satu.")),
    )
    words = forms.CharField(label=_("Yang baik, yang kurang"), required=False, strip=False)


class PrivacyForm(forms.Form):
    """Who may know, chosen anew."""

    privacy = forms.ChoiceField(
        label=_("Siapa yang boleh tahu?"),
        choices=[(choice, choice) for choice in CHOICES],
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Pilih salah satu.")),
    )
