"""What everybody finds among the reports, and what nobody finds."""

from dataclasses import fields
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lapor.queries.reports.public_filters import LATE, PublicFilters
from lapor.queries.reports.public_list import cursor_from, public_reports
from lapor.queries.reports.public_near import latest_deadlines_missed, newest_of, reports_near, reports_with
from lapor.queries.reports.public_row import PublicRow
from lapor.queries.reports.public_search import WINDOW
from lapor.records.catalogue.category import Category
from lapor.rules.kinds import ArchiveReason, Kind
from lapor.rules.lifecycle import State
from lapor.steps.reports.archive import archive_report
from lapor.steps.reports.return_ import return_report
from lapor.steps.reports.set_privacy import set_privacy
from lapor.steps.reports.verify import verify_report
from lapor.steps.reports.withdraw import withdraw_report
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


def found(world: World, **filters: object) -> list[str]:
    page = public_reports(PublicFilters(**filters), None, world.now)  # type: ignore[arg-type]
    return [row.code for row in page.rows]


def hide(world: World, code: str) -> None:
    set_privacy(
        actor=reporter_of(code), code=code, is_anonymous=False, is_secret=True, now=world.later(hours=1)
    )


def test_a_row_carries_only_what_was_released(world: World) -> None:
    code = at_office(world)
    (row,) = public_reports(PublicFilters(), None, world.now).rows
    assert row.code == code
    assert row.title == "Jalan Pandan Ujung berlubang"
    assert row.holder == "PUPR"
    assert row.line.who == "PUPR"
    assert {field.name for field in fields(PublicRow)} & {
        "id",
        "text",
        "latitude",
        "tags",
        "access_hash",
    } == set()


def test_nothing_unread_or_secret_is_found(world: World) -> None:
    unread, secret = received(world).code, routed(world, is_secret=True)
    hidden_later, public = routed(world), routed(world)
    set_privacy(
        actor=reporter_of(hidden_later),
        code=hidden_later,
        is_anonymous=False,
        is_secret=True,
        now=world.later(hours=1),
    )
    for filters in ({}, {"text": "pandan ujung"}, {"place": "13"}, {"agency": "Kota Solok"}):
        assert found(world, **filters) == [public]
    assert {unread, secret, hidden_later}.isdisjoint(found(world))


def test_what_its_reporter_took_back_is_no_longer_led_to(world: World) -> None:
    taken, stays = routed(world), routed(world)
    withdraw_report(actor=reporter_of(taken), code=taken, now=world.later(hours=1))
    agency = public_reports(PublicFilters(agency="Kota Solok"), None, world.now).chosen.agency
    assert agency is not None
    lists = (
        found(world),
        found(world, text="pandan"),
        [row.code for row in reports_near("13.72", world.now, size=5)],
        [row.code for row in reports_with(agency.id, world.now, size=5)],
        [row.code for row in newest_of(agency, world.now, size=5)],
    )
    assert all(codes == [stays] for codes in lists)


def test_archived_reports_stay_in_the_list(world: World) -> None:
    code = routed(world)
    return_report(
        actor=world.officers["solok"],
        code=code,
        reason="Bukan jalan kota.",
        proposed_agency_id=world.agencies["Provinsi"].pk,
        now=world.later(hours=1),
    )
    archive_report(
        actor=world.officers["nasional"],
        code=code,
        reason=ArchiveReason.NOT_PUBLIC_SERVICE,
        words="Ini urusan antarwarga.",
        now=world.later(hours=1),
    )
    assert found(world) == [code]
    assert found(world, state="archived") == [code]


def test_filters_narrow(world: World) -> None:
    category = Category.objects.create(code="jalan", name="Jalan", search="jalan")
    part = Category.objects.create(code="jalan/lubang", name="Lubang", parent=category, search="lubang")
    Category.objects.filter(pk=part.pk).update(path=f"/{category.pk}/{part.pk}/")
    first = routed(world, kind=Kind.ASPIRATION)
    second = at_office(world)
    third = routed(world, to="Kota Padang", category_code="jalan/lubang")
    assert found(world) == [third, second, first]
    assert found(world, kind="aspiration") == [first]
    assert found(world, agency="Kota Solok") == [second, first]
    assert found(world, agency="PUPR") == [second]
    assert found(world, agency="Bidang Jalan") == []
    assert found(world, category="jalan") == found(world, category="jalan/lubang") == [third]
    assert found(world, state=State.IN_PROGRESS) == []
    assert found(world, place="13.72.02.1003") == found(world, place="13") == [third, second, first]
    assert found(world, place="13.71") == []


