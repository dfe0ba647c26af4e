"""Inviting an officer, and giving a further role to one who is there."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lapor.desk.menu import MANAGERS, desk_page
from lapor.desk.users.choosing import HERE, ask_agency, chosen_agency
from lapor.desk.users.forms import InvitationForm, RoleForm
from lapor.desk.users.one_time import show_once
from lapor.queries.accounts.desk_officers import officer
from lapor.queries.agencies.desk_agency import ManagedAgency
from lapor.queries.agencies.desk_decrees import decree_choices
from lapor.rules.access import Actor
from lapor.rules.administration import grantable_roles
from lapor.rules.refusals import Refused
from lapor.steps.accounts.create_officer import Invitation, create_officer
from lapor.steps.accounts.grant_membership import grant_membership
from lapor.threshold import access
from lapor.threshold.actor import actor_of
from lapor.threshold.mending import explain, status_of
from lapor.threshold.posted import posted


@access.officer(*MANAGERS)
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest) -> HttpResponse:
    actor, agency = actor_of(request), chosen_agency(request)
    if agency is None:
        return ask_agency(request, _("Undang petugas"))
    form = InvitationForm(posted(request), **_fitting(actor, agency))
    if request.method == "POST" and form.is_valid():
        try:
            made = create_officer(actor=actor, details=form.officer(), now=timezone.now())
        except Refused as refused:
            explain(form, refused)
        else:
            _tell(request, made, form.cleaned_data["email"])
            return redirect("desk-officer", account_id=made.account_id)
    context = {"form": form, "agency": agency}
    return desk_page(request, "desk/users/invite.html", context, here=HERE, status=status_of(form))


@access.officer(*MANAGERS)
@require_http_methods(["GET", "HEAD", "POST"])
def grant(request: HttpRequest, account_id: int) -> HttpResponse:
    actor = actor_of(request)
    person = officer(actor, account_id, today=timezone.localdate())
    agency = chosen_agency(request)
    if agency is None:
        return ask_agency(request, _("Beri peran kepada %(name)s") % {"name": person.name})
    form = RoleForm(posted(request), **_fitting(actor, agency))
    if request.method == "POST" and form.is_valid():
        try:
            grant_membership(actor=actor, account_id=account_id, grant=form.grant(), now=timezone.now())
        except Refused as refused:
            explain(form, refused)
        else:
            messages.success(request, _("Peran diberikan."))
            return redirect("desk-officer", account_id=account_id)
    context = {"form": form, "agency": agency, "officer": person}
    return desk_page(request, "desk/users/grant.html", context, here=HERE, status=status_of(form))


def _fitting(actor: Actor, agency: ManagedAgency) -> dict[str, Any]:
    """The roles that are his to give there, and the decrees of the agency and of those above it."""
    above = [line.id for line in agency.above]
    return {
        "agency": agency,
        "roles": grantable_roles(actor, agency.path, agency.line.kind),
        "decrees": decree_choices([*above, agency.line.id]),
    }


def _tell(request: HttpRequest, made: Invitation, email: str) -> None:
    if made.token:
        show_once(request, made.account_id, made.token)
    elif made.is_new:
        messages.success(
            request, _("Petugas diundang. Tautan masuk dikirim ke %(email)s.") % {"email": email}
        )
    else:
        messages.success(request, _("Petugas ini sudah punya akun. Perannya ditambahkan."))
