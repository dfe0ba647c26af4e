"""Verification: what the public gets to read, where the report goes, and who may not get it."""

import pytest

from lapor.records.messages.notice import Notice
from lapor.records.reports.copy import Copy
from lapor.records.reports.deadline import Deadline
from lapor.records.reports.event import Event
from lapor.records.reports.report import Report
from lapor.rules.kinds import Kind, PlacePrecision
from lapor.rules.lifecycle import MoveNotAllowed
from lapor.rules.refusals import Forbidden, NotFound, Refused
from lapor.steps.reports.verify import verify_report
from tests.builders.world import World, received, routed, row, verification


def test_verify_and_route(world: World) -> None:
    code = routed(world, copy_agency_ids=(world.agencies["Dishub"].pk,))
    report = row(code)
    assert (report.state, report.held_by.name, report.clock) == ("routed", "Kota Solok", "first_follow_up")
    assert (report.is_published, report.public_title) == (True, "Jalan Pandan Ujung berlubang")
    assert report.search is not None
    event = Event.objects.filter(report=report).last()
    assert event is not None
    assert (event.move, event.from_state, event.to_state) == ("verify", "received", "routed")
    assert event.to_agency_id == world.agencies["Kota Solok"].pk
    assert event.note == "Jalan ini jalan kota."
    running = Deadline.objects.filter(report=report, stopped_at=None).values_list("clock", flat=True)
    assert set(running) == {"first_follow_up", "finish", "return", "answer_by_law", "decision_by_law"}
    told = Notice.objects.filter(event=event).values_list("recipient", "channel", "template")
    assert set(told) == {
        ("reporter", "email", "reporter_verify"),
        ("holder", "page", "holder_verify"),
        ("copied", "page", "copied_verify"),
    }
    assert Copy.objects.filter(report=report).count() == 1


def test_a_secret_report_has_no_public_face(world: World) -> None:
    report = row(routed(world, is_secret=True))
    assert (report.is_published, report.public_title, report.public_text) == (False, "", "")
    assert report.search is None
    assert not Report.objects.published().exists()


@pytest.mark.parametrize(
    ("precision", "place", "has_point"),
    [
        (PlacePrecision.POINT, "13.72.02.1003", True),
        (PlacePrecision.VILLAGE, "13.72.02.1003", False),
        (PlacePrecision.REGENCY, "13.72", False),
    ],
)
def test_the_place_is_no_finer_than_released(
    world: World, precision: PlacePrecision, place: str, has_point: bool
) -> None:
    report = row(routed(world, public_precision=precision))
    assert report.public_region_code == place
    assert (report.public_latitude is not None) is has_point


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"public_title": " "}, "title_missing"),
        ({"public_text": ""}, "text_missing"),
        ({"to_agency_id": 0}, "agency_unknown"),
        ({"is_supervisory": True}, "supervisory_to_inspectorate"),
        ({"category_code": "tidak-ada"}, "category_unknown"),
    ],
)
def test_refusals(world: World, changes: dict[str, object], reason: str) -> None:
    code = received(world).code
    with pytest.raises(Refused, match=reason):
        verify_report(
            actor=world.officers["nasional"],
            code=code,
            details=verification(world, **changes),
            now=world.later(hours=1),
        )
    assert row(code).state == "received"


def test_a_supervisory_complaint_goes_to_the_inspectorate_and_is_shielded(world: World) -> None:
    code = routed(world, to="Inspektorat", is_supervisory=True)
    report = row(code)
    assert report.is_supervisory
    finish = Deadline.objects.get(report=report, clock="finish")
    assert finish.days == 60
    for officer in ("solok", "pupr", "provinsi", "pengawas"):
        assert not Report.objects.visible_to(world.officers[officer]).filter(code=code).exists(), officer
    for officer in ("inspektur", "nasional"):
        assert Report.objects.visible_to(world.officers[officer]).filter(code=code).exists(), officer


def test_the_desk_never_opens_what_the_reporter_closed(world: World) -> None:
    code = received(world, is_anonymous=True).code
    with pytest.raises(Refused, match="less_privacy"):
        verify_report(
            actor=world.officers["nasional"], code=code, details=verification(world), now=world.later(hours=1)
        )


def test_who_may_not(world: World) -> None:
    code = received(world, agency_id=world.agencies["Kota Solok"].pk).code
    with pytest.raises(NotFound):
        verify_report(actor=world.officers["padang"], code=code, details=verification(world), now=world.now)
    with pytest.raises(Forbidden):
        verify_report(actor=world.officers["pengawas"], code=code, details=verification(world), now=world.now)


def test_nobody_verifies_twice(world: World) -> None:
    code = routed(world)
    with pytest.raises(MoveNotAllowed):
        verify_report(actor=world.officers["nasional"], code=code, details=verification(world), now=world.now)


def test_the_class_belongs_to_complaints_only(world: World) -> None:
    report = row(routed(world, to="Inspektorat", kind=Kind.ASPIRATION, is_supervisory=True))
    assert report.is_supervisory is False
