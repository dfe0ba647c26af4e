"""Editing an agency, adding a unit below it or a new tree, moving it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lapor.desk.agencies.forms import AgencyForm, MoveForm, TopAgencyForm, UnitForm, initial_of
from lapor.desk.agencies.pages import HERE, crumbs
from lapor.desk.menu import MANAGERS, desk_page
from lapor.queries.agencies.desk_agency import ManagedAgency, managed_agency, new_parents
from lapor.queries.agencies.tree import coordinators
from lapor.rules.access import Actor, Role
from lapor.rules.refusals import Refused
from lapor.steps.agencies.add_top_agency import add_top_agency
from lapor.steps.agencies.add_unit import add_unit
from lapor.steps.agencies.edit_agency import edit_agency
from lapor.steps.agencies.move_agency import move_agency
from lapor.threshold.access import officer
from lapor.threshold.actor import actor_of
from lapor.threshold.mending import explain, status_of
from lapor.threshold.posted import posted


@officer(*MANAGERS)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, code: str) -> HttpResponse:
    actor = actor_of(request)
    managed = managed_agency(actor, code)
    form = AgencyForm(posted(request), initial=initial_of(managed))
    if request.method == "POST" and form.is_valid():
        try:
            changed = edit_agency(actor=actor, code=code, details=form.details(), now=timezone.now())
        except Refused as refused:
            explain(form, refused)
        else:
            messages.success(request, _("Tersimpan.") if changed else _("Tidak ada yang berubah."))
            return redirect("desk-agency", code=code)
    context = {"form": form, "agency": managed, "crumbs": crumbs(managed, itself=True)}
    return desk_page(request, "desk/agencies/edit.html", context, here=HERE, status=status_of(form))


@officer(*MANAGERS)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, code: str) -> HttpResponse:
    actor = actor_of(request)
    parent = managed_agency(actor, code)
    form = UnitForm(posted(request), parent=parent)
    if request.method == "POST" and form.is_valid():
        try:
            kind, details = form.chosen_kind(), form.details()
            new = add_unit(actor=actor, parent_code=code, kind=kind, details=details, now=timezone.now())
        except Refused as refused:
            explain(form, refused)
        else:
            messages.success(request, _("Unit ditambahkan."))
            return redirect("desk-agency", code=code if "lagi" in request.POST else new)
    context = {"form": form, "agency": parent, "crumbs": crumbs(parent, itself=True)}
    return desk_page(request, "desk/agencies/add.html", context, here=HERE, status=status_of(form))


@officer(Role.NATIONAL_DESK)
@require_http_methods(["GET", "HEAD", "POST"])
def add_top(request: HttpRequest) -> HttpResponse:
    form = TopAgencyForm(posted(request), coordinators=coordinators())
    if request.method == "POST" and form.is_valid():
        try:
            code = add_top_agency(
                actor=actor_of(request),
                kind=form.chosen_kind(),
                details=form.details(),
                coordinator_code=form.cleaned_data["coordinator"],
                region_code=form.cleaned_data["region"],
                now=timezone.now(),
            )
        except Refused as refused:
            explain(form, refused)
        else:
            messages.success(request, _("Instansi ditambahkan. Beri ia petugas, supaya laporannya terbaca."))
            return redirect("desk-agency", code=code)
    context = {"form": form, "crumbs": [(reverse(HERE), _("Unit dan tim"))]}
    return desk_page(request, "desk/agencies/add_top.html", context, here=HERE, status=status_of(form))


@officer(*MANAGERS)
@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, code: str) -> HttpResponse:
    actor = actor_of(request)
    managed = managed_agency(actor, code)
    form = _move_form(request, actor, managed)
    if request.method == "POST" and form.is_valid():
        parent = form.cleaned_data["parent"]
        try:
            moved = move_agency(actor=actor, code=code, parent_code=parent, now=timezone.now())
        except Refused as refused:
            explain(form, refused)
        else:
            words = _("Unit dipindahkan beserta semua yang di bawahnya.")
            messages.success(request, words if moved else _("Tidak ada yang berubah."))
            return redirect("desk-agency", code=code)
    context = {"form": form, "agency": managed, "crumbs": crumbs(managed, itself=True)}
    return desk_page(request, "desk/agencies/move.html", context, here=HERE, status=status_of(form))


def _move_form(request: HttpRequest, actor: Actor, managed: ManagedAgency) -> MoveForm:
    form = MoveForm(posted(request))
    above = managed.above[-1].code if managed.above else ""
    form.initial["parent"] = above
    form.fields["parent"].choices = [  # type: ignore[attr-defined]
        (line.code, f"{'– ' * line.depth}{line.name}") for line in new_parents(actor, managed)
    ]
    return form
