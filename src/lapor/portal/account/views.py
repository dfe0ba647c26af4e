"""Signing in and out, and one's own pages."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lapor.portal.account.forms import ContactForm, LinkForm, PasswordForm, RegisterForm, SignInForm
from lapor.queries.accounts.contact import own_contact
from lapor.queries.reports.drafts import drafts_of
from lapor.queries.reports.own_page import own_page
from lapor.rules.access import ActorKind
from lapor.rules.attempts import LOGIN_LINK_BY_LOGIN, SIGN_IN_BY_LOGIN, SIGN_IN_BY_PLACE
from lapor.rules.disclosure import masked
from lapor.rules.refusals import Refused
from lapor.steps.accounts.ask_login_link import ask_login_link
from lapor.steps.accounts.change_contact import OwnDetails, change_contact
from lapor.steps.accounts.register import NewAccount, register_account
from lapor.steps.accounts.set_password import set_password
from lapor.steps.accounts.sign_in import sign_in_account
from lapor.steps.accounts.use_login_link import use_login_link
from lapor.steps.drafts.discard import discard_draft
from lapor.threshold.access import public, signed_in
from lapor.threshold.actor import actor_of, sign_in, sign_out
from lapor.threshold.posted import posted
from lapor.threshold.rate import demand
from lapor.ui.labels import label


@public
@require_http_methods(["GET", "POST"])
def sign_in_page(request: HttpRequest) -> HttpResponse:
    """E-mail or telephone number and password."""
    form = SignInForm(posted(request))
    if request.method == "POST" and form.is_valid():
        demand(request, SIGN_IN_BY_PLACE)
        demand(request, SIGN_IN_BY_LOGIN, form.cleaned_data["login"].lower())
        try:
            account_id = sign_in_account(actor=actor_of(request), **form.cleaned_data, now=timezone.now())
        except Refused as refused:
            _explain(form, refused)
        else:
            return _welcome(request, account_id)
    context = {"form": form, "next": request.GET.get("next", ""), "here": "akun"}
    return render(request, "portal/account/sign_in.html", context, status=422 if form.errors else 200)


@public
@require_http_methods(["GET", "POST"])
def ask_link(request: HttpRequest) -> HttpResponse:
    """A one-time link instead of a password."""
    form = LinkForm(posted(request))
    if request.method == "POST" and form.is_valid():
        demand(request, SIGN_IN_BY_PLACE)
        demand(request, LOGIN_LINK_BY_LOGIN, form.cleaned_data["login"].lower())
        try:
            ask_login_link(actor=actor_of(request), **form.cleaned_data, now=timezone.now())
        except Refused as refused:
            _explain(form, refused)
        else:
            return render(request, "portal/account/link_sent.html", {"email": form.cleaned_data["login"]})
    context = {"form": form, "here": "akun"}
    return render(request, "portal/account/ask_link.html", context, status=422 if form.errors else 200)


@public
@require_http_methods(["GET", "POST"])
def use_link(request: HttpRequest, token: str) -> HttpResponse:
    """Opened by a click, used by a button: mail programs that look at links must not use them up."""
    if request.method == "GET":
        return render(request, "portal/account/use_link.html", {"here": "akun"})
    demand(request, SIGN_IN_BY_PLACE)
    try:
        account_id = use_login_link(actor=actor_of(request), token=token, now=timezone.now())
    except Refused as refused:
        messages.error(request, label(refused.reason, "refusal"))
        return redirect("ask-link")
    return _welcome(request, account_id)


@public
@require_http_methods(["GET", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    """Nobody needs an account; who wants one gets it here."""
    form = RegisterForm(posted(request))
    if request.method == "POST" and form.is_valid():
        demand(request, SIGN_IN_BY_PLACE)
        details = NewAccount(**form.cleaned_data, language=get_language() or "id")
        try:
            account_id = register_account(actor=actor_of(request), details=details, now=timezone.now())
        except Refused as refused:
            _explain(form, refused)
        else:
            if account_id is None:
                return render(request, "portal/account/link_sent.html", {"email": form.cleaned_data["login"]})
            return _welcome(request, account_id)
    context = {"form": form, "here": "akun"}
    return render(request, "portal/account/register.html", context, status=422 if form.errors else 200)


@public
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    sign_out(request)
    messages.success(request, _("Anda sudah keluar."))
    return redirect("home")


@signed_in
@require_GET
def account(request: HttpRequest) -> HttpResponse:
    """Own reports, drafts, notices and contact data."""
    actor = actor_of(request)
    page = own_page(actor, timezone.now())
    return render(request, "portal/account/account.html", {"page": page, "here": "akun"})


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
        raise Http404
    return render(request, "portal/account/discard_draft.html", {"draft": draft, "here": "akun"})


@signed_in
@require_http_methods(["GET", "POST"])
def contact(request: HttpRequest) -> HttpResponse:
    """Contact data are shown masked; a masked value is never written back."""
    own = own_contact(actor_of(request))
    shown = {"name": own.name, "email": masked(own.email), "phone": masked(own.phone)} if own else {}
    form = ContactForm(posted(request), initial=shown)
    if request.method == "POST" and form.is_valid():
        try:
            details = OwnDetails(**form.cleaned_data)
            change_contact(actor=actor_of(request), details=details, now=timezone.now())
        except Refused as refused:
            _explain(form, refused)
        else:
            messages.success(request, _("Data Anda sudah disimpan."))
            return redirect("account")
    context = {"form": form, "own": own, "here": "akun"}
    return render(request, "portal/account/contact.html", context, status=422 if form.errors else 200)


@signed_in
@require_http_methods(["GET", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    form = PasswordForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            set_password(actor=actor_of(request), **form.cleaned_data, now=timezone.now())
        except Refused as refused:
            _explain(form, refused)
        else:
            messages.success(request, _("Kata sandi baru sudah berlaku."))
            return redirect("account")
    context = {"form": form, "here": "akun"}
    return render(request, "portal/account/password.html", context, status=422 if form.errors else 200)


def _explain(form: forms.Form, refused: Refused) -> None:
    form.add_error(refused.field if refused.field in form.fields else None, label(refused.reason, "refusal"))


def _welcome(request: HttpRequest, account_id: int) -> HttpResponse:
    """Where somebody goes who has just signed in: back to where he was sent from, else to his own place."""
    sign_in(request, account_id)
    target = request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure()):
        return HttpResponseRedirect(target)
    is_officer = actor_of(request).kind is ActorKind.OFFICER
    return HttpResponseRedirect(reverse("inbox") if is_officer else reverse("account"))
