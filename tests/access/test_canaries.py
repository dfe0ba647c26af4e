"""Canaries: every address is opened as everybody, and no mark is seen by who may not see it.

Where absence is asserted, presence is too: the allowed must be able to read the mark somewhere.
"""

import pytest
import time_machine

from tests.access.canaries import (
    Marked,
    closed_report_with_marks,
    open_report_with_marks,
    secret_report_with_marks,
    unverified_report_with_marks,
)
from tests.access.people import citizen_owns, everybody
from tests.access.sightings import sightings
from tests.builders.world import World


@pytest.fixture
def marked(world: World) -> tuple[Marked, ...]:
    # Those whose identity is opened come last: an officer reads it for eight hours only.
    return (
        closed_report_with_marks(world),
        unverified_report_with_marks(world),
        open_report_with_marks(world),
        secret_report_with_marks(world),
    )


@pytest.mark.slow
def test_nobody_reads_what_is_not_for_him(world: World, marked: tuple[Marked, ...]) -> None:
    with time_machine.travel(world.now, tick=True):
        _everybody_looks(world, marked)


def _everybody_looks(world: World, marked: tuple[Marked, ...]) -> None:
    codes = tuple(one.code for one in marked)
    citizen_owns(codes)
    words = [mark.word for one in marked for mark in one.marks.values()]
    seen = sightings(everybody(world, codes), words, codes)
    leaks, hidden = [], []
    for one in marked:
        for name, mark in one.marks.items():
            readers = set(seen[mark.word])
            leaks += [(name, role, seen[mark.word][role][:2]) for role in readers - mark.allowed]
            if mark.is_shown and mark.allowed and not readers & mark.allowed:
                hidden.append(name)
    assert leaks == []
    assert hidden == [], "a mark that nobody sees proves nothing"
