"""Signing in and out, registering, and the links that work once."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lapor.portal.account.forms import LinkForm, RegisterForm, SignInForm
from lapor.rules.access import ActorKind
from lapor.rules.attempts import (
    LOGIN_LINK_BY_LOGIN,
    LOGIN_LINK_HERE,
    REGISTER_BY_PLACE,
    SIGN_IN_BY_LOGIN,
    SIGN_IN_BY_PLACE,
    SIGN_IN_HERE,
)
from lapor.rules.login import is_email, login_key
from lapor.rules.refusals import Refused
from lapor.steps.accounts.ask_login_link import ask_login_link
from lapor.steps.accounts.confirm_email import confirm_email
from lapor.steps.accounts.register import NewAccount, register_account
from lapor.steps.accounts.sign_in import sign_in_account
from lapor.steps.accounts.use_login_link import use_login_link
from lapor.threshold.access import public
from lapor.threshold.actor import actor_of, sign_in, sign_out
from lapor.threshold.kept import kind_when_down
from lapor.threshold.mending import explain, form_page
from lapor.threshold.posted import posted
from lapor.threshold.rate import TooManyAttempts, demand, demand_here
from lapor.ui.labels import label

_WAY_ON = "way_on"


@public
@kind_when_down
@require_http_methods(["GET", "POST"])
def sign_in_page(request: HttpRequest) -> HttpResponse:
    """E-mail or telephone number and password."""
    form = SignInForm(posted(request))
    if form.is_valid():
        login = login_key(form.cleaned_data["login"])
        try:
            # Counted before they are judged, so that guesses of one moment don't slip through together.
            demand(request, SIGN_IN_BY_PLACE)
            demand_here(request, SIGN_IN_HERE, login)
            demand(request, SIGN_IN_BY_LOGIN, login)
            account_id = sign_in_account(actor=actor_of(request), **form.cleaned_data, now=timezone.now())
        except (Refused, TooManyAttempts) as refused:
            explain(form, refused)
        else:
            sign_in(request, account_id)
            return _onward(request)
    context = {"form": form, "way_on": _way_on(request), "here": "akun"}
    return form_page(request, "portal/account/sign_in.html", context)


@public
@kind_when_down
@require_http_methods(["GET", "POST"])
def ask_link(request: HttpRequest) -> HttpResponse:
    """A one-time link instead of a password."""
    form = LinkForm(posted(request))
    if form.is_valid():
        try:
            demand(request, SIGN_IN_BY_PLACE)
            _demand_letter(request, form.cleaned_data["login"])
            ask_login_link(actor=actor_of(request), **form.cleaned_data, now=timezone.now())
        except (Refused, TooManyAttempts) as refused:
            explain(form, refused)
        else:
            return _link_sent(request, form.cleaned_data["login"])
    context = {"form": form, "way_on": _way_on(request), "here": "akun"}
    return form_page(request, "portal/account/ask_link.html", context)


@public
@kind_when_down
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
    sign_in(request, account_id, by_link=True)
    return _onward(request)


@public
@kind_when_down
@require_http_methods(["GET", "POST"])
def confirm_address(request: HttpRequest, token: str) -> HttpResponse:
    """Confirms an e-mail address of an account without signing anybody in."""
    if request.method == "GET":
        return render(request, "portal/account/confirm_address.html", {"here": "akun"})
    demand(request, SIGN_IN_BY_PLACE)
    try:
        confirm_email(actor=actor_of(request), token=token, now=timezone.now())
    except Refused as refused:
        messages.error(request, label(refused.reason, "refusal"))
    else:
        messages.success(
            request, _("Alamat surel Anda sudah dipastikan. Tautan masuk dapat dikirim ke sana.")
        )
    return redirect("account")


@public
@kind_when_down
@require_http_methods(["GET", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    """Nobody needs an account; who wants one gets it here."""
    form = RegisterForm(posted(request))
    if form.is_valid():
        login = form.cleaned_data["login"]
        details = NewAccount(**form.cleaned_data, language=get_language() or "id")
        try:
            demand(request, REGISTER_BY_PLACE)
            if is_email(login):
                _demand_letter(request, login)
            account_id = register_account(actor=actor_of(request), details=details, now=timezone.now())
        except (Refused, TooManyAttempts) as refused:
            explain(form, refused)
        else:
            if account_id is None:
                return _link_sent(request, login)
            sign_in(request, account_id)
            return _onward(request)
    context = {"form": form, "way_on": _way_on(request), "here": "akun"}
    return form_page(request, "portal/account/register.html", context)


@public
@kind_when_down
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Forgets the account and every report that was opened with its code, and says so."""
    sign_out(request)
    messages.success(
        request,
        _("Anda sudah keluar. Laporan yang dibuka dengan kode juga sudah ditutup di perangkat ini."),
    )
    return redirect("home")


def _demand_letter(request: HttpRequest, login: str) -> None:
    """One address gets only so many letters, whoever asks for them."""
    demand_here(request, LOGIN_LINK_HERE, login_key(login))
    demand(request, LOGIN_LINK_BY_LOGIN, login_key(login))


def _link_sent(request: HttpRequest, email: str) -> HttpResponse:
    """Where he wanted to go waits in his browser: nothing that somebody typed stands in our letters."""
    if target := request.GET.get("next", ""):
        request.session[_WAY_ON] = target
    return render(request, "portal/account/link_sent.html", {"email": email, "way_on": _way_on(request)})


def _way_on(request: HttpRequest) -> str:
    """Goes along from one door of this room to the next."""
    target = request.GET.get("next", "")
    return f"?{urlencode({'next': target})}" if target else ""


def _onward(request: HttpRequest) -> HttpResponse:
    """Where somebody goes who has just signed in: back to where he was sent from, else to his own place."""
    target = request.session.pop(_WAY_ON, "")
    target = request.GET.get("next", target)
    if url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure()):
        return HttpResponseRedirect(target)
    is_officer = actor_of(request).kind is ActorKind.OFFICER
    return HttpResponseRedirect(reverse("inbox") if is_officer else reverse("account"))
