"""Recording and correcting the decree (SK) that names an agency's team, and handing out its scan."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from lapor.desk.agencies.forms import DecreeForm, members_formset
from lapor.desk.agencies.pages import HERE, crumbs
from lapor.desk.menu import MANAGERS, desk_page
from lapor.queries.agencies.desk_agency import managed_agency
from lapor.queries.agencies.desk_decrees import DecreeLine, decree_scan, managed_decree
from lapor.rules.access import Actor
from lapor.rules.refusals import Refused
from lapor.steps.agencies.edit_decree import edit_decree
from lapor.steps.agencies.record_decree import DecreeDetails, MemberDetails, record_decree
from lapor.threshold.access import officer
from lapor.threshold.actor import actor_of
from lapor.threshold.mending import MEND, explain
from lapor.threshold.posted import posted


@officer(*MANAGERS)
@require_http_methods(["GET", "HEAD", "POST"])
def decree(request: HttpRequest, code: str, decree_id: int | None = None) -> HttpResponse:
    """A new decree, or the one with this id."""
    actor = actor_of(request)
    managed = managed_agency(actor, code)
    known = managed_decree(actor, code, decree_id, today=timezone.localdate()) if decree_id else None
    form, team = _forms(request, known)
    if request.method == "POST" and form.is_valid() and team.is_valid():
        try:
            _store(actor, code, known, _details(form, team))
        except Refused as refused:
            explain(form, refused)
        else:
            messages.success(request, _("SK dan timnya tersimpan."))
            return redirect("desk-agency", code=code)
    context = {
        "form": form,
        "team": team,
        "team_errors": _errors_in(team),
        "decree": known,
        "agency": managed,
        "crumbs": crumbs(managed, itself=True),
    }
    status = MEND if form.is_bound else 200
    return desk_page(request, "desk/agencies/decree.html", context, here=HERE, status=status)


@officer()
@require_safe
def scan(request: HttpRequest, decree_id: int) -> HttpResponseBase:
    """Only as a download: what somebody uploaded is never shown as a page of ours."""
    found = decree_scan(actor_of(request), decree_id)
    response = FileResponse(found.file, as_attachment=True, filename=found.name, content_type=found.mime)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response


def _forms(request: HttpRequest, known: DecreeLine | None) -> tuple[DecreeForm, Any]:
    initial: dict[str, Any] = {}
    if known:
        initial = {"number": known.number, "dated_on": known.dated_on, "valid_to": known.valid_to}
    form = DecreeForm(posted(request), request.FILES or None, initial=initial)
    return form, members_formset(posted(request), known)


def _errors_in(team: Any) -> list[tuple[str, str]]:
    """Every error of a team's row as a link to its field."""
    if not team.is_bound:
        return []
    fields = [field for row in team for field in row]
    return [(f"#{field.id_for_label}", str(error)) for field in fields for error in field.errors]


def _store(actor: Actor, code: str, known: DecreeLine | None, details: DecreeDetails) -> None:
    now = timezone.now()
    if known:
        edit_decree(actor=actor, code=code, decree_id=known.id, details=details, now=now)
    else:
        record_decree(actor=actor, code=code, details=details, now=now)


def _details(form: DecreeForm, team: Any) -> DecreeDetails:
    members = [row.cleaned_data for row in team if any((row.cleaned_data or {}).values())]
    upload = form.cleaned_data["file"]
    return DecreeDetails(
        number=form.cleaned_data["number"],
        dated_on=form.cleaned_data["dated_on"],
        valid_to=form.cleaned_data["valid_to"],
        members=tuple(MemberDetails(**member) for member in members),
        file=upload.file if upload else None,
    )
