"""The receipt for whoever came, wrote or called: printed, handed over, and on to the next."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from lapor.desk.intake.handed_over import receipt_reader, taken_access_code
from lapor.desk.intake.intake import HERE
from lapor.desk.menu import desk_page
from lapor.queries.reports.receipt import receipt_page
from lapor.rules.access import RECEIVING_ROLES
from lapor.rules.refusals import NotFound
from lapor.threshold.access import officer
from lapor.threshold.actor import actor_of
from lapor.ui.receipt_words import receipt_words


@officer(*RECEIVING_ROLES)
@never_cache
@require_safe
def receipt(request: HttpRequest, code: str) -> HttpResponse:
    """With the access code the first time; never again, because we do not keep it."""
    page = receipt_page(receipt_reader(request, actor_of(request)), code, timezone.now())
    if page is None:
        raise NotFound(code)
    access_code = taken_access_code(request, code)
    address = f"{settings.BASE_URL}{reverse('track', args=[code])}"
    context = {"receipt": receipt_words(page, access_code, address)}
    return desk_page(request, "desk/intake/receipt.html", context, here=HERE)
