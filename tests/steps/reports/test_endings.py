"""Archiving, objecting, withdrawing, merging, privacy, identity."""

from datetime import timedelta

import pytest

from lapor.queries.reports.tracking import tracking_page
from lapor.records.agencies.agency import Agency
from lapor.records.reports.event import Event
from lapor.records.reports.identity import Disclosure
from lapor.records.reports.report import Report
from lapor.rules.conditions import Hindrance, MoveHindered
from lapor.rules.kinds import ArchiveReason, Door
from lapor.rules.refusals import Forbidden, Refused
from lapor.steps.reports.archive import archive_report
from lapor.steps.reports.ask import ask_reporter
from lapor.steps.reports.confirm import confirm_report
from lapor.steps.reports.merge import merge_report
from lapor.steps.reports.note import add_note
from lapor.steps.reports.object import object_to_archiving
from lapor.steps.reports.receive import Contact
from lapor.steps.reports.reply import reply_to_report
from lapor.steps.reports.reveal_identity import reveal_identity
from lapor.steps.reports.set_privacy import set_privacy
from lapor.steps.reports.support import support_report
from lapor.steps.reports.withdraw import withdraw_report
from tests.builders.world import World, at_office, received, reporter_of, routed, row, settled

WORDS = "Ini perkara yang sedang disidangkan."


def archive(world: World, code: str, reason: ArchiveReason = ArchiveReason.SPAM, **more: str) -> None:
    archive_report(
        actor=world.officers["nasional"],
        code=code,
        reason=reason,
        words=WORDS,
        now=world.later(hours=1),
        **more,
    )


def test_archiving_gives_a_reason_and_the_reporter_may_object_once(world: World) -> None:
    code = received(world, agency_id=world.agencies["Kota Solok"].pk).code
    archive_report(
        actor=world.officers["solok"],
        code=code,
        reason=ArchiveReason.SPAM,
        words=WORDS,
        now=world.later(hours=1),
    )
    report = row(code)
    assert (report.state, report.archive_reason, report.clock) == ("archived", "spam", "")
    object_to_archiving(actor=reporter_of(code), code=code, reason="Ini sungguhan.", now=world.later(days=1))
    report = row(code)
    assert (report.state, report.held_by.name, report.clock) == ("received", "Provinsi", "verification")
    archive(world, code)
    with pytest.raises(MoveHindered):
        object_to_archiving(actor=reporter_of(code), code=code, reason="Sungguh.", now=world.later(days=1))


@pytest.mark.parametrize(
    ("reason", "words", "field"),
    [
        (ArchiveReason.SPAM, "", "words"),
        (ArchiveReason.COMPETENT_BODY_OUTSIDE, WORDS, "competent_body"),
        (ArchiveReason.WITHDRAWN, WORDS, "archive_reason"),
    ],
)
def test_no_archiving_without_what_people_are_owed(
    world: World, reason: ArchiveReason, words: str, field: str
) -> None:
    code = received(world).code
    with pytest.raises(Refused) as refused:
        archive_report(
            actor=world.officers["nasional"], code=code, reason=reason, words=words, now=world.later(hours=1)
        )
    assert refused.value.field == field


def test_over_a_top_without_coordinator_stands_the_national_desk(world: World) -> None:
    Agency.objects.filter(name="Kota Solok").update(coordinated_by=None)
    code = received(world, agency_id=world.agencies["Kota Solok"].pk).code
    page = tracking_page(reporter_of(code), code, world.now)
    assert page is not None and page.above == "Meja Nasional"
    archive_report(
        actor=world.officers["solok"],
        code=code,
        reason=ArchiveReason.SPAM,
        words=WORDS,
        now=world.later(hours=1),
    )
    object_to_archiving(actor=reporter_of(code), code=code, reason="Ini sungguhan.", now=world.later(days=1))
    assert row(code).held_by.name == "Meja Nasional"


def test_no_wrong_door_names_the_body_outside(world: World) -> None:
    code = received(world).code
    archive(world, code, ArchiveReason.COMPETENT_BODY_OUTSIDE, competent_body="Pengadilan Negeri Solok")
    event = Event.objects.filter(report__code=code).last()
    assert event is not None and event.details["competent_body"] == "Pengadilan Negeri Solok"


