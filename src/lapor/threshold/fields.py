"""Form fields of every entry: lines, days, choices, with words of ours for what can't be understood."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


def line(
    label: Any, *, owed: Any = "", longest: int = 250, hint: Any = "", too_long: Any = "", **kwargs: Any
) -> forms.CharField:
    """One line of text; `owed` are the words for an empty one, without them it may stay empty."""
    words = too_long or _("Terlalu panjang. Paling banyak %(limit_value)s huruf.")
    return forms.CharField(
        label=label,
        required=bool(owed),
        max_length=longest,
        help_text=hint,
        error_messages={"required": owed, "max_length": words},
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


def choice(label: Any, choices: Any, *, owed: Any = "", hint: Any = "", **kwargs: Any) -> forms.ChoiceField:
    """One of `choices`; without `owed` none is a choice too."""
    words = owed or _("Pilih dari daftar.")
    return forms.ChoiceField(
        label=label,
        choices=choices,
        required=bool(owed),
        help_text=hint,
        error_messages={"required": words, "invalid_choice": words},
        **kwargs,
    )
