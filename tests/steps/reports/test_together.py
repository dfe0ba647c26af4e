"""Two at once, and the locks of the database itself."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, InternalError, connection, transaction

from lapor.records.reports.event import Event
from lapor.records.reports.report import Report
from lapor.rules.chain import event_hash
from lapor.rules.lifecycle import MoveNotAllowed
from lapor.rules.refusals import NotFound
from lapor.steps.reports.route_down import route_down
from lapor.steps.reports.verify import verify_report
from tests.builders.together import at_once
from tests.builders.world import World, received, routed, row, settled, small_world, verification


@pytest.fixture
def shared_world(transactional_db: None) -> World:
    return small_world()


def test_two_officers_verify_one_wins_the_other_is_told(shared_world: World) -> None:
    world = shared_world
    code = received(world).code
    tasks = [
        lambda to=to: verify_report(
            actor=world.officers["nasional"], code=code, details=verification(world, to), now=world.now
        )
        for to in ("Kota Solok", "Kota Padang")
    ]
    results = at_once(*tasks)
    assert sum(result is None for result in results) == 1
    assert sum(isinstance(result, MoveNotAllowed) for result in results) == 1
    assert Event.objects.filter(report__code=code, move="verify").count() == 1


def test_two_units_at_once_leave_one_holder_and_a_whole_chain(shared_world: World) -> None:
    world = shared_world
    code = routed(world)
    tasks = [
        lambda to=to: route_down(
            actor=world.officers["solok"],
            code=code,
            to_agency_id=world.agencies[to].pk,
            reason="Tugas dinas ini.",
            now=world.now,
        )
        for to in ("PUPR", "Dishub")
    ]
    results = at_once(*tasks)
    assert not any(isinstance(result, NotFound) for result in results)
    numbers = list(Event.objects.filter(report__code=code).values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_double_click_makes_one_report(shared_world: World) -> None:
    key = uuid4()
    results = at_once(*[lambda: received(shared_world, key=key).code for _ in range(4)])
    assert len(set(results)) == 1
    assert Report.objects.scoped("count in a test").count() == 1


def test_the_chain_holds_and_a_change_shows(world: World) -> None:
    code = settled(world)
    previous = ""
    for event in Event.objects.filter(report__code=code).order_by("number"):
        assert event.previous_hash == previous
        assert event.hash == event_hash(event.content(code), previous)
        previous = event.hash
    assert row(code).last_hash == previous


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE lapor_event SET note = 'lain'",
        "DELETE FROM lapor_event",
        "TRUNCATE lapor_event CASCADE",
        "UPDATE lapor_report SET state = 'closed'",
        "DELETE FROM lapor_report",
    ],
)
def test_the_database_refuses_what_the_pen_did_not_write(world: World, sql: str) -> None:
    settled(world)
    with pytest.raises((IntegrityError, InternalError)), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(sql)


def test_a_report_without_its_first_event_is_not_stored(transactional_db: None) -> None:
    world = small_world()
    code = received(world).code
    copied = ", ".join(
        column.column
        for column in Report._meta.concrete_fields
        if column.column not in ("id", "code", "idempotency_key")
    )
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO lapor_report (code, idempotency_key, {copied}) "
            f"SELECT '000000000', gen_random_uuid(), {copied} FROM lapor_report WHERE code = %s",
            [code],
        )
