"""The side of this room: its shelves, and which of them one may change."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lapor.desk.menu import desk_page
from lapor.rules.access import Actor
from lapor.rules.administration import is_national
from lapor.threshold.actor import actor_of

HERE = "desk-catalogue"
#: Address name of each shelf; the third is the national desk's alone.
CATEGORIES, TEXTS, NOTICES = "catalogue-categories", "desk-texts", "desk-notice-texts"
LIMITS, HOLIDAYS = "desk-limits", "desk-holidays"


def shelf_page(
    request: HttpRequest, template: str, context: dict[str, Any], *, shelf: str, status: int = 200
) -> HttpResponse:
    """Draws a page of one shelf."""
    actor = actor_of(request)
    around = {"views": _views(actor, shelf), "is_national": is_national(actor)}
    return desk_page(request, template, around | context, here=HERE, status=status)


def _views(actor: Actor, here: str) -> list[dict[str, Any]]:
    shelves = [
        (CATEGORIES, _("Kategori")),
        (TEXTS, _("Templat jawaban")),
        (NOTICES, _("Teks pemberitahuan")),
        (LIMITS, _("Jangka waktu")),
        (HOLIDAYS, _("Hari libur")),
    ]
    return [
        {"href": reverse(name), "label": label, "is_here": name == here}
        for name, label in shelves
        if name != NOTICES or is_national(actor)
    ]
