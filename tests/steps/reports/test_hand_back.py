"""Up within the tree: a unit hands back, who sits above takes back; out of it only from its top."""

import pytest

from lapor.queries.reports.allowed_moves import allowed_moves
from lapor.queries.reports.inbox_views import InboxView, condition
from lapor.records.reports.report import Report
from lapor.rules.access import Role
from lapor.rules.conditions import Hindrance, MoveHindered
from lapor.rules.kinds import ArchiveReason
from lapor.rules.lifecycle import Move
from lapor.rules.refusals import Forbidden
from lapor.steps.reports.archive import archive_report
from lapor.steps.reports.contest import contest_report
from lapor.steps.reports.follow_up import Answer, follow_up
from lapor.steps.reports.hand_back import hand_back
from lapor.steps.reports.object import object_to_archiving
from lapor.steps.reports.return_ import return_report
from lapor.steps.reports.route_down import route_down
from lapor.steps.reports.settle import Settlement, settle_report
from lapor.steps.reports.verify import verify_report
from tests.builders.world import (
    World,
    at_office,
    received,
    reporter_of,
    routed,
    row,
    stored_file,
    verification,
)


@pytest.fixture
def staffed(world: World) -> World:
    world.officer("meja pupr", "PUPR", Role.AGENCY_DESK)
    world.officer("humas", "Kota Solok", Role.LIAISON)
    return world


def at_unit(world: World) -> str:
    code = at_office(world)
    unit = world.agencies["Bidang Jalan"].pk
    pupr = world.officers["pupr"]
    route_down(actor=pupr, code=code, to_agency_id=unit, reason="Jalan.", now=world.later(hours=1))
    return code


@pytest.mark.parametrize(
    ("start", "officer", "holder"),
    [
        (at_office, "pupr", "Kota Solok"),
        (at_office, "meja pupr", "Kota Solok"),
        (at_office, "solok", "Kota Solok"),
        (at_unit, "pupr", "PUPR"),
        (at_unit, "solok", "Kota Solok"),
    ],
)
def test_back_to_the_agency_above_or_to_who_takes_it(
    staffed: World, start: object, officer: str, holder: str
) -> None:
    code = start(staffed)  # type: ignore[operator]
    hand_back(actor=staffed.officers[officer], code=code, reason="Salah unit.", now=staffed.later(hours=1))
    report = row(code)
    assert (report.held_by.name, report.state, report.came_by) == (holder, "routed", "hand_back")


def test_at_the_top_of_a_tree_nothing_is_handed_back(staffed: World) -> None:
    code = routed(staffed)
    with pytest.raises(MoveHindered) as hindered:
        hand_back(actor=staffed.officers["solok"], code=code, reason="Bukan.", now=staffed.now)
    assert hindered.value.hindrance is Hindrance.TOP_OF_TREE


@pytest.mark.parametrize(("officer", "may"), [("solok", True), ("humas", True), ("meja pupr", False)])
def test_only_the_top_of_the_tree_says_not_ours(staffed: World, officer: str, may: bool) -> None:
    code = at_office(staffed)
    found = allowed_moves(staffed.officers[officer], code, staffed.now)
    assert found is not None and (Move.RETURN in found.moves) is may

    def give_back() -> None:
        return_report(
            actor=staffed.officers[officer],
            code=code,
            reason="Bukan jalan kami.",
            proposed_agency_id=staffed.agencies["Kota Padang"].pk,
            now=staffed.later(hours=1),
        )

    if may:
        give_back()
        assert row(code).held_by.name == "Meja Nasional"
    else:
        with pytest.raises(Forbidden):
            give_back()


def needs(world: World, officer: str) -> set[str]:
    actor = world.officers[officer]
    found = Report.objects.visible_to(actor).filter(condition(InboxView.NEEDS_ME, actor, world.now))
    return set(found.values_list("code", flat=True))


def test_a_coordinator_works_on_what_was_contested_up_to_him(world: World) -> None:
    solok, code = world.officers["solok"], routed(world)
    follow_up(actor=solok, code=code, details=Answer(text="Diukur besok."), now=world.later(hours=1))
    settle_report(
        actor=solok,
        code=code,
        details=Settlement(text="Sudah ditutup.", attachment_keys=(stored_file(world),)),
        now=world.later(hours=1),
    )
    contest_report(actor=reporter_of(code), code=code, reason="Masih.", now=world.later(hours=1))
    assert (row(code).held_by.name, row(code).state) == ("Provinsi", "in_progress")
    assert needs(world, "provinsi") == {code}
    found = allowed_moves(world.officers["provinsi"], code, world.now)
    assert found is not None
    assert {Move.ROUTE_DOWN, Move.FOLLOW_UP, Move.SETTLE, Move.TRANSFER} <= set(found.moves)


def test_a_coordinator_works_on_what_lies_in_his_own_hands(world: World) -> None:
    provinsi = world.officers["provinsi"]
    code = routed(world, to="Provinsi")
    assert needs(world, "provinsi") == {code}
    answer = Answer(text="Kami teruskan ke kota.")
    follow_up(actor=provinsi, code=code, details=answer, now=world.later(hours=1))
    route_down(
        actor=provinsi,
        code=code,
        to_agency_id=world.agencies["PUPR"].pk,
        reason="Jalan kota.",
        now=world.later(hours=1),
    )
    assert needs(world, "provinsi") == set()
    with pytest.raises(Forbidden):
        follow_up(actor=provinsi, code=code, details=answer, now=world.now)


def test_a_coordinator_reads_anew_what_was_objected_to(world: World) -> None:
    code = received(world, agency_id=world.agencies["Kota Solok"].pk).code
    archive_report(
        actor=world.officers["solok"],
        code=code,
        reason=ArchiveReason.SPAM,
        words="Bukan laporan sungguhan.",
        now=world.later(hours=1),
    )
    object_to_archiving(actor=reporter_of(code), code=code, reason="Sungguh.", now=world.later(hours=1))
    assert needs(world, "provinsi") == {code}
    verify_report(
        actor=world.officers["provinsi"], code=code, details=verification(world), now=world.later(hours=1)
    )
    assert row(code).held_by.name == "Kota Solok"
