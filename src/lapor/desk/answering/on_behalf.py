"""What a reporter answered at the counter, by letter or on the telephone, written down for him."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lapor.desk.acting import Handed, MovePage, move_view
from lapor.desk.answering.answers import WithFiles
from lapor.desk.fields import DOORS
from lapor.rules.kinds import Door
from lapor.rules.lifecycle import Move
from lapor.steps.reports.complete import complete_report


class OnBehalfForm(WithFiles):
    """The door, the words and the files; the reporter reads them as his own."""

    door = forms.ChoiceField(
        label=_("Bagaimana jawabannya sampai?"),
        choices=DOORS,
        initial=Door.TELEPHONE.value,
    )
    text = forms.CharField(
        label=_("Jawaban pelapor"),
        help_text=_("Dengan kata-kata pelapor sendiri. Pelapor dan petugas membacanya."),
        max_length=8000,
    )
    field_order = ("door", "text", "attachments")


def _act(handed: Handed, form: OnBehalfForm) -> None:
    complete_report(
        actor=handed.actor,
        code=handed.code,
        text=form.cleaned_data["text"],
        door=Door(form.cleaned_data["door"]),
        attachment_keys=form.handed.keys,
        now=timezone.now(),
    )


on_behalf_page = move_view(
    MovePage(
        move=Move.COMPLETE,
        title=_("Catat jawaban pelapor"),
        button=_("Simpan jawaban"),
        fields="desk/answering/fields/on_behalf.html",
        form=OnBehalfForm,
        act=_act,
        context=lambda handed: {"question": handed.summary.line.reason},
    )
)
