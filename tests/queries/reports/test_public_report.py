"""One published report: what everybody reads of it, and what nobody does."""

from dataclasses import asdict
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lapor.queries.reports.public_near import reports_near, reports_with
from lapor.queries.reports.public_report import PublicReport, public_report
from lapor.queries.reports.public_support import has_supported
from lapor.records.reports.attachment import Attachment
from lapor.rules.access import STRANGER
from lapor.rules.kinds import Audience, PlacePrecision
from lapor.rules.lifecycle import Move
from lapor.rules.refusals import NotFound
from lapor.steps.reports.ask import ask_reporter
from lapor.steps.reports.contest import contest_report
from lapor.steps.reports.follow_up import Answer, follow_up
from lapor.steps.reports.merge import merge_report
from lapor.steps.reports.note import add_note
from lapor.steps.reports.object import object_to_archiving
from lapor.steps.reports.support import support_report
from lapor.steps.reports.verify import verify_report
from lapor.steps.reports.withdraw import withdraw_report
from tests.builders.world import (
    World,
    at_office,
    in_progress,
    received,
    reporter_of,
    routed,
    row,
    settled,
    verification,
)


def seen(world: World, code: str) -> PublicReport:
    report = public_report(code, world.now)
    assert report is not None
    return report


def test_the_way_of_a_report_is_told(world: World) -> None:
    report = seen(world, settled(world))
    assert report.title == "Jalan Pandan Ujung berlubang"
    assert report.holder == "PUPR"
    assert report.government == "Kota Solok"
    assert report.routing_reason == "Pemeliharaan jalan kota."
    assert [event.move for event in report.events] == [
        Move.SETTLE,
        Move.FOLLOW_UP,
        Move.ROUTE_DOWN,
        Move.VERIFY,
        Move.RECEIVE,
    ]
    assert report.events[0].words == "Lubang sudah ditutup."
    assert [file.type for file in report.events[0].documents] == ["jpg"], "no thumbnail, so a link"


def test_no_old_reason_explains_a_new_holder(world: World) -> None:
    code, desk = settled(world), world.officers["nasional"]
    contest_report(actor=reporter_of(code), code=code, reason="Belum.", now=world.later(hours=1))
    assert (seen(world, code).holder, seen(world, code).routing_reason) == ("Kota Solok", "")
    merge_report(
        actor=desk, code=code, into_code=received(world).code, reason="Sama.", now=world.later(hours=1)
    )
    object_to_archiving(actor=reporter_of(code), code=code, reason="Ini lain.", now=world.later(hours=1))
    assert (seen(world, code).holder, seen(world, code).routing_reason) == ("Provinsi", "")
    details = verification(world, "Kota Padang", reason="Jalan ini jalan Padang.")
    verify_report(actor=desk, code=code, details=details, now=world.later(hours=1))
    assert seen(world, code).routing_reason == "Jalan ini jalan Padang."


@pytest.mark.parametrize("exists", [True, False])
def test_what_is_not_published_is_not_there(world: World, exists: bool) -> None:
    code = received(world).code if exists else "100000000"
    assert public_report(code, world.now) is None
    assert public_report(routed(world, is_secret=True), world.now) is None


