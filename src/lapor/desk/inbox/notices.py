"""What happened with reports that concern this officer: his notices, read once they were shown."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from lapor.desk.menu import desk_page
from lapor.queries.messages.page_notices import page_notices
from lapor.steps.messages.read_notices import read_notices
from lapor.threshold.access import officer
from lapor.threshold.actor import actor_of

_PAGE_SIZE = 25


@officer()
@require_safe
def notices(request: HttpRequest) -> HttpResponse:
    """The newest first; looking at the page changes nothing."""
    before = _number(request.GET.get("sebelum", ""))
    found = page_notices(actor_of(request), before=before, limit=_PAGE_SIZE + 1)
    has_more, found = len(found) > _PAGE_SIZE, found[:_PAGE_SIZE]
    context: dict[str, Any] = {
        "notices": found,
        "has_unread": any(not one.is_read for one in found),
        "newest": found[0].notice_id if found else "",
        "first": reverse("desk-notices") if before else "",
        "older": f"{reverse('desk-notices')}?sebelum={found[-1].notice_id}" if has_more else "",
    }
    return desk_page(request, "desk/inbox/notices.html", context, here="desk-notices")


@officer()
@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Everything up to the newest one that was on the page."""
    newest = _number(request.POST.get("sampai", ""))
    if newest is not None:
        read_notices(actor=actor_of(request), up_to=newest, now=timezone.now())
    return redirect("desk-notices")


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 18 else None