@pytest.mark.parametrize("filters", [{"place": "99"}, {"agency": "tidak-ada"}, {"category": "tidak-ada"}])
def test_an_unknown_code_finds_nothing(world: World, filters: dict[str, str]) -> None:
    routed(world)
    assert found(world, **filters) == found(world, text="jalan", **filters) == []


def test_days_of_receipt_are_included(world: World) -> None:
    code = routed(world)  # received on 18 November, 19.42 in Western Indonesia
    assert found(world, since=date(2026, 11, 18), until=date(2026, 11, 18)) == [code]
    assert found(world, since=date(2026, 11, 19)) == found(world, until=date(2026, 11, 17)) == []


def test_late_is_only_what_an_agency_owes(world: World) -> None:
    owed, waits = routed(world), settled(world)
    assert found(world, state=LATE) == []
    world.later(days=60)
    assert found(world, state=LATE) == [owed]
    agency = public_reports(PublicFilters(agency="Kota Solok"), None, world.now).chosen.agency
    assert agency is not None
    assert [row.code for row in latest_deadlines_missed(agency, world.now, size=5)] == [owed]
    assert waits in found(world)


def test_words_are_stemmed_and_the_last_one_may_be_unfinished(world: World) -> None:
    code = routed(world, public_text="Lubang besar di depan SD, perbaikan belum dilakukan.")
    for text in ("berlubang", "lubang pandan", "jalan yang rusak? lub", "diperbaiki", "Pand"):
        expected = [] if "rusak" in text else [code]
        assert found(world, text=text) == expected, text
    assert found(world, text="yang di ke dari") == [code], "nothing but stop words filters nothing"


def test_personal_words_of_the_reporter_are_not_searchable(world: World) -> None:
    routed(world)
    assert found(world, text="0812 3456 7890") == found(world, text="Siti Rahma") == []


def test_old_reports_are_found_behind_the_window(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    old = routed(world, public_title="Jembatan gantung putus")
    newer = [routed(world) for _ in range(3)]
    monkeypatch.setattr("lapor.queries.reports.public_search.WINDOW", 2)
    assert WINDOW > 2
    assert found(world, text="jembatan") == [old]
    assert found(world, text="pandan") == [*reversed(newer), old]


def test_pages_follow_each_other_without_gap_or_repeat(world: World) -> None:
    codes = [routed(world) for _ in range(3)]
    # Stored later, received earlier, both at once.
    world.later(days=-1)
    at_once = [received(world).code for _ in range(2)]
    for code in at_once:
        details = verification(world, kind=Kind.ASPIRATION)
        verify_report(actor=world.officers["nasional"], code=code, details=details, now=world.now)
    world.later(days=1)
    for text in ("", "pandan"):
        seen, cursor = [], None
        for _ in range(6):
            page = public_reports(PublicFilters(text=text), cursor, world.now, size=1)
            seen += [row.code for row in page.rows]
            cursor = cursor_from(page.next_cursor)
            if cursor is None:
                break
        assert seen == [*reversed(codes), *reversed(at_once)]


@pytest.mark.parametrize(
    "values",
    [
        None,
        (),
        ("x",),
        ("gestern", "1"),
        ("2026-11-18", "1"),
        (3, 4),
        ("0001-01-01T00:00:00+14:00", "1"),
        ("x", None),
    ],
)
def test_a_tampered_cursor_is_none(values: object) -> None:
    assert cursor_from(values) is None  # type: ignore[arg-type]


@pytest.mark.parametrize("count", [1, 3, 25])
def test_the_list_costs_the_same_for_one_and_many(world: World, count: int) -> None:
    for _ in range(count):
        at_office(world)
    for filters, most in ((PublicFilters(), 1), (PublicFilters(text="pandan", place="13", agency="PUPR"), 5)):
        public_reports(PublicFilters(), None, world.now)  # day limits and holidays are in memory
        with CaptureQueriesContext(
            connection,
        ) as statements:
            page = public_reports(filters, None, world.now)
        assert len(page.rows) == count
        assert len(statements) == most


def test_the_search_vector_and_private_words_are_not_even_read(world: World) -> None:
    in_progress(world)
    with CaptureQueriesContext(connection) as statements:
        public_reports(PublicFilters(), None, world.now)
    selected = statements[0]["sql"].split(" FROM ")[0]
    for column in ('"text"', '"title"', '"search"', '"latitude"', '"access_hash"', '"place_text"'):
        assert f'"lapor_report".{column}' not in selected
