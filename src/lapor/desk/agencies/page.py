"""An agency's page, and stating that units from the typical structure are right."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from lapor.desk.agencies.pages import HERE, crumbs, row
from lapor.desk.changes import told
from lapor.desk.menu import MANAGERS, desk_page
from lapor.queries.accounts.amendments import changes_of_agency
from lapor.queries.agencies.desk_agencies import agencies_below, generated_codes_below
from lapor.queries.agencies.desk_agency import managed_agency
from lapor.queries.agencies.desk_decrees import decrees_of
from lapor.rules.refusals import Refused
from lapor.steps.agencies.confirm_agencies import confirm_agencies
from lapor.threshold.access import officer
from lapor.threshold.actor import actor_of
from lapor.threshold.pages import decode_cursor, encode_cursor
from lapor.ui.labels import label


@officer(*MANAGERS)
@require_safe
def agency(request: HttpRequest, code: str) -> HttpResponse:
    """Names, doors, team, and what hangs below."""
    managed, today = managed_agency(actor_of(request), code), timezone.localdate()
    only_generated = request.GET.get("tampil") == "belum"
    after = decode_cursor(request.GET.get("sesudah"), 3)
    page = agencies_below(managed.line.id, today=today, after=after, only_generated=only_generated)
    decrees = decrees_of(managed.line.id, today=today)
    context = {
        "agency": managed,
        "crumbs": crumbs(managed),
        "rows": [row(line) for line in page.rows],
        "older": encode_cursor(page.next_cursor),
        "only_generated": only_generated,
        "has_generated": any(line.line.is_generated for line in page.rows),
        "team": next((decree for decree in decrees if decree.is_in_force), None),
        "decrees": decrees,
    }
    return desk_page(request, "desk/agencies/agency.html", context, here=HERE)


@officer(*MANAGERS)
@require_safe
def history(request: HttpRequest, code: str) -> HttpResponse:
    """Who changed what."""
    managed = managed_agency(actor_of(request), code)
    changes = told(changes_of_agency(managed.line.id))
    context = {"agency": managed, "crumbs": crumbs(managed, itself=True), "changes": changes}
    return desk_page(request, "desk/agencies/history.html", context, here=HERE)


@officer(*MANAGERS)
@require_POST
def confirm(request: HttpRequest, code: str) -> HttpResponse:
    """The agency itself, the picked units below it, or all of those that wait."""
    actor = actor_of(request)
    managed = managed_agency(actor, code)
    which = request.POST.get("yang", "ini")
    if which == "semua":
        codes = generated_codes_below(managed.line.id)
    else:
        codes = tuple(request.POST.getlist("codes")) if which == "dipilih" else (code,)
    try:
        done = confirm_agencies(actor=actor, codes=codes, now=timezone.now())
    except Refused as refused:
        messages.error(request, label(refused.reason, "refusal"))
    else:
        words = ngettext("%(count)s unit dikonfirmasi.", "%(count)s unit dikonfirmasi.", done)
        messages.success(request, _("Terima kasih. ") + words % {"count": done})
    return redirect("desk-agency", code=code)
