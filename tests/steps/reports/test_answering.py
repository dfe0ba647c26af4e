"""Asking, answering, approving, settling, contesting, closing."""

from datetime import timedelta

import pytest

from lapor.queries.accounts.actor import actor_for
from lapor.records.messages.notice import Notice
from lapor.records.reports.attachment import Attachment
from lapor.records.reports.deadline import Deadline
from lapor.records.reports.event import Event
from lapor.rules.conditions import MoveHindered
from lapor.rules.kinds import Audience, Door, Outcome
from lapor.rules.refusals import Forbidden, NotFound, Refused
from lapor.steps.reports.ask import ask_reporter
from lapor.steps.reports.close_by_silence import close_by_silence
from lapor.steps.reports.complete import complete_report
from lapor.steps.reports.confirm import confirm_report
from lapor.steps.reports.contest import contest_report
from lapor.steps.reports.expire import expire_report
from lapor.steps.reports.follow_up import Answer, follow_up
from lapor.steps.reports.rate import rate_report
from lapor.steps.reports.reply import reply_to_report
from lapor.steps.reports.settle import Settlement, settle_report
from tests.builders.world import World, at_office, in_progress, reporter_of, row, settled, stored_file


def test_the_clocks_pause_while_the_reporter_is_asked(world: World) -> None:
    code = at_office(world)
    due_before = row(code).due_at
    ask_reporter(
        actor=world.officers["pupr"], code=code, question="Di depan SD mana?", now=world.later(hours=1)
    )
    report = row(code)
    assert (report.state, report.clock, report.state_before_ask) == ("incomplete", "completion", "routed")
    paused = Deadline.objects.filter(report=report, paused_at__isnull=False)
    assert set(paused.values_list("clock", flat=True)) == {
        "first_follow_up",
        "finish",
        "return",
        "hand_back",
        "decision_by_law",
    }
    complete_report(actor=reporter_of(code), code=code, text="SD Negeri 05.", now=world.later(days=7))
    report = row(code)
    assert (report.state, report.clock) == ("routed", "first_follow_up")
    assert due_before is not None and report.due_at is not None
    assert report.due_at - due_before >= timedelta(days=7)


def test_an_officer_writes_down_what_the_reporter_told_him(world: World) -> None:
    code, key = at_office(world), stored_file(world)
    pupr = world.officers["pupr"]
    ask_reporter(actor=pupr, code=code, question="Di depan SD mana?", now=world.later(hours=1))
    with pytest.raises(Forbidden):
        complete_report(actor=pupr, code=code, text="SD Negeri 05.", now=world.later(days=1))
    with pytest.raises(Forbidden):
        complete_report(
            actor=reporter_of(code), code=code, text="SD Negeri 05.", door=Door.TELEPHONE, now=world.now
        )
    complete_report(
        actor=pupr,
        code=code,
        text="SD Negeri 05.",
        door=Door.TELEPHONE,
        attachment_keys=(key,),
        now=world.now,
    )
    event = Event.objects.get(report=row(code), move="complete")
    assert (event.actor_kind, event.account_id, event.details) == (
        "officer",
        pupr.account_id,
        {"door": "telephone", "files": [""]},
    )
    assert (row(code).state, event.audience, event.attachments.get().key) == ("routed", "reporter", key)


def test_silence_after_a_question_ends_in_the_archive_only_when_due(world: World) -> None:
    code = at_office(world)
    ask_reporter(actor=world.officers["pupr"], code=code, question="Di mana?", now=world.later(hours=1))
    with pytest.raises(Refused, match="not_due"):
        expire_report(code=code, now=world.later(days=29))
    expire_report(code=code, now=world.later(days=3))
    report = row(code)
    assert (report.state, report.archive_reason, report.is_open) == ("archived", "no_answer", False)
    assert not Deadline.objects.filter(report=report, stopped_at=None).exists()


def test_the_first_follow_up_stops_its_clock(world: World) -> None:
    code = in_progress(world)
    report = row(code)
    assert (report.state, report.clock) == ("in_progress", "finish")
    stopped = Deadline.objects.filter(report=report, stopped_at__isnull=False)
    assert {"first_follow_up", "answer_by_law", "verification"} <= set(
        stopped.values_list("clock", flat=True)
    )


def test_an_answer_may_be_for_the_reporter_only(world: World) -> None:
    code = at_office(world)
    key = stored_file(world)
    details = Answer(text="Nomor antrean Anda 12.", audience=Audience.REPORTER, attachment_keys=(key,))
    follow_up(actor=world.officers["pupr"], code=code, details=details, now=world.later(hours=1))
    event = Event.objects.filter(report__code=code).last()
    assert event is not None and event.audience == "reporter"
    assert Attachment.objects.get(key=key).audience == "reporter"


