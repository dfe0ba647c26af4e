"""The allowed actions in JSON: the same rule as the buttons, for whoever may look inside."""

from django.test import Client

from tests.builders.portal import browser_of, counted, standing_clock
from tests.builders.world import World, at_office, received, settled


def moves(world: World, code: str, browser: Client) -> list[str]:
    with standing_clock(world.now):
        answer = browser.get(f"/api/v1/laporan/{code}/langkah/")
    assert answer.status_code == 200
    assert answer.json()["code"] == code
    return [one["move"] for one in answer.json()["moves"]]


def test_the_reporter_has_the_last_word(world: World) -> None:
    code = settled(world)
    assert moves(world, code, browser_of(code)) == ["reply", "confirm", "contest", "withdraw", "set_privacy"]


def test_the_holder_and_the_desk_above(world: World) -> None:
    code = at_office(world)
    holder = moves(world, code, browser_of(account_id=world.officers["pupr"].account_id))
    assert {"follow_up", "ask", "hand_back"} <= set(holder)
    assert "confirm" not in holder
    desk = moves(world, code, browser_of(account_id=world.officers["solok"].account_id))
    assert "return" in desk


def test_others_learn_nothing(world: World) -> None:
    code = received(world).code
    for browser in (browser_of(), browser_of(account_id=world.officers["padang"].account_id)):
        answer = browser.get(f"/api/v1/laporan/{code}/langkah/")
        assert (answer.status_code, answer.json()) == (404, {"error": "not_found"})


def test_statements(world: World) -> None:
    code = settled(world)
    browser = browser_of(code)
    with counted() as statements:
        browser.get(f"/api/v1/laporan/{code}/langkah/")
    assert len(statements) <= 3
