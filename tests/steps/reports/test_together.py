"""Two at once, and the locks of the database itself."""

import threading
import time
from collections.abc import Callable
from uuid import uuid4

import pytest
from django.db import IntegrityError, InternalError, connection, transaction

from lapor.records.reports.event import Event
from lapor.records.reports.report import Report
from lapor.rules.access import STRANGER
from lapor.rules.chain import event_hash
from lapor.rules.kinds import ArchiveReason
from lapor.rules.lifecycle import MoveNotAllowed
from lapor.rules.refusals import Forbidden, Refused
from lapor.steps.reports.archive import archive_report
from lapor.steps.reports.merge import merge_report
from lapor.steps.reports.route_down import route_down
from lapor.steps.reports.support import support_report
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
    done = [place for place, result in zip(("PUPR", "Dishub"), results, strict=True) if result is None]
    refused = [result for result in results if result is not None]
    # Who comes second finds it at the other's office, where it may still be his to hand on, or not.
    assert done and all(isinstance(result, (MoveNotAllowed, Forbidden, Refused)) for result in refused)
    moves = Event.objects.filter(report__code=code, move="route_down").order_by("number")
    held = [event.to_agency.name for event in moves if event.to_agency]
    assert sorted(held) == sorted(done)
    assert row(code).held_by.name == held[-1]
    numbers = list(Event.objects.filter(report__code=code).values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))


def test_two_merged_into_each_other_leave_one(shared_world: World) -> None:
    world = shared_world
    one, other = received(world).code, received(world).code
    results = at_once(_merging(world, one, other), _merging(world, other, one))
    assert sorted(str(result) for result in results) == ["None", "merge_target_unknown"]
    assert sorted([row(one).state, row(other).state]) == ["archived", "received"]


def test_nothing_is_merged_into_what_is_archived_meanwhile(shared_world: World) -> None:
    world = shared_world
    one, other = received(world).code, received(world).code
    is_archived = threading.Event()

    def archive() -> None:
        with transaction.atomic():
            archive_report(
                actor=world.officers["nasional"],
                code=other,
                reason=ArchiveReason.SPAM,
                words="Bukan laporan sungguhan.",
                now=world.now,
            )
            is_archived.set()
            _until_somebody_waits()

    def merge() -> None:
        is_archived.wait(10)
        _merging(world, one, other)()

    results = at_once(archive, merge)
    assert [str(result) for result in results] == ["None", "merge_target_unknown"]
    assert row(one).state == "received"


def _merging(world: World, code: str, into: str) -> Callable[[], None]:
    actor = world.officers["nasional"]
    return lambda: merge_report(actor=actor, code=code, into_code=into, reason="Sama.", now=world.now)


def _until_somebody_waits() -> None:
    """Until another transaction waits for the end of this one."""
    sql = "SELECT count(*) FROM pg_locks WHERE NOT granted AND transactionid = pg_current_xact_id()::xid"
    for _ in range(1000):
        with connection.cursor() as cursor:
            cursor.execute(sql)
            if cursor.fetchone()[0]:
                return
        time.sleep(0.01)
    raise AssertionError("nobody waits")


def test_two_supporters_at_once_are_both_counted(shared_world: World) -> None:
    world = shared_world
    code = routed(world)
    tasks = [
        lambda token=token: support_report(actor=STRANGER, code=code, browser_token=token, now=world.now)
        for token in ("satu", "dua", "tiga", "empat")
    ]
    assert at_once(*tasks) == [True] * 4
    assert row(code).supporter_count == 4


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
        "UPDATE lapor_report SET state = 'in_progress'",
        "UPDATE lapor_report SET is_open = false, ended_at = now()",
        "UPDATE lapor_report SET text = 'lain'",
        "UPDATE lapor_report SET latitude = NULL",
        "UPDATE lapor_report SET code = '000000000'",
        "UPDATE lapor_report SET kind = 'lain'",
        "UPDATE lapor_notice SET state = 'lain'",
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
