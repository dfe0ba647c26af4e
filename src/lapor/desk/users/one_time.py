"""A one-time link from its making to the page that shows it once: it travels in the session only."""

from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

_LINK = "one_time_link"


def show_once(request: HttpRequest, account_id: int, token: str) -> None:
    request.session[_LINK] = [account_id, token]


def shown_link(request: HttpRequest, account_id: int) -> str:
    """The full address for this officer, "" the second time."""
    fresh = request.session.get(_LINK)
    if not fresh or fresh[0] != account_id:
        return ""
    del request.session[_LINK]
    return link_address(str(fresh[1]))


def link_address(token: str) -> str:
    """What somebody types or clicks to come in with this token."""
    return urljoin(settings.BASE_URL + "/", reverse("use-link", args=[token]).lstrip("/"))
