"""What an officer writes to answer a report, to settle it, to close it, or to keep it safe."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lapor.rules.disclosure import MIN_REASON_LENGTH
from lapor.rules.kinds import OFFICER_ARCHIVE_REASONS, Audience
from lapor.rules.limits import MAX_EXTENSION_DAYS
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

    text = forms.CharField(
        label=_("Apa yang sudah diselesaikan?"),
        help_text=_("Pelapor memeriksanya dan memutuskan apakah itu benar."),
        max_length=_LONGEST,
    )
    no_evidence_reason = forms.CharField(
        label=_("Bila tidak ada bukti, mengapa?"), required=False, max_length=_LONGEST
    )


class ExtensionForm(forms.Form):
    """More time, once, with a public reason."""

    days = forms.IntegerField(
        label=_("Tambahan hari"),
        help_text=_("Dalam hari kerja. Hanya sekali."),
        min_value=1,
        max_value=MAX_EXTENSION_DAYS,
    )
    text = forms.CharField(
        label=_("Alasan"), help_text=_("Pelapor membacanya bila disetujui."), max_length=_LONGEST
    )


class SendBackForm(forms.Form):
    """Why a draft is not sent as it is; needed only for that."""

    reason = forms.CharField(label=_("Yang perlu diperbaiki"), required=False, max_length=_LONGEST)


class NoteForm(forms.Form):
    text = forms.CharField(
        label=_("Catatan"), help_text=_("Hanya petugas yang membacanya."), max_length=_LONGEST
    )


class PublicTextForm(forms.Form):
    public_title = forms.CharField(label=_("Judul publik"), max_length=160)
    public_text = forms.CharField(label=_("Naskah publik"), max_length=_LONGEST)
    reason = forms.CharField(
        label=_("Mengapa diubah?"), help_text=_("Hanya petugas yang membacanya."), max_length=_LONGEST
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

    archive_reason = forms.ChoiceField(
        label=_("Alasan"),
        choices=[(reason.value, LABELS["archive_reason"][reason]) for reason in OFFICER_ARCHIVE_REASONS],
    )
    words = forms.CharField(
        label=_("Penjelasan untuk pelapor"),
        help_text=_("Sebutkan ke mana ia dapat pergi. Ia boleh berkeberatan sekali."),
        max_length=_LONGEST,
    )
    competent_body = forms.CharField(
        label=_("Lembaga yang berwenang, dan cara menghubunginya"), required=False, max_length=300
    )


class MergeForm(forms.Form):
    into_code = forms.CharField(
        label=_("Nomor laporan yang diteruskan"),
        help_text=_("Hanya laporan dari pelapor yang sama."),
        max_length=20,
    )
    reason = forms.CharField(label=_("Alasan"), help_text=_("Pelapor membacanya."), max_length=_LONGEST)
