"""Categories: the tree, adding, renaming, ordering, retiring."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from lapor.desk.catalogue.forms import CategoryForm, NewCategoryForm, initial_of
from lapor.desk.catalogue.shelves import CATEGORIES, TEXTS, shelf_page
from lapor.desk.changes import told
from lapor.desk.menu import MANAGERS
from lapor.queries.accounts.amendments import changes_of
from lapor.queries.catalogue.desk_categories import ManagedCategory, managed_categories, managed_category
from lapor.rules.access import Role
from lapor.rules.administration import Subject, is_national
from lapor.rules.refusals import NotFound, Refused
from lapor.steps.catalogue.add_category import add_category
from lapor.steps.catalogue.edit_category import edit_category
from lapor.threshold.access import officer
from lapor.threshold.actor import actor_of
from lapor.threshold.mending import explain, status_of
from lapor.threshold.posted import posted


@officer(*MANAGERS)
@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    """Leads to the shelf one works at most."""
    return redirect(CATEGORIES if is_national(actor_of(request)) else TEXTS)


@officer(*MANAGERS)
@require_safe
def categories(request: HttpRequest) -> HttpResponse:
    """The main categories, or those below one."""
    parent = _known(request.GET["induk"]) if request.GET.get("induk") else None
    rows = managed_categories(parent.code if parent else "")
    return shelf_page(
        request, "desk/catalogue/categories.html", {"parent": parent, "rows": rows}, shelf=CATEGORIES
    )


@officer(Role.NATIONAL_DESK)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    form = NewCategoryForm(posted(request), initial={"parent": request.GET.get("induk", "")})
    if request.method == "POST" and form.is_valid():
        name, parent = form.cleaned_data["name"], form.cleaned_data["parent"]
        try:
            add_category(actor=actor_of(request), name=name, parent_code=parent, now=timezone.now())
        except Refused as refused:
            explain(form, refused)
        else:
            messages.success(request, _("Kategori ditambahkan."))
            return _to_list(parent)
    template = "desk/catalogue/category_add.html"
    return shelf_page(request, template, {"form": form}, shelf=CATEGORIES, status=status_of(form))


@officer(Role.NATIONAL_DESK)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, code: str) -> HttpResponse:
    category = _known(code)
    form = CategoryForm(posted(request), initial=initial_of(category))
    if request.method == "POST" and form.is_valid():
        try:
            edit_category(actor=actor_of(request), code=code, details=form.details(), now=timezone.now())
        except Refused as refused:
            explain(form, refused)
        else:
            messages.success(request, _("Tersimpan."))
            return _to_list(form.cleaned_data["parent"])
    changes = told(changes_of(Subject.CATEGORY, category.id))
    context = {"form": form, "category": category, "changes": changes}
    template = "desk/catalogue/category.html"
    return shelf_page(request, template, context, shelf=CATEGORIES, status=status_of(form))


def _known(code: str) -> ManagedCategory:
    category = managed_category(code)
    if category is None:
        raise NotFound(code)
    return category


def _to_list(parent_code: str) -> HttpResponse:
    response = redirect(CATEGORIES)
    if parent_code:
        response["Location"] += f"?induk={parent_code}"
    return response
