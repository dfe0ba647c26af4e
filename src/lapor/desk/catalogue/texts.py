"""Ready texts for follow-ups: everybody's, and those of one's own tree."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from lapor.desk.catalogue.forms import NewTextForm, TextForm
from lapor.desk.catalogue.shelves import TEXTS, shelf_page
from lapor.desk.changes import told
from lapor.desk.menu import MANAGERS
from lapor.queries.accounts.amendments import changes_of
from lapor.queries.agencies.tree import agency_choices
from lapor.queries.catalogue.desk_templates import managed_text, managed_texts
from lapor.rules.access import Actor
from lapor.rules.administration import Subject, is_national, managed_tops
from lapor.rules.refusals import Refused
from lapor.steps.catalogue.add_follow_up_template import add_follow_up_template
from lapor.steps.catalogue.edit_follow_up_template import edit_follow_up_template
from lapor.threshold.access import officer
from lapor.threshold.actor import actor_of
from lapor.threshold.mending import explain, status_of
from lapor.threshold.posted import posted


@officer(*MANAGERS)
@require_safe
def texts(request: HttpRequest) -> HttpResponse:
    rows = managed_texts(actor_of(request))
    return shelf_page(request, "desk/catalogue/texts.html", {"rows": rows}, shelf=TEXTS)


@officer(*MANAGERS)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    form = NewTextForm(posted(request), owners=_owners(actor))
    if request.method == "POST" and form.is_valid():
        agency, details = form.cleaned_data["agency"], form.details()
        try:
            add_follow_up_template(actor=actor, agency_code=agency, details=details, now=timezone.now())
        except Refused as refused:
            explain(form, refused)
        else:
            messages.success(request, _("Templat ditambahkan."))
            return redirect(TEXTS)
    return shelf_page(
        request, "desk/catalogue/text.html", {"form": form}, shelf=TEXTS, status=status_of(form)
    )


@officer(*MANAGERS)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, template_id: int) -> HttpResponse:
    actor = actor_of(request)
    text = managed_text(actor, template_id)
    form = TextForm(
        posted(request),
        initial={"title": text.title, "body": text.body, "is_active": text.is_active},
    )
    if request.method == "POST" and form.is_valid():
        details = form.details()
        try:
            edit_follow_up_template(actor=actor, template_id=template_id, details=details, now=timezone.now())
        except Refused as refused:
            explain(form, refused)
        else:
            messages.success(request, _("Tersimpan."))
            return redirect(TEXTS)
    changes = told(changes_of(Subject.FOLLOW_UP_TEMPLATE, text.id))
    context = {"form": form, "text": text, "changes": changes}
    return shelf_page(request, "desk/catalogue/text.html", context, shelf=TEXTS, status=status_of(form))


def _owners(actor: Actor) -> list[tuple[str, str]]:
    """For whom one may write: everybody, or one's own agency and each below it."""
    if is_national(actor):
        return [("", _("Semua instansi"))]
    return [
        (line.code, f"{'– ' * line.depth}{line.name}")
        for desk in managed_tops(actor)
        for line in agency_choices(desk.agency_id)
    ]
