"""Receiving: stored, numbered and receipted exactly once, or not at all."""

from datetime import datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from lapor.queries.reports.access_code import unlocked_code
from lapor.records.messages.notice import Notice
from lapor.records.reports.deadline import Deadline
from lapor.records.reports.event import Event
from lapor.records.reports.identity import ReporterIdentity
from lapor.records.reports.report import Report
from lapor.rules.access import STRANGER
from lapor.rules.kinds import Door
from lapor.rules.refusals import Forbidden, Refused
from lapor.rules.tracking_code import is_valid
from lapor.steps.reports.receive import Contact
from tests.builders.world import World, received, row, stored_file


def test_a_report_gets_number_code_clock_and_notices(world: World) -> None:
    receipt = received(world)
    assert receipt.is_new
    assert is_valid(receipt.code)
    assert unlocked_code(receipt.code, receipt.access_code) == receipt.code
    report = row(receipt.code)
    assert (report.state, report.held_by.name, report.clock) == ("received", "Meja Nasional", "verification")
    # Wednesday evening + 3 working days: Monday at 16.00 in Jakarta.
    assert report.due_at == datetime(2026, 11, 23, 16, tzinfo=ZoneInfo("Asia/Jakarta"))
    assert {row.clock for row in Deadline.objects.filter(report=report)} == {"verification", "answer_by_law"}
    told = set(Notice.objects.filter(report=report).values_list("recipient", "channel", "template"))
    assert told == {("reporter", "email", "reporter_receive"), ("holder", "page", "holder_receive")}


def test_the_first_event_starts_the_chain(world: World) -> None:
    report = row(received(world).code)
    event = Event.objects.get(report=report)
    assert (event.number, event.move, event.from_state, event.to_state) == (1, "receive", "", "received")
    assert event.previous_hash == ""
    assert report.last_hash == event.hash
    assert len(event.hash) == 64


def test_sending_twice_is_sending_once(world: World) -> None:
    key = uuid4()
    first, again = received(world, key=key), received(world, key=key)
    assert (first.code, first.access_code) == (again.code, again.access_code)
    assert (first.is_new, again.is_new) == (True, False)
    assert Report.objects.scoped("count in a test").count() == 1


def test_the_identity_is_sealed_in_its_own_table(world: World) -> None:
    report = row(received(world).code)
    identity = ReporterIdentity.objects.scoped("look in a test").get(report=report)
    assert identity.name == "Siti Rahma"
    assert "Siti" not in str({field.name: getattr(report, field.name) for field in report._meta.fields})


def test_nothing_is_needed_but_the_text(world: World) -> None:
    receipt = received(world, contact=Contact(), region_code="", latitude=None, longitude=None, place_text="")
    assert not Notice.objects.filter(report__code=receipt.code, recipient="reporter").exists()


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"text": "pendek"}, "text_too_short", "text"),
        ({"text": "\x00\x01 \n"}, "text_too_short", "text"),
        ({"text": "a" * 9000}, "text_too_long", "text"),
        ({"region_code": "99.99"}, "place_unknown", "place"),
        ({"agency_id": 999999}, "agency_unknown", "agency"),
        ({"category_code": "tidak-ada"}, "category_unknown", "category"),
        ({"attachment_keys": (uuid4(),)}, "file_gone", "attachments"),
    ],
)
def test_what_can_be_mended_is_refused_at_its_field(
    world: World, changes: dict[str, object], reason: str, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        received(world, **changes)
    assert (refused.value.reason, refused.value.field) == (reason, field)
    assert not Report.objects.scoped("count in a test").exists()
    assert not Event.objects.exists()


def test_a_chosen_agency_reads_it_first_if_its_desk_is_staffed(world: World) -> None:
    office = world.agencies["PUPR"]
    assert row(received(world, agency_id=office.pk).code).held_by.name == "Kota Solok"
    unstaffed = world.agencies["Provinsi"]
    assert row(received(world, agency_id=unstaffed.pk).code).held_by.name == "Meja Nasional"


def test_only_officers_use_the_officers_doors(world: World) -> None:
    with pytest.raises(Forbidden):
        received(world, actor=STRANGER, door=Door.COUNTER)
    with pytest.raises(Forbidden):
        received(world, actor=world.officers["solok"], door=Door.WEB)
    receipt = received(world, actor=world.officers["solok"], door=Door.COUNTER)
    event = Event.objects.get(report__code=receipt.code)
    assert (event.actor_kind, event.agency_id) == ("officer", world.agencies["Kota Solok"].pk)


def test_files_belong_to_the_first_event(world: World) -> None:
    key = stored_file(world)
    receipt = received(world, attachment_keys=(key,))
    event = Event.objects.get(report__code=receipt.code)
    assert list(event.attachments.values_list("key", flat=True)) == [key]
    with pytest.raises(Refused, match="file_gone"):
        received(world, attachment_keys=(key,))
