"""Making an information request a formal one."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lapor.desk.acting import Handed, MovePage, move_view
from lapor.queries.calendar.promises import formal_limits
from lapor.rules.lifecycle import Move
from lapor.steps.reports.formalise import formalise_request


class FormaliseForm(forms.Form):
    """Why the law's rules hold from now on."""

    reason = forms.CharField(
        label=_("Alasan untuk pelapor"),
        help_text=_("Mengapa ini permintaan informasi resmi? Pelapor membacanya."),
        max_length=8000,
    )


def _formalise(handed: Handed, form: FormaliseForm) -> None:
    reason = form.cleaned_data["reason"]
    formalise_request(actor=handed.actor, code=handed.code, reason=reason, now=timezone.now())


def _limits(handed: Handed) -> dict[str, Any]:
    return {"limits": formal_limits(timezone.localdate())}


formalise_page = move_view(
    MovePage(
        move=Move.FORMALISE,
        title=_("Jadikan permintaan informasi resmi"),
        button=_("Jadikan resmi"),
        fields="desk/answering/fields/formalise.html",
        form=lambda handed, data: FormaliseForm(data),
        act=_formalise,
        context=_limits,
    )
)