def test_what_was_reported_already_leads_to_a_report_that_everybody_may_open(world: World) -> None:
    code, public, secret = received(world).code, routed(world), routed(world, is_secret=True)
    for other in (secret, code, "000000000"):
        with pytest.raises(Refused, match="other_not_public") as refused:
            archive(world, code, ArchiveReason.ALREADY_REPORTED, other_code=other)
        assert refused.value.field == "other_code"
    archive(world, code, ArchiveReason.ALREADY_REPORTED, other_code=public)
    event = Event.objects.filter(report__code=code).latest("number")
    assert event.details == {"reason": "already_reported", "other": public}


def test_asking_its_reporter_is_no_way_to_archive_what_is_routed(world: World) -> None:
    code = routed(world)
    ask_reporter(actor=world.officers["solok"], code=code, question="Di mana?", now=world.later(hours=1))
    with pytest.raises(MoveHindered) as hindered:
        archive_report(
            actor=world.officers["solok"],
            code=code,
            reason=ArchiveReason.NOT_UNDERSTANDABLE,
            words=WORDS,
            now=world.later(hours=1),
        )
    assert hindered.value.hindrance is Hindrance.NOT_LEFT
    # Before it is routed, what nobody understands is archived without waiting for an answer.
    unread = received(world).code
    ask_reporter(actor=world.officers["nasional"], code=unread, question="Apa?", now=world.later(hours=1))
    archive(world, unread, ArchiveReason.NOT_UNDERSTANDABLE)
    assert (row(unread).state, row(unread).state_before_ask) == ("archived", "")


def test_a_reply_takes_the_settlement_back(world: World) -> None:
    replied, left = settled(world), settled(world)
    assert row(replied).settled_at is not None
    reply_to_report(actor=reporter_of(replied), code=replied, text="Belum selesai.", now=world.later(hours=1))
    withdraw_report(actor=reporter_of(left), code=left, now=world.later(hours=1))
    assert (row(replied).settled_at, row(left).settled_at) == (None, None)
    confirmed = settled(world)
    confirm_report(actor=reporter_of(confirmed), code=confirmed, now=world.later(hours=1))
    assert row(confirmed).settled_at is not None


def test_withdrawing_ends_it_and_leaves_it_readable(world: World) -> None:
    code = at_office(world)
    withdraw_report(actor=reporter_of(code), code=code, reason="Sudah beres.", now=world.later(hours=1))
    assert row(code).archive_reason == "withdrawn"
    assert Report.objects.visible_to(reporter_of(code)).filter(code=code).exists()
    with pytest.raises(MoveHindered):
        object_to_archiving(actor=reporter_of(code), code=code, reason="Tidak jadi.", now=world.now)


def test_only_duplicates_of_the_same_reporter_are_merged(world: World) -> None:
    first, second = received(world).code, received(world).code
    other = received(world, contact=Contact(email="budi@contoh.test")).code
    nasional = world.officers["nasional"]
    with pytest.raises(Refused, match="merge_other_reporter"):
        merge_report(actor=nasional, code=other, into_code=first, reason="Sama.", now=world.later(hours=1))
    with pytest.raises(Refused, match="merge_target_unknown"):
        merge_report(actor=nasional, code=second, into_code=second, reason="Sama.", now=world.now)
    merge_report(actor=nasional, code=second, into_code=first, reason="Sama.", now=world.later(hours=1))
    report = row(second)
    assert report.state == "archived" and report.merged_into is not None
    assert report.merged_into.code == first


@pytest.mark.parametrize("is_same", [True, False])
@pytest.mark.parametrize("anonymous", ["taken down", "true one"])
def test_a_desk_learns_nothing_of_an_anonymous_reporter_by_merging(
    world: World, is_same: bool, anonymous: str
) -> None:
    """A desk could take down a walk-in with a suspect's telephone number, and try whether it merges."""
    solok = world.officers["solok"]
    true_one = received(
        world,
        agency_id=world.agencies["Kota Solok"].pk,
        is_anonymous=anonymous == "true one",
        contact=Contact(phone="081234567890"),
    ).code
    taken_down = received(
        world,
        actor=solok,
        door=Door.COUNTER,
        agency_id=world.agencies["Kota Solok"].pk,
        is_anonymous=anonymous == "taken down",
        contact=Contact(name="Palsu", phone="081234567890" if is_same else "081299999999"),
    ).code
    for code, into_code in ((taken_down, true_one), (true_one, taken_down)):
        with pytest.raises(Refused, match="merge_anonymous"):
            merge_report(
                actor=solok, code=code, into_code=into_code, reason="Sama.", now=world.later(hours=1)
            )
    assert row(true_one).state == row(taken_down).state == "received"


