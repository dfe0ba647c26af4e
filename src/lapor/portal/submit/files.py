"""Files that travel while the person goes on writing: each is stored with the draft at once."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from lapor.portal.kept_files import keep, rows_of, take_out
from lapor.portal.reporter import reporter_of
from lapor.portal.submit.start import key_of
from lapor.queries.reports.drafts import draft_files
from lapor.rules.refusals import Refused
from lapor.threshold.access import public
from lapor.ui.labels import label


@public
@never_cache
@require_POST
def add_file(request: HttpRequest) -> HttpResponse:
    """One file for the draft: its id and row, or 422 with words for what is wrong with it."""
    try:
        added = keep(request, reporter_of(request), key_of(request))
    except Refused as refused:
        return JsonResponse({"error": label(refused.reason, "refusal")}, status=422)
    if not added:
        return JsonResponse({"error": label("file_empty", "refusal")}, status=422)
    rows = rows_of(file for file in draft_files(key_of(request)) if file.key in added)
    return JsonResponse(rows[-1] if rows else {"id": str(added[-1])}, status=201)


@public
@never_cache
@require_POST
def remove_file(request: HttpRequest) -> HttpResponse:
    """Takes one file out of the draft; asking twice changes nothing more."""
    take_out(reporter_of(request), request.POST.get("id", ""), key_of(request))
    return HttpResponse(status=204)


@public
@never_cache
@require_POST
def list_files(request: HttpRequest) -> HttpResponse:
    """The rows of the draft's files, for a page that was opened again."""
    context = {"files": rows_of(draft_files(key_of(request)))}
    return render(request, "portal/submit/files.html", context)
