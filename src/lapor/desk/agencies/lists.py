"""The trees one manages, and the search in them."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lapor.desk.agencies.pages import HERE, row
from lapor.desk.menu import MANAGERS, desk_page
from lapor.queries.agencies.agency_line import AgencyLine
from lapor.queries.agencies.desk_agencies import tops
from lapor.queries.agencies.find_agencies import find_agencies
from lapor.queries.agencies.tree import agency_by_id
from lapor.rules.access import Actor
from lapor.rules.administration import TOP_KINDS, is_national, managed_tops
from lapor.rules.agencies import AgencyKind
from lapor.threshold.access import officer
from lapor.threshold.actor import actor_of
from lapor.threshold.pages import decode_cursor, encode_cursor
from lapor.ui.labels import label

_FOUND = 20


@officer(*MANAGERS)
@require_safe
def agencies(request: HttpRequest) -> HttpResponse:
    """The national desk chooses among all trees; an agency desk is led to its own."""
    actor, typed = actor_of(request), request.GET.get("q", "").strip()
    if typed:
        found = found_within(actor, typed, _FOUND)
        back = [(reverse(HERE), _("Unit dan tim"))]
        words = {"found": found, "typed": typed, "crumbs": back}
        return desk_page(request, "desk/agencies/found.html", words, here=HERE)
    own = managed_tops(actor)
    if not is_national(actor) and len(own) == 1 and (top := agency_by_id(own[0].agency_id)):
        return redirect("desk-agency", code=top.code)
    kind = _kind(request.GET.get("jenis", "")) if is_national(actor) else None
    title = label(kind) if kind else _("Unit dan tim")
    after = decode_cursor(request.GET.get("sesudah"), 3)
    page = tops(actor, kind=kind, today=timezone.localdate(), after=after)
    context: dict[str, Any] = {
        "rows": [row(line) for line in page.rows],
        "views": _views(kind) if is_national(actor) else [],
        "kind": kind,
        "may_add": is_national(actor),
        "title": title,
        "older": encode_cursor(page.next_cursor),
    }
    return desk_page(request, "desk/agencies/list.html", context, here=HERE)


@officer(*MANAGERS)
@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """Agencies one manages, as they are typed."""
    found = found_within(actor_of(request), request.GET.get("q", ""), 8)
    results = [{"value": line.code, "label": line.name, "detail": line.government} for line in found]
    return JsonResponse({"results": results})


def found_within(actor: Actor, typed: str, limit: int) -> tuple[AgencyLine, ...]:
    """The best matches among what the actor manages, his own tops included."""
    if is_national(actor):
        return find_agencies(typed, with_unlisted=True, limit=limit)
    found: tuple[AgencyLine, ...] = ()
    for desk in managed_tops(actor):
        top = agency_by_id(desk.agency_id)
        words = typed.casefold()
        if top and (words in top.name.casefold() or words == top.abbreviation.casefold()):
            found += (top,)
        found += find_agencies(typed, below=desk.agency_id, limit=limit)
    return found[:limit]


def _kind(typed: str) -> AgencyKind:
    return next((kind for kind in TOP_KINDS if kind.value == typed), TOP_KINDS[0])


def _views(here: AgencyKind | None) -> list[dict[str, Any]]:
    return [
        {"href": f"?jenis={kind.value}", "label": label(kind), "is_here": kind is here} for kind in TOP_KINDS
    ]
