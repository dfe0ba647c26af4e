"""What the system does by itself when clocks end, and the reminders before."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from lapor.jobs import clocks
from lapor.jobs.clocks import (
    approve_waiting_answers,
    close_silent_reports,
    expire_unanswered_reports,
    remind_reporters,
)
from lapor.queries.messages.notice_content import notice_contents
from lapor.records.accounts.account import Account
from lapor.records.messages.notice import Notice
from lapor.records.reports.event import Event
from lapor.records.reports.identity import ReporterIdentity
from lapor.rules.access import Role
from lapor.rules.kinds import ProposalKind
from lapor.steps.reports.ask import ask_reporter
from lapor.steps.reports.complete import complete_report
from lapor.steps.reports.confirm import confirm_report
from lapor.steps.reports.contest import contest_report
from lapor.steps.reports.propose import Draft, propose
from tests.builders.notices import load_notice_texts
from tests.builders.world import World, at_office, received, reporter_of, row, settled

MOMENT = timedelta(seconds=1)


def due(code: str) -> datetime:
    found = row(code).due_at
    assert found is not None
    return found


def asked(world: World) -> str:
    code = received(world).code
    desk = world.officers["nasional"]
    ask_reporter(actor=desk, code=code, question="Di mana tepatnya?", now=world.later(hours=2))
    return code


def reminders(code: str) -> list[tuple[str, str]]:
    rows = Notice.objects.filter(report__code=code, template__startswith="remind_").order_by("id")
    return list(rows.values_list("template", "channel"))


def test_a_settled_report_closes_when_its_reporter_keeps_silent(world: World) -> None:
    silent, answered = settled(world), settled(world)
    confirm_report(actor=reporter_of(answered), code=answered, now=world.later(hours=1))
    assert close_silent_reports(due(silent) - MOMENT) == 0
    assert close_silent_reports(due(silent)) == 1
    assert close_silent_reports(world.now + timedelta(days=99)) == 0
    assert row(silent).state == "closed"
    last = Event.objects.filter(report__code=silent).latest("number")
    assert (last.move, last.actor_kind, last.account_id) == ("close_by_silence", "system", None)
    assert Notice.objects.filter(report__code=silent, template="reporter_close_by_silence").count() == 1


def test_a_report_that_is_never_completed_is_archived(world: World) -> None:
    silent, answered = asked(world), asked(world)
    complete_report(actor=reporter_of(answered), code=answered, text="Di depan SD.", now=world.later(hours=1))
    assert expire_unanswered_reports(due(silent) - MOMENT) == 0
    assert expire_unanswered_reports(due(silent)) == 1
    assert (row(silent).state, row(silent).archive_reason) == ("archived", "no_answer")
    assert expire_unanswered_reports(world.now + timedelta(days=99)) == 0


def test_one_report_that_fails_holds_up_no_other(world: World, monkeypatch: Any) -> None:
    codes = [settled(world) for _ in range(3)]
    real = clocks.close_by_silence

    def failing(*, code: str, now: datetime) -> None:
        if code == codes[0]:
            raise RuntimeError("broken row")
        real(code=code, now=now)

    monkeypatch.setattr(clocks, "close_by_silence", failing)
    assert close_silent_reports(world.now + timedelta(days=60)) == 2
    assert [row(code).state for code in codes] == ["settled", "closed", "closed"]


def test_many_reports_are_found_in_batches(world: World, monkeypatch: Any) -> None:
    from lapor.queries.reports import due as due_module

    monkeypatch.setattr(due_module, "_BATCH", 2)
    codes = [settled(world) for _ in range(5)]
    assert close_silent_reports(world.now + timedelta(days=60)) == 5
    assert {row(code).state for code in codes} == {"closed"}


def test_the_reporter_is_reminded_seven_and_two_days_before_once_each(world: World) -> None:
    code = asked(world)
    end = due(code)
    assert remind_reporters(end - timedelta(days=9)) == 0
    for _ in range(3):
        remind_reporters(end - timedelta(days=8) + MOMENT)
    assert reminders(code) == [("remind_completion_7", "email")]
    remind_reporters(end - timedelta(days=4))
    assert len(reminders(code)) == 1
    for _ in range(2):
        remind_reporters(end - timedelta(days=2, hours=3))
    assert [template for template, _ in reminders(code)] == ["remind_completion_7", "remind_completion_2"]
    remind_reporters(end - timedelta(hours=1))
    remind_reporters(end + timedelta(hours=1))
    assert len(reminders(code)) == 2


def test_a_new_run_of_the_clock_is_reminded_anew(world: World) -> None:
    code = asked(world)
    remind_reporters(due(code) - timedelta(days=5))
    world.now = due(code) - timedelta(days=1)
    complete_report(actor=reporter_of(code), code=code, text="Di depan SD.", now=world.now)
    desk = world.officers["nasional"]
    ask_reporter(actor=desk, code=code, question="SD yang mana?", now=world.later(hours=1))
    remind_reporters(due(code) - timedelta(days=5))
    assert [template for template, _ in reminders(code)] == ["remind_completion_7"] * 2


def test_confirmation_is_reminded_three_working_days_before(world: World) -> None:
    load_notice_texts()
    code = settled(world)
    account = Account.objects.create(login="a@contoh.test", email="a@contoh.test", name="A")
    ReporterIdentity.everything.filter(report__code=code).update(account=account)
    # Due on Thursday, 3 December; the third working day before is Monday, 30 November.
    sunday = due(code).replace(day=29, month=11)
    assert remind_reporters(sunday - timedelta(days=2)) == 0
    remind_reporters(sunday + timedelta(days=1))
    remind_reporters(sunday + timedelta(days=2))
    assert reminders(code) == [("remind_confirmation_3", "email"), ("remind_confirmation_3", "page")]
    for content in notice_contents(Notice.objects.filter(event=None).values_list("pk", flat=True)).values():
        assert "paling lambat Kamis, 3 Desember 2026" in content.body


def test_nobody_is_reminded_of_what_he_answered_or_where_he_left_no_address(world: World) -> None:
    code = settled(world)
    unreachable = settled(world)
    ReporterIdentity.everything.filter(report__code=unreachable).update(email="")
    when = due(code) - timedelta(days=1)
    contest_report(actor=reporter_of(code), code=code, reason="Belum.", now=world.later(hours=1))
    remind_reporters(when)
    assert reminders(code) == reminders(unreachable) == []


def test_a_first_answer_waits_one_working_day_for_its_approval(world: World) -> None:
    world.officer("kepala", "PUPR", Role.APPROVER)
    code = at_office(world)
    draft = Draft(kind=ProposalKind.FOLLOW_UP, text="Tim mengukur besok.")
    # Thursday, 19 November, afternoon: the working day ends on Friday at four.
    propose(actor=world.officers["pupr"], code=code, details=draft, now=world.later(hours=20))
    friday_at_four = world.now.replace(day=20, hour=9, minute=0)
    assert approve_waiting_answers(friday_at_four - MOMENT) == 0
    assert approve_waiting_answers(friday_at_four) == 1
    assert row(code).state == "in_progress"
    last = Event.objects.filter(report__code=code).latest("number")
    assert (last.move, last.actor_kind, last.note) == ("follow_up", "system", "Tim mengukur besok.")
    assert approve_waiting_answers(friday_at_four) == 0


@pytest.mark.parametrize("kind", [ProposalKind.FOLLOW_UP, ProposalKind.SETTLEMENT])
def test_later_drafts_wait_for_a_person(world: World, kind: ProposalKind) -> None:
    from tests.builders.world import in_progress

    code = in_progress(world)
    world.officer("kepala", "PUPR", Role.APPROVER)
    draft = Draft(kind=kind, text="Sudah ditambal.", no_evidence_reason="Hujan, tidak ada foto.")
    propose(actor=world.officers["pupr"], code=code, details=draft, now=world.later(hours=1))
    assert approve_waiting_answers(world.now + timedelta(days=30)) == 0
    assert row(code).state == "in_progress"
