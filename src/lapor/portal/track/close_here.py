"""Leaving a shared machine: the report is no longer open on this device."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lapor.threshold.access import own
from lapor.threshold.actor import lock


@own
@require_POST
def close_here(request: HttpRequest, code: str) -> HttpResponse:
    """Pressing again changes nothing."""
    lock(request, code)
    messages.success(request, _("Laporan ini sudah ditutup di perangkat ini."))
    return redirect("track-start")
