"""A report at an agency without officers goes to the nearest level above that has one."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from lapor.jobs import clocks
from lapor.jobs.clocks import rise_unattended_reports
from lapor.queries.reports.desk_opened import opened_for_desk
from lapor.queries.reports.desk_promise import promise
from lapor.records.accounts.account import Account
from lapor.records.accounts.membership import Membership
from lapor.records.messages.notice import Notice
from lapor.records.reports.deadline import Deadline
from lapor.records.reports.event import Event
from lapor.rules.access import Role
from lapor.rules.agencies import AgencyKind
from lapor.rules.kinds import ArchiveReason, Kind
from lapor.rules.refusals import Refused
from lapor.steps.reports.archive import archive_report
from lapor.steps.reports.ask import ask_reporter
from lapor.steps.reports.complete import complete_report
from lapor.steps.reports.object import object_to_archiving
from lapor.steps.reports.return_ import return_report
from lapor.steps.reports.rise import rise_report
from lapor.steps.reports.route_down import route_down
from lapor.steps.reports.verify import verify_report
from tests.builders.together import at_once
from tests.builders.world import (
    World,
    at_office,
    in_progress,
    received,
    reporter_of,
    routed,
    row,
    settled,
    small_world,
    verification,
)


def nobody_at(world: World, *names: str) -> None:
    """Their officers went long ago."""
    agencies = [world.agencies[name] for name in names]
    Membership.objects.filter(agency__in=agencies).update(valid_to=date(2026, 1, 31))


def running(code: str) -> dict[str, datetime]:
    rows = Deadline.objects.filter(report__code=code, stopped_at=None)
    return dict(rows.values_list("clock", "due_at"))


def holder(code: str) -> str:
    return row(code).held_by.name


def test_it_rises_after_a_working_day_and_keeps_its_clocks(world: World) -> None:
    nobody_at(world, "PUPR")
    code = at_office(world)
    before = running(code)
    # Thursday, 19 November: routed down on Wednesday evening, the working day ends at four.
    four = world.now.replace(day=19, hour=9, minute=0, second=0)
    assert rise_unattended_reports(four - timedelta(seconds=1)) == 0
    assert rise_unattended_reports(four + timedelta(days=1)) == 1
    assert rise_unattended_reports(four + timedelta(days=9)) == 0
    report = row(code)
    assert (report.state, report.held_by.name, report.came_by) == ("routed", "Kota Solok", "rise")
    # The new holder may look in peace whether it is his; everything else runs on.
    assert running(code) == {
        clock: end for clock, end in before.items() if clock not in ("return", "hand_back")
    }
    last = Event.objects.filter(report=report).latest("number")
    assert (last.move, last.actor_kind, last.to_agency) == ("rise", "system", world.agencies["Kota Solok"])
    told = set(Notice.objects.filter(event=last).values_list("template", "account__name"))
    assert told == {("reporter_rise", None), ("holder_rise", "Petugas solok")}
    opened = opened_for_desk(world.officers["solok"], code, world.now)
    assert opened is not None and opened.reason == "", "why it was sent to the empty office is over"


def test_it_passes_over_levels_where_nobody_is_either(world: World) -> None:
    code = in_progress(world)
    nobody_at(world, "PUPR", "Kota Solok", "Provinsi")
    rise_unattended_reports(world.now + timedelta(days=7))
    assert (row(code).state, holder(code)) == ("in_progress", "Meja Nasional")


def test_it_stays_where_somebody_works_again_meanwhile(world: World) -> None:
    nobody_at(world, "PUPR")
    code = at_office(world)
    world.officer("baru", "PUPR", Role.LIAISON)
    assert rise_unattended_reports(world.now + timedelta(days=7)) == 0
    with pytest.raises(Refused, match="not_due"):
        rise_report(code=code, now=world.now + timedelta(days=7))
    assert holder(code) == "PUPR"


def test_the_day_is_counted_from_when_the_last_officer_went(world: World) -> None:
    code = at_office(world)
    later = world.now + timedelta(days=12)  # Monday, 30 November
    today = timezone.localdate(later)
    Membership.objects.filter(agency__name="PUPR").update(valid_to=today - timedelta(days=1))
    assert rise_unattended_reports(later.replace(hour=8)) == 0
    # Sunday counts as Monday; the day ends on Tuesday at four.
    assert rise_unattended_reports(later.replace(hour=9) + timedelta(days=1)) == 1
    assert holder(code) == "Kota Solok"


def test_somebody_who_can_not_sign_in_or_only_looks_on_is_nobody(world: World) -> None:
    code = at_office(world)
    Account.objects.filter(name="Petugas pupr").update(is_active=False)
    world.officer("lihat", "PUPR", Role.OVERSEER)
    rise_unattended_reports(world.now + timedelta(days=7))
    assert holder(code) == "Kota Solok"


def test_a_supervisory_complaint_never_rises_to_the_accused(world: World) -> None:
    code = routed(world, "Inspektorat", is_supervisory=True)
    nobody_at(world, "Inspektorat")
    rise_unattended_reports(world.now + timedelta(days=7))
    assert (holder(code), row(code).is_supervisory) == ("Meja Nasional", True)


def test_an_inspectorate_of_the_level_above_comes_first(world: World) -> None:
    world.agency("Inspektorat Provinsi", AgencyKind.INSPECTORATE, parent="Provinsi", region="13")
    world.officer("inspektur-provinsi", "Inspektorat Provinsi", Role.INSPECTORATE)
    code = routed(world, "Inspektorat", is_supervisory=True)
    nobody_at(world, "Inspektorat")
    rise_unattended_reports(world.now + timedelta(days=7))
    assert (holder(code), row(code).is_supervisory) == ("Inspektorat Provinsi", True)


def test_a_supervisory_complaint_read_anew_never_rises_to_the_accused_either(world: World) -> None:
    world.agency("Inspektorat Provinsi", AgencyKind.INSPECTORATE, parent="Provinsi", region="13")
    world.officer("sumbar", "Provinsi", Role.AGENCY_DESK)
    code = received(world, agency_id=world.agencies["Inspektorat"].pk).code
    archive_report(
        actor=world.officers["inspektur"],
        code=code,
        reason=ArchiveReason.NOT_UNDERSTANDABLE,
        words="Tidak jelas siapa yang dimaksud.",
        now=world.later(hours=1),
    )
    object_to_archiving(actor=reporter_of(code), code=code, reason="Ini penting.", now=world.later(hours=1))
    assert (row(code).state, holder(code)) == ("received", "Inspektorat Provinsi")
    rise_unattended_reports(world.now + timedelta(days=7))
    assert (holder(code), row(code).is_supervisory) == ("Meja Nasional", True)


def test_who_may_not_open_it_does_not_count_as_somebody_at_work(world: World) -> None:
    world.agency("Kementerian", AgencyKind.MINISTRY, coordinated_by="Meja Nasional")
    world.officer("kementerian", "Kementerian", Role.AGENCY_DESK)
    world.officer("humas", "Kementerian", Role.LIAISON)
    shielded, ordinary = routed(world, "Kementerian", is_supervisory=True), routed(world, "Kementerian")
    assert rise_unattended_reports(world.now + timedelta(days=7)) == 1
    assert (holder(shielded), holder(ordinary)) == ("Meja Nasional", "Kementerian")
    nobody_at(world, "Kementerian")
    world.officer("inspektur kementerian", "Kementerian", Role.INSPECTORATE)
    shielded = routed(world, "Kementerian", is_supervisory=True)
    assert rise_unattended_reports(world.now + timedelta(days=7)) == 1
    assert (holder(shielded), holder(ordinary)) == ("Kementerian", "Meja Nasional")


@pytest.mark.parametrize("role", [Role.AGENCY_DESK, Role.LIAISON])
def test_at_an_inspectorate_all_who_may_work_on_it_count(world: World, role: Role) -> None:
    nobody_at(world, "Inspektorat")
    world.officer("meja inspektorat", "Inspektorat", role)
    code = routed(world, "Inspektorat", is_supervisory=True)
    assert rise_unattended_reports(world.now + timedelta(days=7)) == 0
    assert holder(code) == "Inspektorat"
    promised = promise(
        world.agencies["Inspektorat"].pk, kind=Kind.COMPLAINT, is_supervisory=True, now=world.now
    )
    assert promised is not None and promised.reader == ""
    # A new one waits for somebody who may verify it.
    first = holder(received(world, agency_id=world.agencies["Inspektorat"].pk).code)
    assert first == ("Inspektorat" if role is Role.AGENCY_DESK else "Meja Nasional")


def test_what_is_unread_rises_where_no_desk_reads(world: World) -> None:
    code = received(world, agency_id=world.agencies["Kota Solok"].pk).code
    assert holder(code) == "Kota Solok"
    nobody_at(world, "Kota Solok")
    rise_unattended_reports(world.now + timedelta(days=7))
    # The province has a coordinator, but nobody who reads new reports.
    assert (row(code).state, row(code).clock, holder(code)) == ("received", "verification", "Meja Nasional")


def test_a_dispute_rises_where_nobody_decides(world: World) -> None:
    code = routed(world)
    for who, proposed in (("solok", "Kota Padang"), ("padang", "Kota Solok")):
        return_report(
            actor=world.officers[who],
            code=code,
            reason="Bukan jalan kami.",
            proposed_agency_id=world.agencies[proposed].pk,
            now=world.later(hours=1),
        )
        if who == "solok":
            details = verification(world, "Kota Padang")
            verify_report(actor=world.officers["nasional"], code=code, details=details, now=world.now)
    assert rise_unattended_reports(world.now + timedelta(days=7)) == 0
    nobody_at(world, "Provinsi")
    rise_unattended_reports(world.now + timedelta(days=7))
    assert (row(code).clock, holder(code)) == ("decision", "Meja Nasional")


def test_what_waits_for_the_reporter_rises_only_when_he_has_answered(world: World) -> None:
    waiting, asked = settled(world), at_office(world)
    ask_reporter(actor=world.officers["pupr"], code=asked, question="Di mana?", now=world.now)
    nobody_at(world, "PUPR")
    assert rise_unattended_reports(world.now + timedelta(days=7)) == 0
    complete_report(actor=reporter_of(asked), code=asked, text="Di depan SD.", now=world.later(days=7))
    assert rise_unattended_reports(world.now) == 1
    assert (holder(waiting), holder(asked)) == ("PUPR", "Kota Solok")


def test_the_level_above_may_hand_it_down_again_and_it_comes_back(world: World) -> None:
    nobody_at(world, "PUPR")
    code = at_office(world)
    rise_unattended_reports(world.later(days=7))
    route_down(
        actor=world.officers["solok"],
        code=code,
        to_agency_id=world.agencies["PUPR"].pk,
        reason="Sebentar lagi ada petugasnya.",
        now=world.later(hours=1),
    )
    assert rise_unattended_reports(world.later(hours=1)) == 0
    assert rise_unattended_reports(world.later(days=4)) == 1


def test_one_that_fails_holds_up_no_other(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    nobody_at(world, "PUPR")
    codes = [at_office(world) for _ in range(3)]
    real = clocks.rise_report

    def failing(*, code: str, now: object) -> None:
        if code == codes[0]:
            raise RuntimeError("broken row")
        real(code=code, now=now)  # type: ignore[arg-type]

    monkeypatch.setattr(clocks, "rise_report", failing)
    assert rise_unattended_reports(world.now + timedelta(days=7)) == 2
    assert [holder(code) for code in codes] == ["PUPR", "Kota Solok", "Kota Solok"]


def test_two_jobs_at_once_raise_it_once(transactional_db: None) -> None:
    world = small_world()
    nobody_at(world, "PUPR")
    code = at_office(world)
    later = world.now + timedelta(days=7)
    results = at_once(*[lambda: rise_unattended_reports(later) for _ in range(2)])
    assert sorted(results) == [0, 1]  # type: ignore[type-var]
    assert Event.objects.filter(report__code=code, move="rise").count() == 1
