"""Puts the refusal of a step at the field of the form it belongs to."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import ngettext

from lapor.rules.refusals import Refused
from lapor.threshold.rate import TooManyAttempts
from lapor.ui.labels import label

#: The form can be mended; everything typed is on the page that comes back.
MEND = 422
#: The form can be sent as it is, but not yet.
TOO_SOON = 429
_TOO_OFTEN = "too_often"


def explain(form: forms.Form, refused: Refused | TooManyAttempts) -> None:
    """As an error of its field, or of the form where it has no field."""
    if isinstance(refused, TooManyAttempts):
        form.add_error(None, _too_often(refused))
        return
    field = refused.field if refused.field in form.fields else None
    form.add_error(field, label(refused.reason, "refusal"))


def status_of(form: forms.Form) -> int:
    """422 for a form that has to be mended, 429 for one that has to wait, else 200."""
    if not (form.is_bound and form.errors):
        return 200
    return TOO_SOON if _seconds_to_wait(form) else MEND


def form_page(request: HttpRequest, template: str, context: Mapping[str, Any]) -> HttpResponse:
    """The page of the form in `context`: as it is, or with everything typed, to be mended or sent later."""
    form = context["form"]
    response = render(request, template, context, status=status_of(form))
    if seconds := _seconds_to_wait(form):
        response["Retry-After"] = str(seconds)
    return response


def _too_often(error: TooManyAttempts) -> forms.ValidationError:
    words = ngettext(
        "Terlalu sering mencoba. Tunggu %(minutes)s menit, lalu coba lagi.",
        "Terlalu sering mencoba. Tunggu %(minutes)s menit, lalu coba lagi.",
        error.minutes,
    )
    return forms.ValidationError(
        words, code=_TOO_OFTEN, params={"minutes": error.minutes, "seconds": error.seconds}
    )


def _seconds_to_wait(form: forms.Form) -> int:
    faults = form.non_field_errors().as_data() if form.is_bound else ()
    return next((f.params["seconds"] for f in faults if f.code == _TOO_OFTEN and f.params), 0)
