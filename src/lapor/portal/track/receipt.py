"""The receipt (tanda terima): number, code, who reads it, what happens until when."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from lapor.portal.fresh_receipt import fresh_access_code
from lapor.portal.reporter import reporter_of
from lapor.portal.track.start import closed_door
from lapor.queries.reports.access_code import unlocked_code
from lapor.queries.reports.receipt import receipt_page
from lapor.rules.refusals import NotFound
from lapor.rules.tracking_code import BadTrackingCode
from lapor.threshold.access import own
from lapor.threshold.kept import kind_when_down
from lapor.ui.receipt_words import receipt_words, sentence


@own
@kind_when_down
@require_safe
def receipt(request: HttpRequest, code: str) -> HttpResponse:
    """With the access code right after sending; never again, because we do not keep it."""
    page = receipt_page(reporter_of(request), code, timezone.now())
    if page is None:
        return closed_door(request, code)
    access_code = fresh_access_code(request, code)
    context = {
        "receipt": receipt_words(page, access_code, address_of(code)),
        "sentence": sentence(page, access_code, address_of(code)),
        "here": "lapor",
    }
    return render(request, "portal/track/receipt.html", context)


@own
@kind_when_down
@require_http_methods(["GET", "POST"])
def receipt_as_pdf(request: HttpRequest, code: str) -> HttpResponse:
    """One A4 sheet. The code is printed if the page that shows it sends it along and it is right."""
    page = receipt_page(reporter_of(request), code, timezone.now())
    if page is None:
        raise NotFound(code)
    access_code = _right_code(request, code) if request.method == "POST" else ""
    # Only whoever asks for paper pays for its library: 42 MB in every web worker, a third of its weight.
    from lapor.portal.track.receipt_pdf import receipt_pdf

    paper = receipt_pdf(page, access_code, address_of(code))
    answer = HttpResponse(paper, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="tanda-terima-{code}.pdf"'
    return answer


def address_of(code: str) -> str:
    """Where the report is followed; what the QR code says."""
    return f"{settings.BASE_URL}{reverse('track', args=[code])}"


def _right_code(request: HttpRequest, code: str) -> str:
    """Nobody learns anything by guessing here: this browser has opened the report already."""
    typed = request.POST.get("access_code", "")
    try:
        return typed if unlocked_code(code, typed) == code else ""
    except BadTrackingCode:
        return ""
