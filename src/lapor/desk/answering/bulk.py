"""Archives many chosen reports for one reason, each with its own answer."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lapor.desk.answering.forms import ArchiveForm
from lapor.desk.inbox.trail import trail_of
from lapor.desk.many import ARCHIVING, chosen_codes, expected, happened
from lapor.desk.menu import desk_page
from lapor.queries.reports.desk_bulk import BulkLine, bulk_archive_lines
from lapor.rules.kinds import ArchiveReason
from lapor.rules.refusals import Refused
from lapor.steps.reports.bulk_archive import bulk_archive
from lapor.threshold.access import officer
from lapor.threshold.actor import actor_of
from lapor.threshold.mending import MEND, explain, status_of
from lapor.threshold.posted import posted


@officer(*ARCHIVING)
@require_http_methods(["GET", "POST"])
def bulk_archive_page(request: HttpRequest) -> HttpResponse:
    """GET: what was chosen and what would be refused. POST: the work, told row by row."""
    actor, codes, now = actor_of(request), chosen_codes(request), timezone.now()
    lines = bulk_archive_lines(actor, codes, now)
    form = ArchiveForm(posted(request))
    if request.method == "GET" or not form.is_valid():
        return _page(request, form, lines, status_of(form))
    words = form.cleaned_data
    try:
        results = bulk_archive(
            actor=actor,
            codes=codes,
            reason=ArchiveReason(words["archive_reason"]),
            words=words["words"],
            competent_body=words["competent_body"],
            other_code=words["other_code"],
            now=now,
        )
    except Refused as refused:
        explain(form, refused)
        return _page(request, form, lines, MEND)
    done = happened(lines, results, _("Diarsipkan. Pelapor membaca alasannya."))
    return _page(request, form, lines, done=done)


def _page(
    request: HttpRequest,
    form: ArchiveForm,
    lines: tuple[BulkLine, ...],
    status: int = 200,
    done: list[Any] | None = None,
) -> HttpResponse:
    rows = expected(lines, _("Diarsipkan dengan alasan di samping.")) if done is None else done
    context = {
        "title": _("Arsipkan beberapa laporan"),
        "fields": "desk/answering/fields/archive.html",
        "form": form,
        "rows": rows,
        "stage": "choose" if done is None else "done",
        "open_count": sum(row.is_open for row in rows),
        "trail": trail_of(request),
        "check_first": False,
    }
    return desk_page(request, "desk/routing/bulk.html", context, here="inbox", status=status)
