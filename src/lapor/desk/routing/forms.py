"""What an officer writes when he hands a report to another agency."""

from django import forms
from django.utils.translation import gettext_lazy as _

from lapor.desk.agency_choice import DestinationForm


class RouteDownForm(DestinationForm):
    """To a unit below, with a word for the reporter and one for the unit."""

    secret_hints = {"reason": _("Mengapa unit ini? Pelapor membacanya.")}
    reason = forms.CharField(
        label=_("Alasan untuk pelapor"),
        help_text=_("Mengapa unit ini? Pelapor dan umum membacanya."),
        max_length=8000,
    )
    instruction = forms.CharField(
        label=_("Petunjuk untuk unit"),
        help_text=_("Hanya petugas yang membacanya."),
        required=False,
        max_length=8000,
    )


class TransferForm(DestinationForm):
    """To any agency: across, by decision, or as a proposal."""

    secret_hints = {"reason": _("Mengapa instansi itu yang berwenang? Pelapor membacanya.")}
    reason = forms.CharField(
        label=_("Alasan untuk pelapor"),
        help_text=_("Mengapa instansi itu yang berwenang? Pelapor dan umum membacanya."),
        max_length=8000,
    )


class ReturnForm(DestinationForm):
    """Not ours: why, and who then."""

    secret_hints = {"reason": _("Pelapor dan meja nasional membacanya.")}
    reason = forms.CharField(
        label=_("Mengapa bukan wewenang Anda?"),
        help_text=_("Pelapor, meja nasional, dan umum membacanya."),
        max_length=8000,
    )


class HandBackForm(forms.Form):
    """Back to the agency above."""

    reason = forms.CharField(
        label=_("Mengapa dikembalikan?"),
        help_text=_("Hanya petugas yang membacanya. Pelapor membaca bahwa laporannya kembali ke atas."),
        max_length=8000,
    )
