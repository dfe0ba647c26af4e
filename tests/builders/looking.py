"""Looking at a page in the time of the small world."""

import html
import re
from typing import cast

import time_machine
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.builders.world import World

_TAG = re.compile(r"<[^>]+>")


def look(
    world: World, address: str, client: Client | None = None, headers: dict[str, str] | None = None
) -> HttpResponse:
    """The answer to a GET at the world's moment."""
    with time_machine.travel(world.now, tick=False):
        return cast(HttpResponse, (client or Client()).get(address, headers=headers))


def send(world: World, address: str, data: dict[str, str], client: Client | None = None) -> HttpResponse:
    """The answer to a POST at the world's moment."""
    with time_machine.travel(world.now, tick=False):
        return cast(HttpResponse, (client or Client()).post(address, data))


def words_of(response: HttpResponse) -> str:
    """What a person reads on the page: no markup, single spaces."""
    page = response.content.decode()
    return " ".join(html.unescape(_TAG.sub(" ", page)).replace("\N{NO-BREAK SPACE}", " ").split())


def statements_of(world: World, address: str) -> int:
    """How many SQL statements a stranger's GET takes."""
    with CaptureQueriesContext(connection) as statements:
        assert look(world, address).status_code == 200
    return len(statements)
