"""The form of a report at one address: written, mended, reviewed, sent."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from lapor.portal.fresh_receipt import to_receipt
from lapor.portal.kept_files import rows_of, take_in
from lapor.portal.reporter import reporter_of
from lapor.portal.submit.form import ReportForm
from lapor.portal.submit.options import kind_options
from lapor.portal.submit.review import review_of
from lapor.portal.submit.start import key_of, offered_place, reopened, started
from lapor.queries.accounts.contact import own_contact
from lapor.queries.reports.drafts import draft_files
from lapor.queries.reports.first_reader import first_reader
from lapor.queries.reports.history import File
from lapor.queries.reports.sent_before import sent_before
from lapor.rules.access import ActorKind
from lapor.rules.attempts import SUBMIT_BY_PLACE
from lapor.rules.kinds import Kind
from lapor.rules.refusals import NotFound, Refused
from lapor.steps.drafts.keep import keep_draft
from lapor.steps.reports.receive import receive_report
from lapor.threshold.access import public
from lapor.threshold.actor import actor_of
from lapor.threshold.kept import OUT_OF_REACH, kept_while_down
from lapor.threshold.mending import MEND, explain, form_page
from lapor.threshold.rate import TooManyAttempts, demand
from lapor.ui.labels import label
from lapor.ui.privacy_choices import privacy_options


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def submit(request: HttpRequest) -> HttpResponse:
    """Without script one long page; each press of a button comes back here."""
    has_key = "key" in request.POST
    try:
        return _answer(request) if has_key else _start(request)
    except OUT_OF_REACH:
        return kept_while_down(request, promise=_same_number() if has_key else "")


def _same_number() -> str:
    return _("kalau ternyata laporan tadi sudah sampai, Anda mendapat nomor yang sama, bukan laporan ganda.")


def _start(request: HttpRequest) -> HttpResponse:
    form = started(request)
    return _form_page(request, form, () if form.is_fresh else draft_files(form.initial["key"]))


def _answer(request: HttpRequest) -> HttpResponse:
    """What the pressed button asks for, after the files have been taken in."""
    key, do = key_of(request), request.POST.get("do", "")
    files, error = take_in(request, reporter_of(request), key)
    if do == "save" and not error:
        return _save(request, key, files)
    if do in ("edit", "photo_place", "save") or "remove_files" in request.POST:
        form = reopened(request, key)
        if do == "photo_place" and (place := offered_place(key)):
            form.initial = {**form.initial, "place": place.code, "place_text": place.label}
        return _form_page(request, form, files, file_error=error)
    form = _judged(request, key)
    if error or not form.is_valid():
        return _form_page(request, form, files, file_error=error)
    return _send(request, form, files) if do == "send" else _review_page(request, form, files)


def _judged(request: HttpRequest, key: UUID) -> ReportForm:
    data = request.POST.copy()
    data["key"] = str(key)
    return ReportForm(data, own=own_contact(reporter_of(request)))


def _review_page(request: HttpRequest, form: ReportForm, files: Sequence[File]) -> HttpResponse:
    """Something sent already leads to its receipt; other words under the same key are a new report."""
    if before := sent_before(form.cleaned_data["key"]):
        if before.text == form.cleaned_data["text"]:
            return to_receipt(request, before.code)
        form.write("key", str(uuid4()))
        files = ()
    context = {"review": review_of(form), "files": rows_of(files), "here": "lapor"}
    return render(request, "portal/submit/review.html", context)


def _send(request: HttpRequest, form: ReportForm, files: Sequence[File]) -> HttpResponse:
    try:
        demand(request, SUBMIT_BY_PLACE)
        receipt = receive_report(
            actor=reporter_of(request),
            details=form.details(file.key for file in files),
            now=timezone.now(),
        )
    except (Refused, TooManyAttempts) as refused:
        if isinstance(refused, Refused) and refused.field == "attachments":
            return _form_page(request, form, files, file_error=label(refused.reason, "refusal"))
        explain(form, refused)
        return _form_page(request, form, files)
    return to_receipt(request, receipt.code)


def _save(request: HttpRequest, key: UUID, files: Sequence[File]) -> HttpResponse:
    """Keeps the draft with the account, for another day or another device; 409 where that can't be."""
    content = {name: request.POST.get(name, "") for name in ReportForm.base_fields if name != "key"}
    typed = {name: value for name, value in content.items() if value}
    if _is_saved(request, key, typed):
        messages.success(request, _("Tulisan Anda tersimpan di akun. Lanjutkan kapan saja."))
        return redirect("account")
    if reporter_of(request).account_id is None:
        words = _("Belum tersimpan, karena Anda sudah keluar dari akun. Tulisan Anda masih ada di bawah ini.")
    else:
        words = _(
            "Tidak disimpan lagi, karena laporan ini sudah terkirim. Tulisan Anda masih ada di bawah ini."
        )
    messages.error(request, words)
    response = _form_page(request, reopened(request, key), files)
    response.status_code = 409
    return response


def _is_saved(request: HttpRequest, key: UUID, typed: dict[str, str]) -> bool:
    actor, now = reporter_of(request), timezone.now()
    try:
        return keep_draft(actor=actor, key=key, content=typed, now=now)
    except NotFound:  # the key is that of somebody else's draft on the same device: the words are his own
        return keep_draft(actor=actor, key=uuid4(), content=typed, now=now)


def _form_page(
    request: HttpRequest, form: ReportForm, files: Sequence[File] = (), *, file_error: str = ""
) -> HttpResponse:
    actor = actor_of(request)
    typed = form.data if form.is_bound else form.initial
    needs_place = not typed.get("place_text") and request.method == "POST"
    context: dict[str, Any] = {
        "form": form,
        "files": rows_of(files),
        "file_error": file_error,
        "more_errors": [("#id_files", file_error)] if file_error else [],
        "kinds": kind_options(),
        "privacies": privacy_options(),
        "offered": offered_place(key_of(request)) if needs_place else None,
        "reader": first_reader(None, Kind.COMPLAINT, timezone.now()),
        "has_account": actor.account_id is not None and actor.kind is not ActorKind.OFFICER,
        "is_officer": actor.kind is ActorKind.OFFICER,
        "here": "lapor",
    }
    response = form_page(request, "portal/submit/form.html", context)
    if file_error:
        response.status_code = MEND
    return response
