"""Words of a reporter while the database is out of reach: given back to him, to be sent again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lapor.portal.submit.kept import RETRY_AFTER_SECONDS


def kept_words(request: HttpRequest) -> HttpResponse:
    """Touches no database; `asking` is given empty, because who is asking is a question to it."""
    context = {
        "action": request.path,
        "words": request.POST.get("words", ""),
        "key": request.POST.get("key", ""),
        "files_kept": request.POST.getlist("files_kept"),
        "has_files": bool(request.FILES),
        "asking": None,
        "here": "lacak",
    }
    response = render(request, "portal/track/kept.html", context, status=503)
    response["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return response
