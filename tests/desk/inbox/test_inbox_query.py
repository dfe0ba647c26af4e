"""The inbox as a query: which reports each view shows to whom, in which order, at which price."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lapor.queries.reports.desk_opened import opened_for_desk
from lapor.queries.reports.inbox import Selection, inbox, next_in
from lapor.queries.reports.inbox_filters import InboxFilters
from lapor.queries.reports.inbox_views import InboxView, first_view, views_for
from lapor.rules.access import Actor, Role
from lapor.rules.kinds import ProposalKind
from lapor.rules.lifecycle import Move
from lapor.rules.refusals import Forbidden
from lapor.steps.reports.approve import approve_proposal
from lapor.steps.reports.ask import ask_reporter
from lapor.steps.reports.contest import contest_report
from lapor.steps.reports.hand_back import hand_back
from lapor.steps.reports.propose import Draft, propose
from lapor.steps.reports.return_ import return_report
from lapor.steps.reports.verify import verify_report
from tests.builders.world import (
    World,
    at_office,
    in_progress,
    received,
    reporter_of,
    routed,
    settled,
    verification,
)


def codes(world: World, who: str | Actor, view: InboxView, **filters: object) -> list[str]:
    actor = world.officers[who] if isinstance(who, str) else who
    page = inbox(actor, view, InboxFilters(**filters), None, world.now)  # type: ignore[arg-type]
    if view in page.counts and not filters:
        assert page.counts[view] == len(page.rows)
    return [row.code for row in page.rows]


def test_what_needs_a_desk_is_what_it_holds_itself(world: World) -> None:
    unread, own, office = received(world).code, routed(world), at_office(world)
    assert codes(world, "nasional", InboxView.NEEDS_ME) == [unread]
    assert codes(world, "solok", InboxView.NEEDS_ME) == [own]
    assert codes(world, "pupr", InboxView.NEEDS_ME) == [office]
    assert codes(world, "solok", InboxView.UNITS) == [office]
    assert codes(world, "padang", InboxView.NEEDS_ME) == []
    assert codes(world, "nasional", InboxView.UNVERIFIED) == [unread]
    # The national desk sees all, but its work is its own.
    assert codes(world, "nasional", InboxView.LATE) == []
    assert set(codes(world, "nasional", InboxView.ALL)) == {unread, own, office}


def test_an_overseer_has_no_work_but_sees_the_tree(world: World) -> None:
    own, office = routed(world), at_office(world)
    overseer = world.officers["pengawas"]
    assert first_view(overseer) is InboxView.UNITS
    assert InboxView.NEEDS_ME not in views_for(overseer)
    assert set(codes(world, "pengawas", InboxView.UNITS)) == {own, office}


def test_rows_stand_by_clock_and_late_ones_are_counted(world: World) -> None:
    first = routed(world)
    world.later(days=1)
    second = routed(world)
    assert codes(world, "solok", InboxView.NEEDS_ME) == [first, second]
    world.later(days=30)
    assert codes(world, "solok", InboxView.LATE) == [first, second]
    page = inbox(world.officers["solok"], InboxView.LATE, InboxFilters(), None, world.now)
    assert page.rows[0].line.look == "late"
    assert page.rows[0].line.who == "Anda"


def test_what_ends_today(world: World) -> None:
    code = routed(world)
    due = world.now + timedelta(days=7)
    assert codes(world, "solok", InboxView.TODAY) == []
    world.now = due.replace(hour=2, minute=0)  # Wednesday morning, it ends at 16.00
    assert codes(world, "solok", InboxView.TODAY) == [code]


def test_what_came_back_stands_apart(world: World) -> None:
    code = at_office(world)
    hand_back(actor=world.officers["pupr"], code=code, reason="Bukan jalan kami.", now=world.later(hours=1))
    assert codes(world, "solok", InboxView.RETURNED) == [code]
    return_report(
        actor=world.officers["solok"],
        code=code,
        reason="Jalan provinsi.",
        proposed_agency_id=world.agencies["Provinsi"].pk,
        now=world.later(hours=1),
    )
    assert codes(world, "solok", InboxView.RETURNED) == []
    page = inbox(world.officers["nasional"], InboxView.RETURNED, InboxFilters(), None, world.now)
    row = page.rows[0]
    assert (row.code, row.came_by, row.is_new) == (code, "return", True)


def test_a_dispute_needs_the_coordinator_alone(world: World) -> None:
    code = routed(world)
    for who in ("solok", "padang"):
        return_report(
            actor=world.officers[who],
            code=code,
            reason="Bukan wewenang kami.",
            proposed_agency_id=world.agencies["Provinsi"].pk,
            now=world.later(hours=1),
        )
        if who == "solok":
            verify_report(
                actor=world.officers["nasional"],
                code=code,
                details=verification(world, "Kota Padang"),
                now=world.later(hours=1),
            )
    desk = world.officer("meja-provinsi", "Provinsi", Role.AGENCY_DESK)
    assert codes(world, "provinsi", InboxView.NEEDS_ME) == [code]
    assert codes(world, desk, InboxView.NEEDS_ME) == []


def test_what_waits_for_others(world: World) -> None:
    asked, done = routed(world), settled(world)
    ask_reporter(actor=world.officers["solok"], code=asked, question="Di mana tepatnya?", now=world.now)
    assert codes(world, "solok", InboxView.REPORTER) == [asked]
    assert codes(world, "solok", InboxView.CONFIRMATION) == [done]
    assert codes(world, "solok", InboxView.NEEDS_ME) == []
    contest_report(actor=reporter_of(done), code=done, reason="Masih ada.", now=world.later(hours=1))
    assert codes(world, "solok", InboxView.NEEDS_ME) == [done]


def test_what_waits_for_approval(world: World) -> None:
    code, other = in_progress(world), in_progress(world)
    approver = world.officer("penyetuju", "PUPR", Role.APPROVER)
    draft = Draft(kind=ProposalKind.FOLLOW_UP, text="Sudah dijadwalkan.")
    propose(actor=world.officers["pupr"], code=code, details=draft, now=world.now)
    assert codes(world, approver, InboxView.NEEDS_ME) == [code]
    assert codes(world, approver, InboxView.APPROVAL) == [code]
    assert other in codes(world, "pupr", InboxView.NEEDS_ME)


def test_a_coordinator_grants_time_but_approves_no_answer_of_others(world: World) -> None:
    answered, prolonged = routed(world), routed(world)
    world.officer("penyetuju", "Kota Solok", Role.APPROVER)
    for code, kind in ((answered, ProposalKind.FOLLOW_UP), (prolonged, ProposalKind.EXTENSION)):
        draft = Draft(
            kind=kind, text="Sudah dijadwalkan.", days=5 if kind is ProposalKind.EXTENSION else None
        )
        propose(actor=world.officers["solok"], code=code, details=draft, now=world.now)
    assert codes(world, "provinsi", InboxView.APPROVAL) == [prolonged]
    opened = opened_for_desk(world.officers["provinsi"], answered, world.now)
    assert opened is not None and Move.SEND_BACK not in opened.moves
    with pytest.raises(Forbidden):
        approve_proposal(actor=world.officers["provinsi"], code=answered, now=world.now)


def test_filters_narrow_a_view(world: World) -> None:
    road = routed(world)
    lamp = received(world, text="Lampu jalan padam di depan pasar raya sejak Senin.").code
    assert codes(world, "nasional", InboxView.ALL, text="lampu padam") == [lamp]
    assert codes(world, "nasional", InboxView.ALL, text=road) == [road]
    assert codes(world, "solok", InboxView.NEEDS_ME, text="pandan ujung") == [road]
    assert codes(world, "solok", InboxView.NEEDS_ME, place="13.72") == [road]
    assert codes(world, "solok", InboxView.NEEDS_ME, place="13.71") == []
    assert codes(world, "solok", InboxView.NEEDS_ME, kind="aspiration") == []
    assert codes(world, "solok", InboxView.NEEDS_ME, state="routed") == [road]
    assert codes(world, "solok", InboxView.NEEDS_ME, priority=True) == []
    assert codes(world, "padang", InboxView.ALL, text=road) == []


def test_all_is_what_one_may_read_newest_first(world: World) -> None:
    office, copied = (
        at_office(world),
        routed(world, "Kota Padang", copy_agency_ids=(world.agencies["Kota Solok"].pk,)),
    )
    world.later(hours=1)
    own, elsewhere = routed(world), routed(world, "Kota Padang")
    assert codes(world, "solok", InboxView.ALL) == [own, copied, office]
    assert codes(world, "solok", InboxView.COPIES) == [copied]
    assert codes(world, "pupr", InboxView.ALL) == [office]
    assert codes(world, "provinsi", InboxView.ALL) == [elsewhere, own, copied, office]
    assert codes(world, "padang", InboxView.ALL, text=own) == []
    assert codes(world, "solok", InboxView.ALL, text="pandan lubang") == [own, copied, office]


def test_pages_of_what_was_found_follow_each_other(world: World) -> None:
    made = [routed(world) for _ in range(5)]
    actor, seen, cursor = world.officers["solok"], [], None
    for _ in range(3):
        filters = InboxFilters(text="jalan")
        page = inbox(actor, InboxView.ALL, filters, cursor, world.now, size=2)
        seen += [row.code for row in page.rows]
        cursor = page.next_cursor
    assert seen == made[::-1] and cursor is None


def test_pages_follow_each_other_without_gap(world: World) -> None:
    made = [routed(world) for _ in range(5)]
    actor, seen, cursor = world.officers["solok"], [], None
    for _ in range(3):
        page = inbox(actor, InboxView.NEEDS_ME, InboxFilters(), cursor, world.now, size=2)
        seen += [row.code for row in page.rows]
        cursor = page.next_cursor
    assert seen == made and cursor is None


@pytest.mark.parametrize("cursor", [("x", 1), ("2026-01-01", 1), (1, 2), ("2026-01-01T00:00:00+00:00", "x")])
def test_a_cursor_that_makes_no_sense_is_ignored(world: World, cursor: tuple[object, ...]) -> None:
    code = routed(world)
    page = inbox(world.officers["solok"], InboxView.NEEDS_ME, InboxFilters(), cursor, world.now)
    assert [row.code for row in page.rows] == [code]


def test_the_next_report_is_the_one_after_it(world: World) -> None:
    first, second, third = routed(world), routed(world), routed(world)
    actor, here = world.officers["solok"], Selection(InboxView.NEEDS_ME)
    page = inbox(actor, here.view, here.filters, None, world.now)
    following = next_in(actor, here, page.cursors[second], world.now, without=second)
    assert following and following[0].code == third
    wrapped = next_in(actor, here, page.cursors[third], world.now, without=third)
    assert wrapped and wrapped[0].code == first


@pytest.mark.parametrize("count", [1, 3])
def test_rows_and_counts_cost_two_statements(world: World, count: int) -> None:
    for _ in range(count):
        routed(world)
    actor = world.officers["solok"]
    inbox(actor, InboxView.NEEDS_ME, InboxFilters(), None, world.now)
    saved = {"Jalan": Selection(InboxView.NEEDS_ME, InboxFilters(text="jalan"))}
    with CaptureQueriesContext(
        connection,
    ) as asked:
        page = inbox(actor, InboxView.NEEDS_ME, InboxFilters(), None, world.now, saved=saved)
    assert (len(asked), len(page.rows), page.saved_counts) == (2, count, {"Jalan": count})