def test_nothing_from_inside_or_from_the_reporter_is_told(world: World) -> None:
    """Each of these words is really stored; none may come out here."""
    code = settled(world)
    contest_report(
        actor=reporter_of(code),
        code=code,
        reason="RAHASIA-SANGGAH, nomor saya 0812",
        now=world.later(hours=1),
    )
    officer = world.officers["solok"]
    add_note(actor=officer, code=code, text="RAHASIA-CATATAN", now=world.later(hours=1))
    ask_reporter(actor=officer, code=code, question="RAHASIA-TANYA di mana?", now=world.later(hours=1))
    only_for_him = routed(world, to="PUPR")
    follow_up(
        actor=world.officers["pupr"],
        code=only_for_him,
        details=Answer(text="RAHASIA-JAWAB", audience=Audience.REPORTER),
        now=world.later(hours=1),
    )
    stored = " ".join(
        f"{event.note} {event.internal_note}"
        for one in (code, only_for_him)
        for event in row(one).events.all()
    )
    told = str(asdict(seen(world, code))) + str(asdict(seen(world, only_for_him)))
    for word in ("SANGGAH", "CATATAN", "TANYA", "JAWAB"):
        assert f"RAHASIA-{word}" in stored
        assert f"RAHASIA-{word}" not in told
    for word in (
        "Siti",
        "contoh.test",
        "0812",
        "Petugas",
        "Jalan Pandan Ujung di depan SD berlubang besar. Sudah",
    ):
        assert word not in told
    assert Move.CONTEST in {event.move for event in seen(world, code).events}


def test_files_are_shown_only_if_released_and_without_their_names(world: World) -> None:
    code = routed(world)
    receipt = row(code).events.get(number=1)
    for audience, name in ((Audience.PUBLIC, "KTP Siti.pdf"), (Audience.REPORTER, "foto.jpg")):
        Attachment.objects.create(
            key=uuid4(),
            report=receipt.report,
            event=receipt,
            audience=audience,
            owner_kind="reporter",
            name=name,
            type=name[-3:],
            size=10,
            is_stored=True,
            created_at=world.now,
        )
    report = seen(world, code)
    assert [file.type for file in report.documents] == ["pdf"]
    assert report.photos == ()
    assert "Siti" not in str(asdict(report))


def test_the_point_is_told_only_if_it_was_released(world: World) -> None:
    assert seen(world, routed(world)).point is None
    exact = seen(world, routed(world, public_precision=PlacePrecision.POINT))
    assert exact.point == (-0.79, 100.66)
    coarse = seen(world, routed(world, public_precision=PlacePrecision.REGENCY))
    assert (coarse.place, coarse.place_code, coarse.point) == ("Kota Solok", "13.72", None)


def test_a_withdrawn_report_keeps_its_page_and_says_why(world: World) -> None:
    code = routed(world)
    withdraw_report(actor=reporter_of(code), code=code, reason="Sudah beres, kata Pak RT.", now=world.now)
    report = seen(world, code)
    assert report.archive_reason == "withdrawn"
    assert "Pak RT" not in str(asdict(report))


def test_neighbours_leave_the_report_itself_out(world: World) -> None:
    one, other, far = at_office(world), routed(world), routed(world, to="Kota Padang")
    near = reports_near("13.72.02.1003", world.now, size=4, without=one)
    assert [report.code for report in near] == [far, other]
    assert reports_near("", world.now, size=4) == ()
    pupr = world.agencies["PUPR"].pk
    assert reports_with(pupr, world.now, size=4, without=(one,)) == ()
    assert [report.code for report in reports_with(pupr, world.now, size=4)] == [one]


def test_support_is_known_by_browser(world: World) -> None:
    code = routed(world)
    assert not has_supported(code, account_id=None, browser_token="a")
    assert support_report(actor=STRANGER, code=code, browser_token="a", now=world.now)
    assert has_supported(code, account_id=None, browser_token="a")
    assert not has_supported(code, account_id=None, browser_token="b")
    assert not has_supported(code, account_id=None, browser_token="")
    assert seen(world, code).supporter_count == 1
    with pytest.raises(NotFound):
        support_report(actor=STRANGER, code=received(world).code, browser_token="a", now=world.now)


def test_thirty_events_cost_three_statements(world: World) -> None:
    code = in_progress(world)
    for _ in range(27):
        follow_up(
            actor=world.officers["pupr"],
            code=code,
            details=Answer(text="Tim masih bekerja."),
            now=world.now + timedelta(hours=1),
        )
    seen(world, code)
    with CaptureQueriesContext(connection) as statements:
        report = seen(world, code)
    assert len(report.events) >= 30
    assert len(statements) == 3
