"""Categories and ready texts: who may, what changes, what stays."""

from dataclasses import replace

import pytest

from lapor.queries.catalogue.categories import category_by_code, find_categories, top_categories
from lapor.queries.catalogue.follow_up_templates import follow_up_texts_for
from lapor.records.accounts.amendment import Amendment
from lapor.records.catalogue.category import Category
from lapor.records.catalogue.follow_up_template import FollowUpTemplate
from lapor.rules.refusals import Forbidden, NotFound, Refused
from lapor.steps.catalogue._template import TemplateDetails
from lapor.steps.catalogue.add_category import add_category
from lapor.steps.catalogue.add_follow_up_template import add_follow_up_template
from lapor.steps.catalogue.edit_category import CategoryDetails, edit_category
from lapor.steps.catalogue.edit_follow_up_template import edit_follow_up_template
from tests.builders.world import World


@pytest.fixture
def tree(world: World) -> World:
    for name, parent in (
        ("Jalan", ""),
        ("Kesehatan", ""),
        ("Jalan berlubang", "jalan"),
        ("Obat kosong", "kesehatan"),
    ):
        add_category(actor=world.officers["nasional"], name=name, parent_code=parent, now=world.now)
    return world


def edit(world: World, code: str, **changes: object) -> None:
    row = Category.objects.get(code=code)
    details = CategoryDetails(
        name=row.name, parent_code=row.parent.code if row.parent else "", order=row.order
    )
    edit_category(
        actor=world.officers["nasional"],
        code=code,
        details=replace(details, **changes),  # type: ignore[arg-type]
        now=world.now,
    )


def test_added_last_with_path_and_code(tree: World) -> None:
    assert [line.name for line in top_categories()] == ["Jalan", "Kesehatan"]
    below = Category.objects.get(code="jalan.jalan-berlubang")
    assert below.path == f"/{below.parent_id}/{below.pk}/"
    assert find_categories("berlubang")[0].label == "Jalan › Jalan berlubang"


def test_two_names_that_fold_alike_get_two_codes(tree: World) -> None:
    code = add_category(actor=tree.officers["nasional"], name="Jalan!", now=tree.now)
    assert code == "jalan-2"


def test_renaming_a_main_category_is_found_below_too(tree: World) -> None:
    edit(tree, "jalan", name="Infrastruktur")
    assert [line.code for line in find_categories("infrastruktur berlubang")] == ["jalan.jalan-berlubang"]
    line = Amendment.objects.filter(deed="edited").get()
    assert line.changes["name"] == ["Jalan", "Infrastruktur"]


def test_moving_and_ordering(tree: World) -> None:
    edit(tree, "jalan.jalan-berlubang", parent_code="kesehatan")
    moved = Category.objects.get(code="jalan.jalan-berlubang")
    assert moved.path == f"/{moved.parent_id}/{moved.pk}/"
    edit(tree, "kesehatan", order=0)
    edit(tree, "jalan", order=5)
    assert [line.name for line in top_categories()] == ["Kesehatan", "Jalan"]


def test_a_retired_category_stays_readable(tree: World) -> None:
    edit(tree, "kesehatan.obat-kosong", is_active=False)
    assert find_categories("obat kosong") == ()
    line = category_by_code("kesehatan.obat-kosong")
    assert line is not None
    assert not line.is_active
    edit(tree, "kesehatan.obat-kosong", is_active=True)
    assert find_categories("obat kosong")


def test_a_shipped_category_once_edited_is_ours(tree: World) -> None:
    Category.objects.filter(code="jalan").update(is_shipped=True)
    edit(tree, "jalan", name="Jalan raya")
    assert not Category.objects.get(code="jalan").is_shipped


