"""When the database is out of reach: nothing is lost, nothing is promised, and sending again is safe."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lapor.portal.submit.form import ReportForm
from lapor.portal.submit.start import key_of

RETRY_AFTER_SECONDS = 30


def kept_page(request: HttpRequest) -> HttpResponse:
    """Everything that was typed, with the same key, to be sent again. Touches no database.

    `asking` is given empty, because who is asking is a question to the database.
    """
    typed = {name: request.POST.get(name, "") for name in ReportForm.base_fields if name != "text"}
    hidden = [(name, value) for name, value in typed.items() if value]
    hidden = [pair for pair in hidden if pair[0] != "key"] + [("key", str(key_of(request)))]
    context = {
        "text": request.POST.get("text", ""),
        "hidden": hidden,
        "files_kept": request.POST.getlist("files_kept"),
        "has_files": bool(request.FILES),
        "do": "send" if request.POST.get("do") == "send" else "review",
        "asking": None,
        "here": "lapor",
    }
    response = render(request, "portal/submit/kept.html", context, status=503)
    response["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return response
