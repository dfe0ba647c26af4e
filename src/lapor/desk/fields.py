"""Choices that desk forms share."""

from django.utils.translation import gettext_lazy as _

from lapor.rules.kinds import Door
from lapor.threshold.fields import choice, day, line

__all__ = ["DOORS", "choice", "day", "line"]

# How words come to an officer who writes them down.
DOORS = (
    (Door.COUNTER.value, _("Datang langsung")),
    (Door.LETTER.value, _("Surat")),
    (Door.TELEPHONE.value, _("Telepon")),
)
