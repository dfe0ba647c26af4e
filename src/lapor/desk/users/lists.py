"""The officers one manages, and one of them with his roles."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from lapor.desk.changes import told
from lapor.desk.menu import MANAGERS, desk_page
from lapor.desk.users.choosing import HERE
from lapor.desk.users.one_time import shown_link
from lapor.queries.accounts.amendments import changes_of_officer
from lapor.queries.accounts.desk_officers import OfficerFilters, officer, officers
from lapor.queries.agencies.desk_agency import managed_agency
from lapor.rules.access import Role
from lapor.threshold import access
from lapor.threshold.actor import actor_of
from lapor.threshold.pages import decode_cursor, encode_cursor
from lapor.ui.labels import label

#: What the address says, and what the query calls it.
_SHOW = {"bertugas": "working", "tanpa-peran": "without", "ditutup": "closed"}


@access.officer(*MANAGERS)
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """By name, narrowed by agency, role and words."""
    actor, typed = actor_of(request), request.GET
    agency = managed_agency(actor, typed["instansi"]) if typed.get("instansi") else None
    role = typed.get("peran", "")
    show = typed.get("tampil", "bertugas")
    filters = OfficerFilters(
        text=typed.get("q", "").strip(),
        role=role if role in set(Role) else "",
        agency_path=agency.path if agency else "",
        show=_SHOW.get(show, "working"),
    )
    after = decode_cursor(typed.get("sesudah"), 2)
    page = officers(actor, filters, today=timezone.localdate(), after=after)
    kept = {name: typed[name] for name in ("q", "peran", "instansi", "tampil") if typed.get(name)}
    unsearched = {name: value for name, value in kept.items() if name not in ("q", "peran")}
    context: dict[str, Any] = {
        "rows": page.rows,
        "older": urlencode(kept | {"sesudah": encode_cursor(page.next_cursor)}) if page.next_cursor else "",
        "agency": agency,
        "shown": kept.get("tampil", ""),
        "all": f"?{urlencode(unsearched)}",
        "filters": filters,
        "views": _views(kept, filters.show),
        "roles": list(Role),
    }
    return desk_page(request, "desk/users/list.html", context, here=HERE)


@access.officer(*MANAGERS)
@never_cache
@require_safe
def person(request: HttpRequest, account_id: int) -> HttpResponse:
    """His roles, how he comes in, what was changed. A fresh link is shown here once."""
    actor = actor_of(request)
    context = {
        "officer": officer(actor, account_id, today=timezone.localdate()),
        "is_self": account_id == actor.account_id,
        "link": shown_link(request, account_id),
        "changes": told(changes_of_officer(actor, account_id)),
    }
    return desk_page(request, "desk/users/person.html", context, here=HERE)


def _views(kept: dict[str, str], show: str) -> list[dict[str, Any]]:
    rest = {name: value for name, value in kept.items() if name != "tampil"}
    return [
        {
            "label": label(value, "officer_view"),
            "href": f"?{urlencode(rest | {'tampil': slug})}",
            "is_here": value == show,
        }
        for slug, value in _SHOW.items()
    ]