def test_the_national_desk_merges_anonymous_reports(world: World) -> None:
    one, two = received(world, is_anonymous=True).code, received(world, is_anonymous=True).code
    nasional = world.officers["nasional"]
    merge_report(actor=nasional, code=two, into_code=one, reason="Sama.", now=world.later(hours=1))
    assert row(two).merged_into is not None
    object_to_archiving(actor=reporter_of(two), code=two, reason="Ini lain.", now=world.later(hours=1))
    assert (row(two).state, row(two).merged_into) == ("received", None)


def test_a_settled_duplicate_is_merged_too(world: World) -> None:
    first, second = received(world).code, settled(world)
    nasional = world.officers["nasional"]
    merge_report(actor=nasional, code=second, into_code=first, reason="Sama.", now=world.later(hours=1))
    assert (row(second).state, row(second).clock) == ("archived", "")


def test_reporters_without_contact_are_never_taken_for_the_same(world: World) -> None:
    one, two = received(world, contact=Contact()).code, received(world, contact=Contact()).code
    with pytest.raises(Refused, match="merge_other_reporter"):
        merge_report(
            actor=world.officers["nasional"],
            code=two,
            into_code=one,
            reason="Sama.",
            now=world.later(hours=1),
        )


def test_a_report_made_secret_leaves_the_public_pages_and_can_come_back(world: World) -> None:
    code = routed(world)
    reporter = reporter_of(code)
    set_privacy(actor=reporter, code=code, is_anonymous=True, is_secret=True, now=world.later(hours=1))
    assert not Report.objects.published().filter(code=code).exists()
    assert row(code).search is None
    with pytest.raises(Refused, match="less_privacy"):
        set_privacy(
            actor=world.officers["solok"],
            code=code,
            is_anonymous=True,
            is_secret=False,
            now=world.later(hours=1),
        )
    set_privacy(actor=reporter, code=code, is_anonymous=True, is_secret=False, now=world.later(hours=1))
    assert Report.objects.published().filter(code=code).exists()


def test_revealing_is_written_down_and_shown(world: World) -> None:
    code = at_office(world)
    reason = "Menanyakan letak lubang lewat telepon."
    reveal_identity(actor=world.officers["pupr"], code=code, reason=reason, now=world.later(hours=1))
    opened = Disclosure.objects.get(report__code=code)
    assert opened.until - opened.at == timedelta(hours=8)
    event = Event.objects.filter(report__code=code).last()
    assert event is not None and (event.move, event.note, event.audience) == (
        "reveal_identity",
        reason,
        "reporter",
    )
    with pytest.raises(Refused):
        reveal_identity(actor=world.officers["pupr"], code=code, reason="ya", now=world.now)


def test_an_anonymous_identity_opens_to_the_national_desk_only(world: World) -> None:
    code = routed(world, is_anonymous=True)
    reason = "Perlindungan saksi atas permintaan pelapor."
    for officer in ("solok", "pengawas"):
        with pytest.raises(Forbidden):
            reveal_identity(actor=world.officers[officer], code=code, reason=reason, now=world.now)
    reveal_identity(actor=world.officers["nasional"], code=code, reason=reason, now=world.later(hours=1))
    assert Disclosure.objects.filter(report__code=code).count() == 1


def test_a_note_stays_inside(world: World) -> None:
    code = settled(world)
    add_note(actor=world.officers["pengawas"], code=code, text="Perlu dicek ulang.", now=world.later(hours=1))
    event = Event.objects.filter(report__code=code).last()
    assert event is not None and (event.audience, event.note) == ("officers", "")


def test_support_counts_each_once(world: World) -> None:
    code = routed(world)
    for token, new in (("a" * 20, True), ("b" * 20, True), ("a" * 20, False)):
        actor = reporter_of("000000000")
        assert support_report(actor=actor, code=code, browser_token=token, now=world.now) is new
    assert row(code).supporter_count == 2
