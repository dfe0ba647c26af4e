"""Who is told, and who reads the words of a move."""

from lapor.queries.reports.public_report import public_report
from lapor.queries.reports.tracking import tracking_page
from lapor.records.messages.notice import Notice
from lapor.records.reports.event import Event
from lapor.rules.access import Role
from lapor.steps.reports.hand_back import hand_back
from lapor.steps.reports.note import add_note
from tests.builders.world import World, at_office, reporter_of, routed, row


def told(code: str) -> set[tuple[str, str, str]]:
    """Recipient, account and template of the notices about the newest event."""
    last = Event.objects.filter(report__code=code).order_by("number").last()
    rows = Notice.objects.filter(event=last).values_list("recipient", "account__login", "template")
    return {(recipient, (login or "").split("@")[0], template) for recipient, login, template in rows}


def test_why_a_report_was_handed_back_stays_inside(world: World) -> None:
    code = at_office(world)
    hand_back(actor=world.officers["pupr"], code=code, reason="Kepala bidang cuti.", now=world.later(hours=1))
    event = Event.objects.get(report=row(code), move="hand_back")
    assert (event.note, event.internal_note, event.audience) == ("", "Kepala bidang cuti.", "public")
    public = public_report(code, world.now)
    assert public is not None and public.events[0].move == "hand_back"
    assert "cuti" not in repr(public)
    assert "cuti" not in repr(tracking_page(reporter_of(code), code, world.now))
    assert told(code) == {
        ("reporter", "", "reporter_hand_back"),
        ("holder", "solok", "holder_hand_back"),
    }


def test_a_note_is_told_to_whoever_holds_the_report(world: World) -> None:
    code = at_office(world)
    add_note(actor=world.officers["pengawas"], code=code, text="Mohon dipercepat.", now=world.later(hours=1))
    assert told(code) == {("holder", "pupr", "holder_note")}
    add_note(actor=world.officers["pupr"], code=code, text="Sudah dijadwalkan.", now=world.later(hours=1))
    assert told(code) == set()


def test_a_copy_is_told_to_the_desks_that_get_it(world: World) -> None:
    world.officer("penyetuju", "Dishub", Role.APPROVER)
    code = routed(world, copy_agency_ids=(world.agencies["Dishub"].pk, world.agencies["PUPR"].pk))
    assert told(code) == {
        ("reporter", "", "reporter_verify"),
        ("holder", "solok", "holder_verify"),
        ("copied", "dishub", "copied_verify"),
        ("copied", "pupr", "copied_verify"),
    }
