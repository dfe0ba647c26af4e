"""One's own pages: reports and news, contact data, password."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lapor.portal.account.forms import ContactForm, PasswordForm
from lapor.queries.accounts.contact import OwnContact, own_contact
from lapor.queries.reports.drafts import drafts_of
from lapor.queries.reports.own_page import own_page
from lapor.rules.attempts import CONTACT_BY_ACCOUNT, LOGIN_LINK_BY_LOGIN, PASSWORD_BY_ACCOUNT
from lapor.rules.disclosure import masked, unmasked
from lapor.rules.login import login_key
from lapor.rules.refusals import NotFound, Refused
from lapor.rules.sessions import is_proof_fresh
from lapor.steps.accounts.change_contact import OwnDetails, change_contact
from lapor.steps.accounts.set_password import NewPassword, set_password
from lapor.steps.drafts.discard import discard_draft
from lapor.steps.messages.read_notices import read_notices
from lapor.threshold.access import signed_in
from lapor.threshold.actor import actor_of, proved_at, sign_in
from lapor.threshold.mending import explain, form_page
from lapor.threshold.pages import decode_cursor, encode_cursor
from lapor.threshold.posted import posted
from lapor.threshold.rate import TooManyAttempts, demand


@signed_in
@require_GET
def account(request: HttpRequest) -> HttpResponse:
    """Own reports, drafts, notices and contact data."""
    after = decode_cursor(request.GET.get("sesudah"), 2)
    page = own_page(actor_of(request), timezone.now(), after=after)
    address = reverse("account")
    context: dict[str, Any] = {
        "page": page,
        "newer": address if after else "",
        "older": f"{address}?sesudah={encode_cursor(page.next_cursor)}" if page.next_cursor else "",
        "here": "akun",
    }
    return render(request, "portal/account/account.html", context)


@signed_in
@require_POST
def read_news(request: HttpRequest) -> HttpResponse:
    """Everything up to the newest notice that was on the page is read."""
    newest = request.POST.get("sampai", "")
    if newest.isdecimal() and len(newest) < 18:
        read_notices(actor=actor_of(request), up_to=int(newest), now=timezone.now())
    return redirect("account")


@signed_in
@require_http_methods(["GET", "POST"])
def throw_away(request: HttpRequest, key: UUID) -> HttpResponse:
    """Throws a draft away, after asking once more: it can't be had back."""
    actor = actor_of(request)
    if request.method == "POST":
        discard_draft(actor=actor, key=key, now=timezone.now())
        messages.success(request, _("Draf sudah dibuang."))
        return redirect("account")
    draft = next((line for line in drafts_of(actor) if line.key == key), None)
    if draft is None:
        raise NotFound(str(key))
    return render(request, "portal/account/discard_draft.html", {"draft": draft, "here": "akun"})


@signed_in
@require_http_methods(["GET", "POST"])
def contact(request: HttpRequest) -> HttpResponse:
    """Contact data are shown masked; a masked value is never written back."""
    own = _own(request)
    shown = {"name": own.name, own.changeable: masked(getattr(own, own.changeable))}
    form = ContactForm(posted(request), initial=shown, changeable=own.changeable)
    if form.is_valid():
        try:
            demand(request, CONTACT_BY_ACCOUNT, own.login)
            if email := unmasked(form.cleaned_data.get("email", ""), own.email):
                demand(request, LOGIN_LINK_BY_LOGIN, login_key(email))
            details = OwnDetails(**form.cleaned_data)
            is_asked = change_contact(actor=actor_of(request), details=details, now=timezone.now())
        except (Refused, TooManyAttempts) as refused:
            explain(form, refused)
        else:
            messages.success(request, _("Data Anda sudah disimpan."))
            if is_asked:
                messages.info(
                    request, _("Kami kirim surel untuk memastikan alamat itu. Buka tautannya dalam 30 menit.")
                )
            return redirect("account")
    context = {"form": form, "own": own, "here": "akun"}
    return form_page(request, "portal/account/contact.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """A new password; this browser stays signed in, all others are out."""
    own, now, proof = _own(request), timezone.now(), proved_at(request)
    asks_present = own.has_password and not is_proof_fresh(proof, now)
    form = PasswordForm(posted(request), asks_present=asks_present)
    if form.is_valid():
        try:
            demand(request, PASSWORD_BY_ACCOUNT, own.login)
            details = NewPassword(**form.cleaned_data, proved_at=proof)
            account_id = set_password(actor=actor_of(request), details=details, now=now)
        except (Refused, TooManyAttempts) as refused:
            explain(form, refused)
        else:
            sign_in(request, account_id)
            messages.success(request, _("Kata sandi baru sudah berlaku. Perangkat lain sudah dikeluarkan."))
            return redirect("account")
    context = {"form": form, "here": "akun"}
    return form_page(request, "portal/account/password.html", context)


def _own(request: HttpRequest) -> OwnContact:
    own = own_contact(actor_of(request))
    if own is None:
        raise NotFound("account")
    return own
