"""Views that officers keep under a name."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lapor.desk.inbox.address import parameters_of, query_of, selection_from_query
from lapor.rules.refusals import Refused
from lapor.steps.desk.delete_view import delete_view
from lapor.steps.desk.save_view import save_view
from lapor.threshold.access import officer
from lapor.threshold.actor import actor_of
from lapor.ui.labels import label


@officer()
@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Keeps the filters of the list the officer is looking at."""
    actor = actor_of(request)
    selection = selection_from_query(request.POST.get("dari", ""), actor)
    name = request.POST.get("name", "")
    try:
        save_view(actor=actor, name=name, parameters=parameters_of(selection), now=timezone.now())
    except Refused as refused:
        messages.error(request, label(refused.reason, "refusal"))
    else:
        messages.success(request, _("Tampilan tersimpan. Ada di kelompok Tersimpan."))
    return redirect(f"{reverse('inbox')}?{query_of(selection)}")


@officer()
@require_POST
def delete(request: HttpRequest, view_id: int) -> HttpResponse:
    """Throws one away; the reports in it stay where they are."""
    delete_view(actor=actor_of(request), view_id=view_id, now=timezone.now())
    messages.success(request, _("Tampilan dihapus. Laporannya tetap ada."))
    return redirect("inbox")
