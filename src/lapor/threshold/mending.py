"""Puts the refusal of a step at the field of the form it belongs to."""

from django import forms

from lapor.rules.refusals import Refused
from lapor.ui.labels import label

#: The form can be mended; everything typed is on the page that comes back.
MEND = 422


def explain(form: forms.Form, refused: Refused) -> None:
    """As an error of its field, or of the form where it has no field."""
    field = refused.field if refused.field in form.fields else None
    form.add_error(field, label(refused.reason, "refusal"))


def status_of(form: forms.Form) -> int:
    """422 for a form that has to be mended, else 200."""
    return MEND if form.is_bound and form.errors else 200
