"""Ending roles, closing accounts, and a new link for whoever has not come yet."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lapor.desk.menu import MANAGERS, desk_page
from lapor.desk.users.choosing import HERE
from lapor.desk.users.forms import EndForm
from lapor.desk.users.one_time import show_once
from lapor.queries.accounts.desk_officers import officer, role_to_end
from lapor.rules.refusals import Forbidden, Refused
from lapor.steps.accounts.deactivate_officer import deactivate_officer
from lapor.steps.accounts.end_membership import end_membership
from lapor.steps.accounts.reactivate_officer import reactivate_officer
from lapor.steps.accounts.renew_invitation import renew_invitation
from lapor.threshold import access
from lapor.threshold.actor import actor_of
from lapor.threshold.mending import MEND, explain, status_of
from lapor.threshold.posted import posted
from lapor.ui.labels import label


@access.officer(*MANAGERS)
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, membership_id: int) -> HttpResponse:
    actor = actor_of(request)
    role, account_id, name, is_last = role_to_end(actor, membership_id, today=timezone.localdate())
    form = EndForm(posted(request), initial={"when": "now"})
    if request.method == "POST" and form.is_valid():
        try:
            end_membership(
                actor=actor,
                membership_id=membership_id,
                last_day=form.cleaned_data["last_day"] if form.cleaned_data["when"] == "day" else None,
                is_confirmed=form.cleaned_data["confirmed"],
                now=timezone.now(),
            )
        except Refused as refused:
            explain(form, refused)
        else:
            messages.success(request, _("Peran diakhiri."))
            return redirect("desk-officer", account_id=account_id)
    context = {"form": form, "role": role, "name": name, "account_id": account_id, "is_last": is_last}
    return desk_page(request, "desk/users/end.html", context, here=HERE, status=status_of(form))


@access.officer(*MANAGERS)
@require_http_methods(["GET", "HEAD", "POST"])
def close(request: HttpRequest, account_id: int) -> HttpResponse:
    actor, refusal, is_last = actor_of(request), "", False
    person = officer(actor, account_id, today=timezone.localdate())
    if not person.is_wholly_managed:
        raise Forbidden("he is trusted with something elsewhere")
    if request.method == "POST":
        try:
            deactivate_officer(
                actor=actor,
                account_id=account_id,
                is_confirmed="confirmed" in request.POST,
                now=timezone.now(),
            )
        except Refused as refused:
            refusal, is_last = label(refused.reason, "refusal"), refused.reason == "last_desk_officer"
        else:
            messages.success(request, _("Akun ditutup. Semua perannya berakhir."))
            return redirect("desk-officer", account_id=account_id)
    context = {"officer": person, "refusal": refusal, "is_last": is_last}
    status = MEND if refusal else 200
    return desk_page(request, "desk/users/close.html", context, here=HERE, status=status)


@access.officer(*MANAGERS)
@require_POST
def reopen(request: HttpRequest, account_id: int) -> HttpResponse:
    try:
        reactivate_officer(actor=actor_of(request), account_id=account_id, now=timezone.now())
    except Refused as refused:
        messages.error(request, label(refused.reason, "refusal"))
    else:
        messages.success(request, _("Akun dibuka lagi. Beri peran supaya petugas dapat bekerja."))
    return redirect("desk-officer", account_id=account_id)


@access.officer(*MANAGERS)
@require_POST
def new_link(request: HttpRequest, account_id: int) -> HttpResponse:
    try:
        token = renew_invitation(actor=actor_of(request), account_id=account_id, now=timezone.now())
    except Refused as refused:
        messages.error(request, label(refused.reason, "refusal"))
    else:
        show_once(request, account_id, token)
    return redirect("desk-officer", account_id=account_id)
