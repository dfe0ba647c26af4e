"""Whatever is changed behind the program's back is found, at the event where it shows."""

from collections.abc import Callable
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from lapor.queries.reports.chain_check import BrokenChain, Fault, broken_chains, broken_heads
from lapor.records.reports.event import Event
from lapor.rules.chain import event_hash
from tests.builders.world import World, at_office, in_progress, received, row, settled


def behind_the_back(*statements: str) -> None:
    """Changes rows as somebody could who owns the database: without the triggers."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in ("lapor_event", "lapor_report"):
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        for statement in statements:
            cursor.execute(statement)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in ("lapor_event", "lapor_report"):
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def test_untouched_histories_hold(world: World) -> None:
    for build in (in_progress, at_office, lambda world: received(world).code):
        build(world)
    told: list[int] = []
    assert list(broken_chains(told.append)) == []
    assert broken_heads() == ()
    assert told[-1] == Event.objects.count() == 4 + 3 + 1


CHANGES: dict[str, tuple[Callable[[int], str], int, Fault]] = {
    "note": (
        lambda pk: f"UPDATE lapor_event SET note = 'x' WHERE report_id = {pk} AND number = 2",
        2,
        Fault.CONTENT_CHANGED,
    ),
    "moment": (
        lambda pk: (
            f"UPDATE lapor_event SET at = at + interval '1 microsecond' WHERE report_id = {pk} AND number = 3"
        ),
        3,
        Fault.CONTENT_CHANGED,
    ),
    "officer": (
        lambda pk: f"UPDATE lapor_event SET account_id = NULL WHERE report_id = {pk} AND number = 2",
        2,
        Fault.CONTENT_CHANGED,
    ),
    "link": (
        lambda pk: f"UPDATE lapor_event SET previous_hash = '' WHERE report_id = {pk} AND number = 3",
        3,
        Fault.LINK_BROKEN,
    ),
    "removed": (
        lambda pk: f"DELETE FROM lapor_event WHERE report_id = {pk} AND number = 3",
        3,
        Fault.NUMBER_MISSING,
    ),
    "head": (lambda pk: f"UPDATE lapor_report SET last_hash = 'x' WHERE id = {pk}", 4, Fault.HEAD_DIFFERS),
    "state": (
        lambda pk: f"UPDATE lapor_report SET state = 'routed' WHERE id = {pk}",
        4,
        Fault.STATE_DIFFERS,
    ),
    "told": (
        lambda pk: f"UPDATE lapor_report SET text = 'Tidak ada apa-apa.' WHERE id = {pk}",
        1,
        Fault.TOLD_CHANGED,
    ),
    "place": (lambda pk: f"UPDATE lapor_report SET latitude = 1 WHERE id = {pk}", 1, Fault.TOLD_CHANGED),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_found_where_it_was_made(world: World, change: str) -> None:
    statement, number, fault = CHANGES[change]
    code, untouched = in_progress(world), in_progress(world)
    from lapor.records.messages.notice import Notice

    Notice.objects.all().delete()
    behind_the_back(statement(row(code).pk))
    assert list(broken_chains()) == [BrokenChain(code, number, fault)]
    assert untouched != code
    out = StringIO()
    with pytest.raises(CommandError) as failed:
        call_command("lapor_check", stdout=out)
    assert failed.value.returncode == 1
    assert code in out.getvalue() and untouched not in out.getvalue()


def test_a_file_that_was_exchanged_is_found_at_its_event(world: World) -> None:
    whole, exchanged = settled(world), settled(world)
    assert Event.objects.get(report__code=whole, move="settle").details["files"] == [""]
    behind_the_back(f"UPDATE lapor_attachment SET sha256 = 'x' WHERE report_id = {row(exchanged).pk}")
    assert list(broken_chains()) == [BrokenChain(exchanged, 5, Fault.FILE_CHANGED)]


def test_what_was_written_before_such_hashes_were_kept_holds(world: World) -> None:
    code = received(world).code
    event = Event.objects.get(report__code=code)
    assert event.details.pop("told")
    event.hash = event_hash(event.content(code), "")
    behind_the_back(
        f"UPDATE lapor_event SET details = '{{}}', hash = '{event.hash}' WHERE id = {event.pk}",
        f"UPDATE lapor_report SET last_hash = '{event.hash}', title = 'Lain' WHERE code = '{code}'",
    )
    assert list(broken_chains()) == []


def test_a_cut_off_history_is_found_by_its_head(world: World) -> None:
    code = in_progress(world)
    from lapor.records.messages.notice import Notice

    Notice.objects.all().delete()
    behind_the_back(f"DELETE FROM lapor_event WHERE report_id = {row(code).pk} AND number = 4")
    assert broken_heads() == (BrokenChain(code, 3, Fault.HEAD_DIFFERS),)
    behind_the_back(f"DELETE FROM lapor_event WHERE report_id = {row(code).pk}")
    assert broken_heads() == (BrokenChain(code, 0, Fault.NO_EVENTS),)
    assert list(broken_chains()) == [BrokenChain(code, 0, Fault.NO_EVENTS)]


def test_the_command_says_that_all_holds(world: World) -> None:
    in_progress(world)
    out = StringIO()
    call_command("lapor_check", stdout=out)
    assert "Semua riwayat utuh: 4 peristiwa." in out.getvalue()
