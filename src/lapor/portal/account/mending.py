"""What the forms of this room share: how they say what is wrong."""

from django import forms

from lapor.rules.refusals import Refused
from lapor.ui.labels import label


def explain(form: forms.Form, refused: Refused) -> None:
    """The refusal at its field, or above the form."""
    form.add_error(refused.field if refused.field in form.fields else None, label(refused.reason, "refusal"))
