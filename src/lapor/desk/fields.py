"""Fields that desk forms share: days, times, choices, with words of ours for what can't be understood."""

from typing import Any

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


def line(label: Any, *, owed: Any = "", longest: int = 250, hint: Any = "", **kwargs: Any) -> forms.CharField:
    """One line of text; `owed` are the words for an empty one, without them it may stay empty."""
    messages = {"required": owed, "max_length": _("Terlalu panjang. Paling banyak %(limit_value)s huruf.")}
    return forms.CharField(
        label=label,
        required=bool(owed),
        max_length=longest,
        help_text=hint,
        error_messages=messages,
        **kwargs,
    )


def day(label: Any, *, owed: Any = "", hint: Any = "") -> forms.DateField:
    """A day, picked from a calendar or typed."""
    return forms.DateField(
        label=label,
        required=bool(owed),
        help_text=hint,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"],
        error_messages={"required": owed, "invalid": _("Tulis tanggal, misalnya 31-12-2026.")},
    )


def choice(label: Any, choices: Any, *, owed: Any = "", hint: Any = "") -> forms.ChoiceField:
    """One of `choices`; without `owed` none is a choice too."""
    words = owed or _("Pilih dari daftar.")
    return forms.ChoiceField(
        label=label,
        choices=choices,
        required=bool(owed),
        help_text=hint,
        error_messages={"required": words, "invalid_choice": _("Pilih dari daftar.")},
    )
