"""Moving a unit takes everything below along; paths and roots stay right, and no circle can close."""

import pytest

from lapor.records.accounts.amendment import Amendment
from lapor.records.agencies.agency import Agency
from lapor.rules.agencies import AgencyKind
from lapor.rules.refusals import Forbidden, NotFound, Refused
from lapor.steps.agencies.move_agency import move_agency
from tests.builders.together import at_once
from tests.builders.world import World, at_office, row, small_world


def paths() -> dict[str, tuple[str, str | None]]:
    """Name → (names from the top, name of the root), as the stored ids say."""
    rows = {agency.pk: agency for agency in Agency.objects.select_related("root")}
    return {
        agency.name: (
            "/".join(rows[int(step)].name for step in agency.path.strip("/").split("/")),
            agency.root.name if agency.root else None,
        )
        for agency in rows.values()
    }


def parents_agree() -> bool:
    """Every path is its parent's path with the own id behind it."""
    rows = Agency.objects.select_related("parent")
    return all(
        agency.path == f"{agency.parent.path if agency.parent else '/'}{agency.pk}/" for agency in rows
    )


def test_everything_below_goes_along(world: World) -> None:
    world.agency("Seksi Drainase", AgencyKind.UNIT, parent="Bidang Jalan", region="13.72")
    before = paths()
    move_agency(actor=world.officers["solok"], code="Bidang Jalan", parent_code="Dishub", now=world.now)
    after = paths()
    assert after["Bidang Jalan"] == ("Kota Solok/Dishub/Bidang Jalan", "Kota Solok")
    assert after["Seksi Drainase"] == ("Kota Solok/Dishub/Bidang Jalan/Seksi Drainase", "Kota Solok")
    assert {name for name in before if before[name] != after[name]} == {"Bidang Jalan", "Seksi Drainase"}
    assert parents_agree()
    line = Amendment.objects.get(deed="moved")
    assert line.changes["parent"] == ["PUPR", "Dishub"]


def test_up_and_down_again_changes_nothing(world: World) -> None:
    before = paths()
    for parent in ("Kota Solok", "PUPR", "PUPR"):
        move_agency(actor=world.officers["solok"], code="Bidang Jalan", parent_code=parent, now=world.now)
    assert paths() == before
    assert Amendment.objects.filter(deed="moved").count() == 2


def test_an_id_that_begins_like_another_is_not_taken_along(world: World) -> None:
    """/1/2/ is no ancestor of /1/23/."""
    office = world.agencies["PUPR"]
    like = Agency.objects.create(
        pk=int(f"{office.pk}0"), code="mirip", name="Mirip", kind=AgencyKind.OFFICE, parent=office.parent
    )
    like.path, like.root = f"{office.parent.path if office.parent else '/'}{like.pk}/", office.root
    like.save()
    move_agency(actor=world.officers["solok"], code="PUPR", parent_code="Dishub", now=world.now)
    assert paths()["Mirip"] == ("Kota Solok/Mirip", "Kota Solok")


@pytest.mark.parametrize(
    ("code", "parent", "reason"),
    [
        ("PUPR", "PUPR", "parent_below"),
        ("PUPR", "Bidang Jalan", "parent_below"),
        ("PUPR", "tidak-ada", "parent_unknown"),
        ("PUPR", "Kota Padang", "parent_unknown"),
    ],
)
def test_where_it_cannot_hang(world: World, code: str, parent: str, reason: str) -> None:
    before = paths()
    with pytest.raises(Refused) as refused:
        move_agency(actor=world.officers["solok"], code=code, parent_code=parent, now=world.now)
    assert (refused.value.reason, refused.value.field) == (reason, "parent")
    assert paths() == before


def test_not_even_the_national_desk_moves_into_another_tree(world: World) -> None:
    with pytest.raises(Refused) as refused:
        move_agency(actor=world.officers["nasional"], code="PUPR", parent_code="Kota Padang", now=world.now)
    assert refused.value.reason == "parent_other_tree"
    with pytest.raises(Forbidden):
        move_agency(actor=world.officers["nasional"], code="Kota Solok", parent_code="PUPR", now=world.now)


def test_others_cannot_move_it(world: World) -> None:
    for who in ("padang", "pupr", "provinsi"):
        with pytest.raises(NotFound):
            move_agency(actor=world.officers[who], code="PUPR", parent_code="Dishub", now=world.now)


def test_a_tree_too_deep_for_its_column_is_refused(world: World) -> None:
    Agency.objects.filter(name="Dishub").update(path=f"/{'1/' * 97}")
    with pytest.raises(Refused) as refused:
        move_agency(actor=world.officers["nasional"], code="PUPR", parent_code="Dishub", now=world.now)
    assert refused.value.reason == "too_deep"


@pytest.mark.django_db(transaction=True)
def test_two_moves_at_once_close_no_circle() -> None:
    """PUPR under Dishub and Dishub under PUPR, at the same moment: one wins, the other is refused."""
    world = small_world()
    moves = [
        lambda code=code, parent=parent: move_agency(
            actor=world.officers["solok"], code=code, parent_code=parent, now=world.now
        )
        for code, parent in (("PUPR", "Dishub"), ("Dishub", "PUPR"))
    ]
    assert [one.reason for one in at_once(*moves) if isinstance(one, Refused)] == ["parent_below"]
    assert parents_agree()


def test_reports_stay_where_they_are_held(world: World) -> None:
    code = at_office(world)
    move_agency(actor=world.officers["solok"], code="PUPR", parent_code="Dishub", now=world.now)
    report = row(code)
    assert (report.held_by.name, report.holder_root.name) == ("PUPR", "Kota Solok")
