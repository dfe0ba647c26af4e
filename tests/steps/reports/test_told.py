"""Who is told, and who reads the words of a move."""

from lapor.queries.reports.public_report import public_report
from lapor.queries.reports.tracking import tracking_page
from lapor.records.messages.notice import Notice
from lapor.records.reports.event import Event
from lapor.rules.access import Role
from lapor.rules.kinds import ArchiveReason, ProposalKind
from lapor.steps.reports.approve import approve_proposal
from lapor.steps.reports.archive import archive_report
from lapor.steps.reports.ask import ask_reporter
from lapor.steps.reports.expire import expire_report
from lapor.steps.reports.hand_back import hand_back
from lapor.steps.reports.merge import merge_report
from lapor.steps.reports.note import add_note
from lapor.steps.reports.propose import Draft, propose
from lapor.steps.reports.withdraw import withdraw_report
from tests.builders.world import World, at_office, extended, received, reporter_of, routed, row


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


def test_whoever_holds_it_is_told_that_a_desk_above_ends_it(world: World) -> None:
    code = at_office(world)
    desk = world.officers["nasional"]
    merge_report(
        actor=desk, code=code, into_code=received(world).code, reason="Sama.", now=world.later(hours=1)
    )
    assert told(code) == {("reporter", "", "reporter_merge"), ("holder", "pupr", "holder_merge")}
    chosen = received(world, agency_id=world.agencies["Kota Solok"].pk).code
    words = "Ini perkara yang sedang disidangkan."
    archive_report(actor=desk, code=chosen, reason=ArchiveReason.SPAM, words=words, now=world.later(hours=1))
    assert told(chosen) == {("reporter", "", "reporter_archive"), ("holder", "solok", "holder_archive")}


def test_whoever_holds_it_is_told_that_nobody_answered(world: World) -> None:
    code = at_office(world)
    ask_reporter(actor=world.officers["pupr"], code=code, question="SD mana?", now=world.later(hours=1))
    expire_report(code=code, now=world.later(days=40))
    assert told(code) == {("reporter", "", "reporter_expire"), ("holder", "pupr", "holder_expire")}


def test_whoever_asked_for_more_time_is_told_the_new_day(world: World) -> None:
    code = at_office(world)
    extended(world, code)
    assert told(code) == {("reporter", "", "reporter_extend"), ("holder", "pupr", "holder_extend")}
    # Routed on Wednesday, 18 November; fourteen working days, and five more.
    days = {
        template: context["due_on"]
        for template, context in Notice.objects.filter(report__code=code).values_list("template", "context")
    }
    assert row(code).clock == "first_follow_up"
    assert days["above_propose"] == "2026-12-08"
    assert days["reporter_extend"] == days["holder_extend"] == "2026-12-15"


def test_an_author_is_told_that_his_draft_was_sent(world: World) -> None:
    code = at_office(world)
    approver = world.officer("kadis", "PUPR", Role.APPROVER)
    draft = Draft(kind=ProposalKind.FOLLOW_UP, text="Besok diukur.")
    propose(actor=world.officers["pupr"], code=code, details=draft, now=world.later(hours=1))
    approve_proposal(actor=approver, code=code, now=world.later(hours=1))
    assert told(code) == {("reporter", "", "reporter_follow_up"), ("author", "pupr", "author_sent")}


def test_the_author_of_a_draft_is_told_once_of_the_end(world: World) -> None:
    code = at_office(world)
    world.officer("kadis", "PUPR", Role.APPROVER)
    world.officer("rekan", "PUPR", Role.LIAISON)
    draft = Draft(kind=ProposalKind.FOLLOW_UP, text="Besok diukur.")
    propose(actor=world.officers["pupr"], code=code, details=draft, now=world.later(hours=1))
    withdraw_report(actor=reporter_of(code), code=code, now=world.later(hours=1))
    assert told(code) == {
        ("reporter", "", "reporter_withdraw"),
        ("author", "pupr", "author_lapsed"),
        ("holder", "rekan", "holder_withdraw"),
    }


def test_a_copy_is_told_to_the_desks_that_get_it(world: World) -> None:
    world.officer("penyetuju", "Dishub", Role.APPROVER)
    code = routed(world, copy_agency_ids=(world.agencies["Dishub"].pk, world.agencies["PUPR"].pk))
    assert told(code) == {
        ("reporter", "", "reporter_verify"),
        ("holder", "solok", "holder_verify"),
        ("copied", "dishub", "copied_verify"),
        ("copied", "pupr", "copied_verify"),
    }
