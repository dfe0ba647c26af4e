"""Every route × every role × own and other agency: the expected status code, as a literal table."""

import os

import pytest
import time_machine
from django.test import Client

from tests.access import matrix
from tests.access.people import citizen_owns, everybody
from tests.access.things import furnish, report_with_files
from tests.builders.world import World, received, routed

STRANGERS_WAY_IN = {"200", "204", "301", "302", "304", "400", "404", "405", "409", "422", "429"}


@pytest.mark.slow
def test_everybody_gets_what_the_table_says(world: World) -> None:
    furnish(world)
    secret = routed(world, is_secret=True, is_anonymous=True)
    codes = (report_with_files(world), secret, received(world).code)
    citizen_owns(codes)
    with time_machine.travel(world.later(hours=1), tick=True):
        people = everybody(world, codes)
        _took_down(people["solok"], codes[2])
        found = matrix.computed(people, codes)
    if os.environ.get("LAPOR_WRITE_MATRIX"):
        matrix.write(found)
    expected = matrix.read()
    differing = {
        key: {role: (expected.get(key, {}).get(role), code) for role, code in row.items()}
        for key, row in found.items()
        if expected.get(key) != row
    }
    assert differing == {}
    assert set(expected) == set(found), "the table names routes that are gone"


def _took_down(client: Client, code: str) -> None:
    """As if this officer had just taken the report down at his counter."""
    session = client.session
    session["intake_taken_down"] = [code]
    session.save()


def test_the_table_lets_no_stranger_behind_a_desk() -> None:
    """What the table may never say, whoever writes it anew."""
    for (route, method), row in matrix.read().items():
        assert set(row["stranger"].split("/")) <= STRANGERS_WAY_IN, (route, method)
        assert "500" not in "/".join(row.values()), (route, method)
        if route.startswith(("desk-", "verify", "route-", "inbox", "intake", "catalogue-")):
            assert row["stranger"] == "302", (route, method, "strangers are shown the way to sign in")
            for citizen in ("reporter", "citizen", "other citizen"):
                assert "200" not in row[citizen], (route, method)
