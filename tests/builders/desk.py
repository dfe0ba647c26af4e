"""An officer at his desk: a browser that is signed in, and what its pages say."""

import html
import re

from django.http import HttpResponse
from django.test import Client

from lapor.rules.access import Actor, Role
from tests.builders.portal import browser_of
from tests.builders.world import World

_TAG = re.compile(r"<[^>]+>")


def at_desk(world: World, who: str | Actor = "solok") -> Client:
    """The browser of an officer, by short name or as an actor."""
    actor = world.officers[who] if isinstance(who, str) else who
    return browser_of(account_id=actor.account_id)


def approver(world: World, agency: str = "PUPR") -> Actor:
    return world.officer("penyetuju", agency, Role.APPROVER)


def read(answer: HttpResponse, status: int = 200) -> str:
    """The words of a page without markup, after its status was looked at."""
    assert answer.status_code == status, answer.content.decode()[:600]
    page = answer.content.decode()
    return " ".join(html.unescape(_TAG.sub(" ", page)).replace("\N{NO-BREAK SPACE}", " ").split())


def markup(answer: HttpResponse, status: int = 200) -> str:
    assert answer.status_code == status, answer.content.decode()[:600]
    return answer.content.decode()


def then(client: Client, answer: HttpResponse) -> HttpResponse:
    """The page at which the officer ends up after a step."""
    assert answer.status_code == 302, read(answer, answer.status_code)[:600]
    while answer.status_code == 302:
        answer = client.get(answer["Location"])
    return answer
