"""The inbox: what needs this officer, by clock."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from lapor.desk.inbox.address import parameters_of, query_of, selection_from
from lapor.desk.inbox.filter_form import FilterForm, understood
from lapor.desk.inbox.head import count_words, filters_set, groups
from lapor.desk.inbox.shown import actions_for, photos_of, rows_with_links
from lapor.desk.inbox.suggestions import looked_for_below
from lapor.desk.inbox.trail import Trail, trail_at
from lapor.desk.many import ARCHIVING, ROUTING
from lapor.desk.menu import desk_page
from lapor.queries.reports.desk_preview import preview
from lapor.queries.reports.inbox import Inbox, Selection, inbox
from lapor.queries.reports.inbox_saved import SavedInbox, saved_inboxes
from lapor.queries.reports.inbox_views import BY_RECEIPT, first_view
from lapor.rules.access import Actor
from lapor.rules.refusals import NotFound
from lapor.rules.search_query import as_tracking_code
from lapor.threshold.access import officer
from lapor.threshold.actor import actor_of
from lapor.threshold.pages import decode_cursor, encode_cursor


@officer()
@require_safe
def inbox_page(request: HttpRequest) -> HttpResponse:
    """The list, its views and the report beside it; asked by HTMX for the preview, only that."""
    actor = actor_of(request)
    sent = understood(request.GET, looked_for_below(actor))
    if sent and not sent.unclear:
        return redirect(f"{reverse('inbox')}?{urlencode(sent.parameters)}")
    selection = selection_from(sent.parameters if sent else request.GET.dict(), actor)
    if request.htmx.target == "pratinjau":  # type: ignore[attr-defined]
        code = request.GET.get("buka", "")
        trail = Trail(query_of(selection), request.GET.get("posisi", "")[:200])
        return _preview(request, actor, code, trail)
    saved = saved_inboxes(actor)
    page = inbox(
        actor,
        selection.view,
        selection.filters,
        decode_cursor(request.GET.get("sesudah"), 2),
        timezone.now(),
        saved={one.name: selection_from(one.parameters, actor) for one in saved},
    )
    if len(page.rows) == 1 and as_tracking_code(selection.filters.text) and "tampilan" not in request.GET:
        return redirect("desk-report", page.rows[0].code)
    context = _context(request, selection, page, saved)
    context["filter_form"] = FilterForm(parameters_of(selection), unclear=sent.unclear if sent else {})
    return desk_page(request, "desk/inbox/inbox.html", context, here="inbox")


def _context(
    request: HttpRequest, selection: Selection, page: Inbox, saved: tuple[SavedInbox, ...]
) -> dict[str, Any]:
    actor, origin = actor_of(request), query_of(selection)
    opened = request.GET.get("buka", "") or (page.rows[0].code if page.rows else "")
    count = page.counts.get(selection.view) if selection.filters.is_empty else None
    is_first = not request.GET.get("sesudah")
    current = next((one for one in saved if one.parameters == parameters_of(selection)), None)
    return {
        "view": selection.view,
        "first_view": first_view(actor),
        "origin": origin,
        "parameters": parameters_of(selection),
        "groups": groups(actor, selection, page, saved),
        "saved_view": current,
        "rows": rows_with_links(page, origin, opened),
        "count_words": count_words(len(page.rows), count) if is_first else "",
        "filters": filters_set(selection),
        "below": looked_for_below(actor),
        "may_route": actor.has_role(*ROUTING),
        "may_archive": actor.has_role(*ARCHIVING),
        "first": "" if is_first else f"{reverse('inbox')}?{origin}",
        "older": _older(origin, page),
        "today": timezone.now(),
        "is_by_receipt": selection.view in BY_RECEIPT,
        "is_searching": not selection.filters.is_empty,
    } | _preview_context(actor, opened, trail_at(origin, page.cursors.get(opened)))


def _older(origin: str, page: Inbox) -> str:
    if page.next_cursor is None:
        return ""
    return f"{reverse('inbox')}?{origin}&{urlencode({'sesudah': encode_cursor(page.next_cursor)})}"


def _preview(request: HttpRequest, actor: Actor, code: str, trail: Trail) -> HttpResponse:
    context = _preview_context(actor, code, trail)
    if context.get("preview") is None:
        raise NotFound(code)
    return render(request, "desk/inbox/preview.html", context)


def _preview_context(actor: Actor, code: str, trail: Trail) -> dict[str, Any]:
    found = preview(actor, code, timezone.now()) if code else None
    if found is None:
        return {"preview": None}
    return {
        "preview": found.summary,
        "photos": photos_of(found.files),
        "actions": actions_for(found.summary, trail, only_quick=True),
        "report_url": reverse("desk-report", args=[code]) + trail.query,
    }
