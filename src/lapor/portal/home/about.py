"""Pages about the system: what it is, how it keeps data, whom it fits."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from lapor.queries.calendar.promises import promises
from lapor.threshold.access import public
from lapor.threshold.kept import kind_when_down


@public
@require_safe
@kind_when_down
def about(request: HttpRequest) -> HttpResponse:
    """What LAPOR! is, who runs it, what is promised."""
    return render(request, "portal/home/about.html", {"promises": promises(timezone.localdate())})


@public
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """How personal data is kept."""
    return render(request, "portal/home/privacy.html")


@public
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "portal/home/accessibility.html")
