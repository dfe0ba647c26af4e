"""Hands many chosen reports to one agency: chosen, checked, done, each with its own answer."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from lapor.desk.agency_choice import AgencyScope, DestinationForm
from lapor.desk.inbox.suggestions import looked_for_below
from lapor.desk.inbox.trail import trail_of
from lapor.desk.many import ROUTING, chosen_codes, expected, happened
from lapor.desk.menu import desk_page
from lapor.queries.reports.desk_bulk import BulkLine, bulk_route_lines
from lapor.rules.refusals import Refused
from lapor.steps.reports.bulk_route import bulk_route
from lapor.threshold.access import officer
from lapor.threshold.actor import actor_of
from lapor.threshold.mending import MEND, explain, status_of
from lapor.threshold.posted import posted


class BulkRouteForm(DestinationForm):
    """One agency and one reason for all of them."""

    reason = forms.CharField(
        label=gettext_lazy("Alasan untuk para pelapor"),
        help_text=gettext_lazy("Satu alasan untuk semua. Para pelapor dan umum membacanya."),
        max_length=8000,
    )


@officer(*ROUTING)
@require_http_methods(["GET", "POST"])
def bulk_route_page(request: HttpRequest) -> HttpResponse:
    """GET: what was chosen. POST: the check with a destination, then, pressed again, the work."""
    actor, codes, now = actor_of(request), chosen_codes(request), timezone.now()
    form = BulkRouteForm(posted(request), scope=AgencyScope(below=looked_for_below(actor)))
    if request.method == "GET" or not form.is_valid():
        lines = bulk_route_lines(actor, codes, None, now)
        return _page(request, form, lines, "choose", status_of(form))
    to, reason = form.cleaned_data["to_agency"], form.cleaned_data["reason"]
    lines = bulk_route_lines(actor, codes, to, now)
    if "kirim" not in request.POST:
        return _page(request, form, lines, "check")
    try:
        results = bulk_route(actor=actor, codes=codes, to_agency_id=to, reason=reason, now=now)
    except Refused as refused:
        explain(form, refused)
        return _page(request, form, lines, "choose", MEND)
    rows = happened(lines, results, _("Diteruskan. Pelapor diberi tahu."))
    return _page(request, form, lines, "done", rows=rows)


def _page(
    request: HttpRequest,
    form: BulkRouteForm,
    lines: tuple[BulkLine, ...],
    stage: str,
    status: int = 200,
    rows: list[Any] | None = None,
) -> HttpResponse:
    rows = expected(lines, "") if rows is None else rows
    context = {
        "title": _("Disposisi beberapa laporan"),
        "fields": "desk/routing/bulk_fields.html",
        "form": form,
        "rows": rows,
        "stage": stage,
        "open_count": sum(row.is_open for row in rows),
        "trail": trail_of(request),
        "check_first": True,
        "agency_name": form.agency_text if stage == "check" else "",
    }
    return desk_page(request, "desk/routing/bulk.html", context, here="inbox", status=status)
