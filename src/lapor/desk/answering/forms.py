"""What an officer writes to answer a report, to settle it, to close it, or to keep it safe."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lapor.rules.disclosure import MIN_REASON_LENGTH
from lapor.rules.kinds import Audience, archive_reasons
from lapor.rules.tracking_code import BadTrackingCode, normalise
from lapor.ui.labels import LABELS

_LONGEST = 8000


class QuestionForm(forms.Form):
    """What is missing."""

    question = forms.CharField(
        label=_("Apa yang ditanyakan?"),
        help_text=_("Satu hal yang jelas. Pelapor membacanya kata demi kata."),
        max_length=_LONGEST,
    )


class AnswerForm(forms.Form):
    """A follow-up; the files are handled beside it."""

    secret_choices = {
        "audience": [
            (Audience.PUBLIC.value, _("Pelapor, dan umum bila laporan tidak rahasia lagi")),
            (Audience.REPORTER.value, _("Hanya pelapor")),
        ]
    }
    text = forms.CharField(
        label=_("Tindak lanjut"),
        help_text=_("Apa yang sudah dilakukan, apa berikutnya, dan kapan."),
        max_length=_LONGEST,
    )
    audience = forms.ChoiceField(
        label=_("Siapa yang membaca?"),
        choices=[
            (Audience.PUBLIC.value, _("Pelapor dan umum")),
            (Audience.REPORTER.value, _("Hanya pelapor")),
        ],
        initial=Audience.PUBLIC.value,
    )


class SettlementForm(forms.Form):
    """What was done, with evidence or the reason why there is none."""

    secret_hints = {
        "text": _("Pelapor memeriksanya dan memutuskan apakah itu benar."),
        "no_evidence_reason": _("Pelapor membacanya."),
        "attachments": _("Foto atau dokumen. Pelapor dapat melihatnya."),
    }
    text = forms.CharField(
        label=_("Apa yang sudah diselesaikan?"),
        help_text=_("Pelapor memeriksanya dan memutuskan apakah itu benar. Umum juga membacanya."),
        max_length=_LONGEST,
    )
    no_evidence_reason = forms.CharField(
        label=_("Bila tidak ada bukti, mengapa?"),
        help_text=_("Pelapor dan umum membacanya."),
        required=False,
        max_length=_LONGEST,
    )


class ExtensionForm(forms.Form):
    """More time, once, with a public reason. `longest` are the most working days that may be asked for."""

    secret_hints = {"text": _("Pelapor membacanya bila disetujui.")}
    days = forms.IntegerField(label=_("Tambahan hari"))
    text = forms.CharField(
        label=_("Alasan"), help_text=_("Pelapor dan umum membacanya bila disetujui."), max_length=_LONGEST
    )

    def __init__(self, data: Any = None, *, longest: int, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.longest = longest
        self.fields["days"].help_text = _("Paling banyak %(days)s hari kerja. Hanya sekali.") % {
            "days": longest
        }

    def clean_days(self) -> int:
        days: int = self.cleaned_data["days"]
        if not 1 <= days <= self.longest:
            raise forms.ValidationError(
                _("Tulis angka dari 1 sampai %(days)s."), params={"days": self.longest}
            )
        return days


class SendBackForm(forms.Form):
    """Why a draft is not sent as it is; needed only for that."""

    reason = forms.CharField(label=_("Yang perlu diperbaiki"), required=False, max_length=_LONGEST)


class TakeBackForm(forms.Form):
    """Which of one's own drafts, where an answer and an extension wait side by side."""

    kind = forms.ChoiceField(label=_("Konsep"))

    def __init__(self, data: Any = None, *, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["kind"].choices = choices  # type: ignore[attr-defined]


class NoteForm(forms.Form):
    text = forms.CharField(
        label=_("Catatan"), help_text=_("Hanya petugas yang membacanya."), max_length=_LONGEST
    )


class PrivacyForm(forms.Form):
    """Only towards more privacy; `choices` are what is left above the present one."""

    privacy = forms.ChoiceField(label=_("Menjadi"))
    reason = forms.CharField(
        label=_("Mengapa?"), help_text=_("Pelapor membacanya."), required=False, max_length=_LONGEST
    )

    def __init__(self, data: Any = None, *, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["privacy"].choices = choices  # type: ignore[attr-defined]


class RevealForm(forms.Form):
    reason = forms.CharField(
        label=_("Untuk apa Anda perlu mengetahuinya?"),
        help_text=_("Dicatat, dan pelapor membacanya bersama nama instansi Anda."),
        min_length=MIN_REASON_LENGTH,
        max_length=1000,
    )


class ArchiveForm(forms.Form):
    """A reason from the list, words for the reporter, and the body that is competent instead."""

    secret_hints = {"words": _("Sebutkan ke mana ia dapat pergi.")}
    archive_reason = forms.ChoiceField(
        label=_("Alasan"),
    )
    words = forms.CharField(
        label=_("Penjelasan untuk pelapor"),
        help_text=_("Sebutkan ke mana ia dapat pergi. Umum juga membacanya."),
        max_length=_LONGEST,
    )
    competent_body = forms.CharField(
        label=_("Lembaga yang berwenang, dan cara menghubunginya"), required=False, max_length=300
    )

    other_code = forms.CharField(
        label=_("Nomor laporan yang sudah ada"),
        help_text=_("Hanya laporan yang tampil untuk umum: pelapor dapat membukanya."),
        required=False,
        max_length=20,
    )

    def __init__(self, data: Any = None, *, is_withdrawn: bool = False) -> None:
        super().__init__(data)
        reasons = archive_reasons(is_withdrawn=is_withdrawn)
        choices = [(reason.value, LABELS["archive_reason"][reason]) for reason in reasons]
        if is_withdrawn:
            self.secret_hints = {}
            self.fields["words"].help_text = _("Jelaskan mengapa pemeriksaan tidak diteruskan.")
        self.fields["archive_reason"].choices = choices  # type: ignore[attr-defined]

    def clean_other_code(self) -> str:
        typed: str = self.cleaned_data["other_code"]
        try:
            return normalise(typed) if typed else ""
        except BadTrackingCode as error:
            raise forms.ValidationError(str(LABELS["refusal"]["other_not_public"])) from error


class MergeForm(forms.Form):
    secret_hints = {"reason": _("Pelapor membacanya.")}
    into_code = forms.CharField(
        label=_("Nomor laporan yang diteruskan"),
        help_text=_("Hanya laporan dari pelapor yang sama."),
        max_length=20,
    )
    reason = forms.CharField(
        label=_("Alasan"),
        help_text=_("Pelapor dan umum membacanya."),
        max_length=_LONGEST,
    )
