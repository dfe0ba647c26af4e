"""What everybody reads of a report, mended after its release or written once it is not secret any more."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lapor.desk.acting import Handed, MovePage, move_view
from lapor.desk.inbox.shown import photos_of
from lapor.desk.release import FileReleaseForm, precisions, released, usual_precision
from lapor.queries.reports.desk_verification import VerificationSheet, verification_sheet
from lapor.rules.kinds import PlacePrecision
from lapor.rules.lifecycle import Move
from lapor.rules.refusals import NotFound
from lapor.steps.reports.edit_public_text import PublicText, edit_public_text

_LONGEST = 8000


class PublicTextForm(FileReleaseForm):
    """The text, the place and the files as everybody sees them, and why they change."""

    public_title = forms.CharField(label=_("Judul publik"), max_length=160)
    public_text = forms.CharField(label=_("Naskah publik"), max_length=_LONGEST)
    public_precision = forms.ChoiceField(label=_("Tempat yang dilihat umum"), required=False)
    reason = forms.CharField(
        label=_("Mengapa diubah?"), help_text=_("Hanya petugas yang membacanya."), max_length=_LONGEST
    )

    def __init__(self, data: Any, sheet: VerificationSheet) -> None:
        super().__init__(data)
        self.sheet = sheet
        self.initial = {
            "public_title": sheet.public_title,
            "public_text": sheet.public_text,
            "public_precision": usual_precision(sheet),
            "public_files": released(sheet),
        }
        self.fields["public_precision"].choices = precisions(sheet)  # type: ignore[attr-defined]

    def wanted(self) -> PublicText:
        words = self.cleaned_data
        return PublicText(
            title=words["public_title"],
            text=words["public_text"],
            reason=words["reason"],
            precision=PlacePrecision(words["public_precision"] or PlacePrecision.PROVINCE),
            files=self.files_decided(),
        )


def _form(handed: Handed, data: Any) -> PublicTextForm:
    sheet = verification_sheet(handed.actor, handed.code, timezone.now())
    if sheet is None:
        raise NotFound(handed.code)
    form = PublicTextForm(data, sheet)
    form.photos = form.with_release(photos_of(sheet.files))
    return form


def _act(handed: Handed, form: PublicTextForm) -> None:
    edit_public_text(actor=handed.actor, code=handed.code, details=form.wanted(), now=timezone.now())


public_text_page = move_view(
    MovePage(
        move=Move.EDIT_PUBLIC_TEXT,
        title=_("Ubah naskah publik"),
        button=_("Simpan naskah"),
        fields="desk/answering/fields/public_text.html",
        form=_form,
        act=_act,
    )
)
