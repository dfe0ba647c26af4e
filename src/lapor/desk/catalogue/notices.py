"""The words of notices: each in two languages, versioned, with a preview on invented data."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_safe

from lapor.desk.catalogue.forms import NoticeForm
from lapor.desk.catalogue.shelves import NOTICES, shelf_page
from lapor.queries.messages.templates import newest_templates, versions_of
from lapor.rules.access import Role
from lapor.rules.notice_text import Placeholder, UnknownPlaceholder, fill, fill_line
from lapor.rules.notices import template_codes
from lapor.rules.refusals import NotFound, Refused
from lapor.steps.messages.edit_template import LANGUAGES, edit_template
from lapor.threshold.access import officer
from lapor.threshold.actor import actor_of
from lapor.threshold.mending import explain, status_of
from lapor.threshold.posted import posted
from lapor.ui.labels import label
from lapor.ui.wording import day

_RECIPIENTS = ("reporter", "holder", "approver", "above", "author", "copied")


@officer(Role.NATIONAL_DESK)
@require_safe
def notices(request: HttpRequest) -> HttpResponse:
    """All texts by whom they are for; each with its newest version."""
    newest = newest_templates()
    rows = [
        {"code": code, "title": title_of(code), "for": _recipient(code), "words": newest.get((code, "id"))}
        for code in template_codes()
    ]
    rows.sort(key=lambda row: _RECIPIENTS.index(row["for"]) if row["for"] in _RECIPIENTS else -1)
    return shelf_page(request, "desk/catalogue/notices.html", {"rows": rows}, shelf=NOTICES)


@officer(Role.NATIONAL_DESK)
@require_http_methods(["GET", "HEAD", "POST"])
def notice(request: HttpRequest, code: str, language: str) -> HttpResponse:
    """Changes one text, or shows how it would read."""
    if code not in template_codes() or language not in LANGUAGES:
        raise NotFound(code)
    versions = versions_of(code, language)
    newest = versions[0] if versions else None
    form = NoticeForm(
        posted(request), initial={"subject": newest.subject, "body": newest.body} if newest else None
    )
    if request.method == "POST" and form.is_valid() and "simpan" in request.POST:
        try:
            version = edit_template(
                actor=actor_of(request), code=code, language=language, **form.cleaned_data, now=timezone.now()
            )
        except Refused as refused:
            explain(form, refused)
        else:
            messages.success(request, _("Tersimpan sebagai versi %(number)s.") % {"number": version})
            return redirect("desk-notice-text", code=code, language=language)
    context = {
        "form": form,
        "code": code,
        "title": title_of(code),
        "language": language,
        "languages": LANGUAGES,
        "versions": versions,
        "preview": _preview(form, language),
        "placeholders": [(f"{{{word.value}}}", _meaning()[word]) for word in Placeholder],
    }
    return shelf_page(request, "desk/catalogue/notice.html", context, shelf=NOTICES, status=status_of(form))


def title_of(code: str) -> str:
    """What the text tells: "Dibaca dan diteruskan"."""
    reminder = label(code, "reminder")
    if reminder != code:
        return reminder
    recipient = _recipient(code)
    event = code.removeprefix(f"{recipient}_") if recipient else code
    words = label(event, "event")
    return words if words != event else label(code, "notice_template")


def _recipient(code: str) -> str:
    return next((one for one in _RECIPIENTS if code.startswith(f"{one}_")), "")


def _preview(form: NoticeForm, language: str) -> dict[str, str] | None:
    """The typed words, else the stored ones, filled with an invented report; None while they can't be."""
    data: Any = form.data if form.is_bound else form.initial
    try:
        values = _sample(language)
        return {
            "subject": fill_line(data.get("subject", ""), values),
            "body": fill(data.get("body", ""), values),
        }
    except UnknownPlaceholder as error:
        names = ", ".join(error.names)
        if form.is_bound and not form.errors:
            words = _("Kata ini tidak dikenal: %(names)s. Pakai kata dari daftar.")
            form.add_error("body", words % {"names": names})
        return None


def _sample(language: str) -> dict[Placeholder, str]:
    with override(language):
        return {
            Placeholder.NUMBER: "583 720 461",
            Placeholder.TITLE: "Jalan Pandan Ujung berlubang di depan SD",
            Placeholder.LINK: "https://lapor.go.id/lacak/583720461/",
            Placeholder.HOLDER: "Dinas PUPR Kota Solok",
            Placeholder.BY: "Meja Kota Solok",
            Placeholder.DATE: day(date(2026, 11, 20)),
            Placeholder.DUE: day(date(2026, 11, 27)),
            Placeholder.WORDS: "Tim mengukur lubangnya besok pagi.",
        }


def _meaning() -> dict[Placeholder, str]:
    return {
        Placeholder.NUMBER: _("nomor laporan, wajib ada di isi"),
        Placeholder.TITLE: _("judul laporan"),
        Placeholder.LINK: _("tautan ke laporan, wajib ada di isi"),
        Placeholder.HOLDER: _("instansi yang memegang laporan sekarang"),
        Placeholder.BY: _("instansi yang melakukannya"),
        Placeholder.DATE: _("hari kejadiannya"),
        Placeholder.DUE: _("hari terakhir tenggat"),
        Placeholder.WORDS: _("kata-kata petugas"),
    }