@pytest.mark.parametrize(
    ("code", "changes", "reason"),
    [
        ("jalan", {"name": "  "}, "category_name_missing"),
        ("jalan", {"name": "kesehatan"}, "category_name_taken"),
        ("jalan", {"name": "x" * 251}, "line_too_long"),
        ("jalan", {"parent_code": "kesehatan"}, "category_has_children"),
        ("jalan", {"parent_code": "jalan"}, "category_has_children"),
        ("jalan.jalan-berlubang", {"parent_code": "kesehatan.obat-kosong"}, "main_category_unknown"),
        ("jalan.jalan-berlubang", {"parent_code": "tidak-ada"}, "main_category_unknown"),
        ("jalan", {"is_active": False}, "category_has_active_children"),
    ],
)
def test_what_cannot_be(tree: World, code: str, changes: dict[str, object], reason: str) -> None:
    with pytest.raises(Refused) as refused:
        edit(tree, code, **changes)
    assert refused.value.reason == reason


@pytest.mark.parametrize("who", ["solok", "pupr", "provinsi"])
def test_only_the_national_desk_changes_categories(tree: World, who: str) -> None:
    with pytest.raises(Forbidden):
        add_category(actor=tree.officers[who], name="Baru", now=tree.now)
    with pytest.raises(Forbidden):
        edit_category(
            actor=tree.officers[who], code="jalan", details=CategoryDetails(name="Lain"), now=tree.now
        )


TEXT = TemplateDetails(title="Sudah dijadwalkan", body="Kami datang pada [tanggal].")


def add_text(world: World, who: str, agency: str, details: TemplateDetails = TEXT) -> int:
    return add_follow_up_template(
        actor=world.officers[who], agency_code=agency, details=details, now=world.now
    )


def titles(world: World, agency: str) -> list[str]:
    return [text.title for text in follow_up_texts_for(world.agencies[agency].pk)]


def test_texts_hold_for_the_agency_and_all_below(world: World) -> None:
    add_text(world, "solok", "Kota Solok")
    add_text(world, "nasional", "", TemplateDetails(title="Umum", body="Terima kasih."))
    assert titles(world, "PUPR") == ["Sudah dijadwalkan", "Umum"]
    assert titles(world, "Kota Padang") == ["Umum"]


def test_a_text_is_retired_and_taken_back(world: World) -> None:
    text = add_text(world, "solok", "Kota Solok")

    def set_active(is_active: bool) -> None:
        edit_follow_up_template(
            actor=world.officers["solok"],
            template_id=text,
            details=replace(TEXT, is_active=is_active),
            now=world.now,
        )

    set_active(False)
    assert titles(world, "PUPR") == []
    other = add_text(world, "solok", "Kota Solok")
    with pytest.raises(Refused) as refused:
        set_active(True)
    assert refused.value.reason == "title_taken"
    assert FollowUpTemplate.objects.get(pk=other).is_active
    assert list(Amendment.objects.values_list("deed", flat=True)) == ["added", "deactivated", "added"]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"title": ""}, "title_missing"),
        ({"title": "x" * 121}, "line_too_long"),
        ({"body": " "}, "template_body_missing"),
        ({"body": "x" * 8001}, "too_long"),
    ],
)
def test_texts_that_cannot_be_stored(world: World, changes: dict[str, str], reason: str) -> None:
    with pytest.raises(Refused) as refused:
        add_text(world, "solok", "Kota Solok", replace(TEXT, **changes))  # type: ignore[arg-type]
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("who", "agency"),
    [("padang", "Kota Solok"), ("solok", ""), ("pupr", "PUPR"), ("solok", "tidak-ada"), ("nasional", "x")],
)
def test_where_one_may_not_write(world: World, who: str, agency: str) -> None:
    with pytest.raises(NotFound):
        add_text(world, who, agency)


def test_a_foreign_text_is_not_found(world: World) -> None:
    text = add_text(world, "solok", "Kota Solok")
    with pytest.raises(NotFound):
        edit_follow_up_template(actor=world.officers["padang"], template_id=text, details=TEXT, now=world.now)