def test_no_settlement_without_evidence_or_a_reason(world: World) -> None:
    code = in_progress(world)
    with pytest.raises(Refused) as refused:
        settle_report(
            actor=world.officers["pupr"],
            code=code,
            details=Settlement(text="Sudah."),
            now=world.later(hours=1),
        )
    assert refused.value.field == "attachments"
    details = Settlement(text="Sudah.", no_evidence_reason="Layanan lewat telepon, tidak ada yang difoto.")
    settle_report(actor=world.officers["pupr"], code=code, details=details, now=world.later(hours=1))
    assert row(code).state == "settled"


def test_contest_goes_above_and_the_finish_clock_goes_on(world: World) -> None:
    code = settled(world)
    contest_report(actor=reporter_of(code), code=code, reason="Masih berlubang.", now=world.later(days=2))
    report = row(code)
    assert (report.state, report.held_by.name, report.clock) == ("in_progress", "Kota Solok", "finish")
    finish = Deadline.objects.get(report=report, clock="finish", stopped_at=None)
    assert finish.paused_at is None
    told = set(
        Notice.objects.filter(report=report, template__endswith="contest").values_list("recipient", flat=True)
    )
    assert told == {"reporter", "holder"}


def test_a_closed_report_is_contested_once_within_thirty_days(world: World) -> None:
    code = settled(world)
    reporter = reporter_of(code)
    confirm_report(actor=reporter, code=code, now=world.later(days=1))
    contest_report(actor=reporter, code=code, reason="Rusak lagi.", now=world.later(days=10))
    details = Settlement(text="Ditambal.", attachment_keys=(stored_file(world),))
    settle_report(actor=world.officers["solok"], code=code, details=details, now=world.later(days=1))
    confirm_report(actor=reporter, code=code, now=world.later(days=1))
    with pytest.raises(MoveHindered):
        contest_report(actor=reporter, code=code, reason="Lagi.", now=world.later(days=1))


def test_silence_closes_only_when_due(world: World) -> None:
    code = settled(world)
    with pytest.raises(Refused, match="not_due"):
        close_by_silence(code=code, now=world.later(days=3))
    close_by_silence(code=code, now=world.later(days=20))
    assert (row(code).state, row(code).due_at) == ("closed", None)


def test_a_reply_stops_the_countdown(world: World) -> None:
    code = settled(world)
    reply_to_report(actor=reporter_of(code), code=code, text="Masih bergelombang.", now=world.later(hours=1))
    report = row(code)
    assert (report.state, report.clock) == ("in_progress", "finish")
    assert Deadline.objects.get(report=report, clock="confirmation").stopped_at is not None


@pytest.mark.parametrize("rating", [0, 6, -1])
def test_a_rating_is_one_to_five(world: World, rating: int) -> None:
    code = settled(world)
    confirm_report(actor=reporter_of(code), code=code, now=world.later(hours=1))
    with pytest.raises(Refused, match="rating_out_of_range"):
        rate_report(actor=reporter_of(code), code=code, rating=rating, outcome=Outcome.SOLVED, now=world.now)


def test_rating_is_given_once(world: World) -> None:
    code = settled(world)
    confirm_report(actor=reporter_of(code), code=code, now=world.later(hours=1))
    rate_report(actor=reporter_of(code), code=code, rating=4, outcome=Outcome.PARTLY, now=world.now)
    with pytest.raises(MoveHindered):
        rate_report(actor=reporter_of(code), code=code, rating=1, outcome=Outcome.NOT_SOLVED, now=world.now)
    assert row(code).rating == 4


def test_others_neither_see_nor_answer(world: World) -> None:
    code = at_office(world)
    with pytest.raises(NotFound):
        follow_up(actor=world.officers["dishub"], code=code, details=Answer(text="Halo."), now=world.now)
    with pytest.raises(Forbidden):
        follow_up(actor=world.officers["pengawas"], code=code, details=Answer(text="Halo."), now=world.now)
    with pytest.raises(Forbidden):
        follow_up(actor=reporter_of(code), code=code, details=Answer(text="Halo."), now=world.now)
    with pytest.raises(Forbidden):
        confirm_report(actor=world.officers["pupr"], code=code, now=world.now)


def test_an_ended_membership_is_no_membership(world: World) -> None:
    account_id = world.officers["pupr"].account_id
    from_ago = world.now.date() - timedelta(days=3000)
    assert actor_for(account_id, today=from_ago).desks == ()
