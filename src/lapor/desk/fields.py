"""What desk forms share."""

from django import forms
from django.utils.translation import gettext_lazy as _

from lapor.rules.kinds import Door

# How words come to an officer who writes them down.
DOORS = (
    (Door.COUNTER.value, _("Datang langsung")),
    (Door.LETTER.value, _("Surat")),
    (Door.TELEPHONE.value, _("Telepon")),
)


def word_for_secret(form: forms.Form) -> None:
    """Says in the form of a secret report who reads what is written: nobody but its reporter."""
    for name, hint in getattr(form, "secret_hints", {}).items():
        form.fields[name].help_text = hint
    for name, choices in getattr(form, "secret_choices", {}).items():
        form.fields[name].choices = choices  # type: ignore[attr-defined]
