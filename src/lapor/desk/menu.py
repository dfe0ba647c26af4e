"""The head of every desk page: which rooms this officer may enter, and in which he is."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from lapor.queries.messages.page_notices import unread_count
from lapor.rules.access import RECEIVING_ROLES, Actor, Role
from lapor.threshold.actor import actor_of

MANAGERS = (Role.NATIONAL_DESK, Role.AGENCY_DESK)


def desk_page(
    request: HttpRequest,
    template: str,
    context: dict[str, Any] | None = None,
    *,
    here: str,
    status: int = 200,
) -> HttpResponse:
    """Draws a page of the desk; `here` is the address name of the room it belongs to."""
    nav = {"desk_nav": menu(actor_of(request), here)}
    return render(request, template, nav | (context or {}), status=status)


def menu(actor: Actor, here: str) -> list[dict[str, Any]]:
    """The rooms in the order of a day's work; only those that open for him."""
    rooms = [("inbox", _("Meja"), True)]
    rooms.append(("intake", _("Terima laporan"), actor.has_role(*RECEIVING_ROLES)))
    manages = actor.has_role(*MANAGERS)
    rooms.append(("desk-agencies", _("Unit dan tim"), manages))
    rooms.append(("desk-officers", _("Petugas"), manages))
    rooms.append(("desk-catalogue", _("Katalog"), manages))
    rooms.append(("desk-notices", _("Kabar"), True))
    counts = {"desk-notices": unread_count(actor) or None}
    return [
        {"href": reverse(name), "label": label, "is_here": name == here, "count": counts.get(name)}
        for name, label, opens in rooms
        if opens
    ]
