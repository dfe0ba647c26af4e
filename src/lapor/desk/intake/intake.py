"""The counter: an officer types a report for somebody who came, wrote or called, and hands over a receipt."""

from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from lapor.desk.answering.files import HandedFiles, handed_files, is_only_removing
from lapor.desk.fields import DOORS
from lapor.desk.intake.form import IntakeForm
from lapor.desk.intake.handed_over import hand_over
from lapor.desk.menu import desk_page
from lapor.queries.agencies.tree import agency_by_id
from lapor.queries.reports.sent_before import sent_before
from lapor.rules.access import RECEIVING_ROLES, Actor, Role
from lapor.rules.kinds import Door, Kind
from lapor.rules.refusals import Refused
from lapor.steps.reports.receive import receive_report
from lapor.threshold.access import officer
from lapor.threshold.actor import actor_of
from lapor.threshold.mending import MEND, explain
from lapor.ui.labels import label
from lapor.ui.privacy_choices import CHOICES, privacy_options

HERE = "intake"
_FILES = "files"


@officer(*RECEIVING_ROLES)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def intake(request: HttpRequest) -> HttpResponse:
    """`?lewat=` a door opens the form for the next letter of a pile."""
    if request.method != "POST":
        return _page(request, IntakeForm(initial=_fresh(actor_of(request), request.GET.get("lewat", ""))))
    handed = handed_files(request, actor_of(request), _FILES)
    if is_only_removing(request, _FILES):
        return _page(request, IntakeForm(initial=_as_typed(request)), handed)
    form = IntakeForm(request.POST)
    if not form.is_valid() or handed.error:
        return _page(request, form, handed, status=MEND)
    return _receive(request, form, handed)


def _receive(request: HttpRequest, form: IntakeForm, handed: HandedFiles) -> HttpResponse:
    """Sending the same again leads to its receipt; other words under its key are the next report."""
    before = sent_before(form.cleaned_data["key"])
    if before and before.text != form.cleaned_data["text"]:
        form.cleaned_data["key"] = uuid4()
    try:
        receipt = receive_report(
            actor=actor_of(request), details=form.details(handed.keys), now=timezone.now()
        )
    except Refused as refused:
        explain(form, refused)
        return _page(request, form, handed, status=MEND)
    hand_over(request, receipt.code)
    return redirect("intake-receipt", code=receipt.code)


def _fresh(actor: Actor, door: str) -> dict[str, Any]:
    """An empty form, meant for the officer's own government; the national desk has none of its own.

    An inspectorate's counter keeps its complaints: at the government they may accuse they'd be unshielded.
    """
    own = next((desk for desk in actor.desks if desk.role in RECEIVING_ROLES), None)
    agency = None
    if own and own.role is not Role.NATIONAL_DESK:
        agency = agency_by_id(own.agency_id if own.is_inspectorate else own.root_id)
    return {
        "key": uuid4(),
        "door": door if door in dict(DOORS) else Door.COUNTER.value,
        "kind": Kind.COMPLAINT.value,
        "privacy": CHOICES[0],
        "language": "id",
        "agency": str(agency.id) if agency else "",
        "agency_text": agency.name if agency else "",
    }


def _as_typed(request: HttpRequest) -> dict[str, Any]:
    typed: dict[str, Any] = {name: request.POST.get(name, "") for name in IntakeForm.base_fields}
    typed["nowhere"] = bool(typed["nowhere"])
    return typed | {"key": _key(typed["key"])}


def _key(typed: str) -> UUID:
    try:
        return UUID(typed)
    except ValueError:
        return uuid4()


def _page(
    request: HttpRequest, form: IntakeForm, handed: HandedFiles | None = None, *, status: int = 200
) -> HttpResponse:
    if form.is_bound and "key" in form.errors:
        form.write("key", str(uuid4()))
    handed = handed or HandedFiles()
    context = {
        "form": form,
        "files": handed.rows,
        "file_error": handed.error,
        "more_errors": [("#id_files", handed.error)] if handed.error else [],
        "kinds": [(kind.value, label(kind, "kind"), label(kind, "kind_plain")) for kind in Kind],
        "privacies": privacy_options(),
        "is_fresh": request.method != "POST",
    }
    return desk_page(request, "desk/intake/intake.html", context, here=HERE, status=status)
