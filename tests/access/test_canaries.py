"""Canaries: every address is opened as everybody, and no mark is seen by who may not see it.

Where absence is asserted, presence is too: the allowed must be able to read the mark somewhere.
"""

from collections import defaultdict

import pytest
import time_machine
from django.test import Client

from tests.access.canaries import Marked, open_report_with_marks, secret_report_with_marks
from tests.access.people import everybody
from tests.access.visits import visits
from tests.builders.world import World

Seen = dict[str, dict[str, list[str]]]


def _look(clients: dict[str, Client], marked: tuple[Marked, ...]) -> Seen:
    """Mark by mark, role by role: the addresses where it was read."""
    seen: Seen = defaultdict(lambda: defaultdict(list))
    words = {mark.word: mark for one in marked for mark in one.marks.values()}
    codes = tuple(one.code for one in marked)
    for _route, address in visits(codes):
        for role, client in clients.items():
            answer = client.get(address, HTTP_ACCEPT_LANGUAGE="id")
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            text = body.decode(errors="ignore") + str(dict(answer.items()))
            for word in words:
                if word in text:
                    seen[word][role].append(address)
    return seen


@pytest.fixture
def marked(world: World) -> tuple[Marked, Marked]:
    return open_report_with_marks(world), secret_report_with_marks(world)


@pytest.mark.slow
def test_nobody_reads_what_is_not_for_him(world: World, marked: tuple[Marked, Marked]) -> None:
    with time_machine.travel(world.now, tick=True):
        _everybody_looks(world, marked)


def _everybody_looks(world: World, marked: tuple[Marked, Marked]) -> None:
    clients = everybody(world, tuple(one.code for one in marked))
    seen = _look(clients, marked)
    leaks, hidden = [], []
    for one in marked:
        for name, mark in one.marks.items():
            readers = set(seen[mark.word])
            leaks += [(name, role, seen[mark.word][role][:2]) for role in readers - mark.allowed]
            if mark.is_shown and mark.allowed and not readers & mark.allowed:
                hidden.append(name)
    assert leaks == []
    assert hidden == [], "a mark that nobody sees proves nothing"
