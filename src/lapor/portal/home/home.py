"""The front page: one field that already starts the report, and the numbers as they are."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from lapor.portal.home.example import example_line
from lapor.portal.home.nearby import nearby
from lapor.portal.last_place import last_place, remember_place
from lapor.portal.typed import typed_place
from lapor.queries.calendar.promises import promises
from lapor.queries.statistics.weeks import last_week
from lapor.threshold.access import public
from lapor.threshold.kept import kind_when_down


@public
@require_safe
@kind_when_down
def home(request: HttpRequest) -> HttpResponse:
    """Nearby means the place asked for, else the one looked at last."""
    now, today = timezone.now(), timezone.localdate()
    asked = typed_place(request.GET)
    promised = promises(today)
    context = {
        "week": last_week(today),
        "promises": promised,
        "example": example_line(promised.first_follow_up, now),
        "nearby": nearby(asked.code or last_place(request), now),
        "asked": asked,
    }
    response = render(request, "portal/home/home.html", context)
    if asked.code:
        remember_place(response, asked.code)
    return response
