"""A supervisory complaint stays closed to all whom it may accuse, wherever its moves take it."""

import pytest

from lapor.jobs.clocks import expire_unanswered_reports, remind_reporters
from lapor.queries.reports.facts import standing_of, with_facts
from lapor.records.messages.notice import Notice
from lapor.records.reports.deadline import Deadline
from lapor.records.reports.event import Event
from lapor.records.reports.report import Report
from lapor.rules.access import STRANGER, relations
from lapor.rules.conditions import Hindrance, MoveHindered
from lapor.rules.kinds import ArchiveReason, Kind, ProposalKind
from lapor.rules.refusals import Refused
from lapor.steps.reports.approve import approve_proposal
from lapor.steps.reports.archive import archive_report
from lapor.steps.reports.ask import ask_reporter
from lapor.steps.reports.contest import contest_report
from lapor.steps.reports.expire import expire_report
from lapor.steps.reports.follow_up import Answer, follow_up
from lapor.steps.reports.hand_back import hand_back
from lapor.steps.reports.object import object_to_archiving
from lapor.steps.reports.propose import Draft, propose
from lapor.steps.reports.return_ import return_report
from lapor.steps.reports.route_down import route_down
from lapor.steps.reports.verify import verify_report
from lapor.steps.reports.withdraw import withdraw_report
from tests.builders.supervision import accusing, examined, with_inspectorates
from tests.builders.world import World, received, reporter_of, routed, row, verification


@pytest.fixture
def nation(world: World) -> World:
    return with_inspectorates(world)


def readers(world: World, code: str) -> set[str]:
    """Who reads it, by both forms of the rule, which have to agree."""
    report = with_facts(Report.everything.filter(code=code), STRANGER).get()
    by_list = {
        name for name, who in world.officers.items() if Report.objects.visible_to(who).filter(code=code)
    }
    single = {name for name, who in world.officers.items() if relations(who, standing_of(report))}
    assert by_list == single
    return by_list


SOLOK = {"nasional", "inspektur", "meja inspektorat", "penyetuju inspektorat"}


def test_only_the_inspectorate_and_all_who_sit_there_read_it(nation: World) -> None:
    assert readers(nation, accusing(nation)) == SOLOK


@pytest.mark.parametrize("has_inspectorate", [True, False])
def test_contested_it_goes_to_the_inspectorate_of_the_level_above(
    nation: World, has_inspectorate: bool
) -> None:
    above = nation.agencies["Inspektorat Provinsi"]
    type(above).objects.filter(pk=above.pk).update(is_active=has_inspectorate)
    code = examined(nation)
    contest_report(actor=reporter_of(code), code=code, reason="Belum.", now=nation.later(hours=1))
    holder, seen = row(code).held_by.name, readers(nation, code)
    if has_inspectorate:
        assert (holder, seen) == ("Inspektorat Provinsi", {"nasional", "inspektur provinsi"})
    else:
        assert (holder, seen) == ("Meja Nasional", {"nasional"})


def test_contested_at_the_province_it_goes_to_the_national_desk(nation: World) -> None:
    code = examined(nation, "Inspektorat Provinsi", "inspektur provinsi")
    contest_report(actor=reporter_of(code), code=code, reason="Belum.", now=nation.later(hours=1))
    assert (row(code).held_by.name, readers(nation, code)) == ("Meja Nasional", {"nasional"})


def test_the_inspectorate_above_gives_it_back_to_an_inspectorate_only(nation: World) -> None:
    code = examined(nation)
    contest_report(actor=reporter_of(code), code=code, reason="Belum.", now=nation.later(hours=1))
    above = nation.officers["inspektur provinsi"]
    for office, why in (("Kota Solok", "supervisory_to_inspectorate"), ("Itjen", "agency_not_below")):
        with pytest.raises(Refused, match=why):
            route_down(
                actor=above,
                code=code,
                to_agency_id=nation.agencies[office].pk,
                reason="Periksa lagi.",
                now=nation.now,
            )
    route_down(
        actor=above,
        code=code,
        to_agency_id=nation.agencies["Inspektorat"].pk,
        reason="Periksa lagi.",
        now=nation.later(hours=1),
    )
    assert readers(nation, code) == SOLOK


def test_an_inspectorate_hands_nothing_back_to_its_government(nation: World) -> None:
    code = accusing(nation)
    for officer in ("inspektur", "meja inspektorat"):
        with pytest.raises(MoveHindered) as hindered:
            hand_back(actor=nation.officers[officer], code=code, reason="Bukan.", now=nation.later(hours=1))
        assert hindered.value.hindrance is Hindrance.TOP_OF_TREE
    assert readers(nation, code) == SOLOK


def test_objected_it_is_read_anew_by_the_inspectorate_above(nation: World) -> None:
    code = accusing(nation)
    ask_reporter(actor=nation.officers["inspektur"], code=code, question="Siapa?", now=nation.later(hours=1))
    expire_report(code=code, now=nation.later(days=40))
    object_to_archiving(actor=reporter_of(code), code=code, reason="Ini penting.", now=nation.later(days=1))
    assert row(code).held_by.name == "Inspektorat Provinsi"
    assert readers(nation, code) == {"nasional", "inspektur provinsi"}
    verify_report(
        actor=nation.officers["inspektur provinsi"],
        code=code,
        details=verification(nation, "Inspektorat", is_supervisory=True),
        now=nation.later(hours=1),
    )
    assert readers(nation, code) == SOLOK


def test_returned_twice_it_is_decided_by_the_national_desk(nation: World) -> None:
    code = accusing(nation)
    for _ in range(2):
        return_report(
            actor=nation.officers["inspektur"],
            code=code,
            reason="Bukan wewenang kami.",
            proposed_agency_id=nation.agencies["Inspektorat Provinsi"].pk,
            now=nation.later(hours=1),
        )
        assert (row(code).held_by.name, readers(nation, code)) == ("Meja Nasional", {"nasional"})
        if row(code).return_count == 1:
            verify_report(
                actor=nation.officers["nasional"],
                code=code,
                details=verification(nation, "Inspektorat", is_supervisory=True),
                now=nation.later(hours=1),
            )
    assert row(code).clock == "decision"


def test_at_a_ministry_its_inspectors_read_it_and_hand_it_to_the_inspectorate_general(nation: World) -> None:
    code = accusing(nation, "Kementerian")
    assert readers(nation, code) == {"nasional", "inspektur kementerian"}
    told = Notice.objects.filter(report__code=code, template="holder_verify")
    assert [notice.account.name for notice in told if notice.account] == ["Petugas inspektur kementerian"]
    route_down(
        actor=nation.officers["inspektur kementerian"],
        code=code,
        to_agency_id=nation.agencies["Itjen"].pk,
        reason="Diperiksa inspektorat jenderal.",
        now=nation.later(hours=1),
    )
    assert readers(nation, code) == {"nasional", "inspektur kementerian", "itjen"}


def test_a_ministry_s_inspectors_have_nothing_to_do_with_its_ordinary_reports(nation: World) -> None:
    copied = (nation.agencies["Kementerian"].pk,)
    codes = [routed(nation, to="Kementerian"), routed(nation, to="Kota Padang", copy_agency_ids=copied)]
    for code in codes:
        assert {"kementerian", "humas", "koordinator menteri"} <= readers(nation, code)
        assert "inspektur kementerian" not in readers(nation, code)
    told = Notice.objects.filter(report__code__in=codes, account__name="Petugas inspektur kementerian")
    assert not told.exists()
    assert Notice.objects.filter(report__code__in=codes, account__name="Petugas humas").count() == 2


def test_a_ministry_s_approver_who_may_not_read_it_holds_nothing_up(nation: World) -> None:
    code = accusing(nation, "Kementerian")
    follow_up(
        actor=nation.officers["inspektur kementerian"],
        code=code,
        details=Answer(text="Sedang diperiksa."),
        now=nation.later(hours=1),
    )
    assert row(code).state == "in_progress"


def test_contested_at_a_ministry_it_goes_to_the_national_desk(nation: World) -> None:
    code = examined(nation, "Kementerian", "inspektur kementerian")
    contest_report(actor=reporter_of(code), code=code, reason="Belum.", now=nation.later(hours=1))
    assert (row(code).held_by.name, readers(nation, code)) == ("Meja Nasional", {"nasional"})


def test_the_inspectorate_s_own_approver_approves(nation: World) -> None:
    code = accusing(nation)
    with pytest.raises(Refused, match="approval_needed"):
        follow_up(
            actor=nation.officers["inspektur"],
            code=code,
            details=Answer(text="Sedang diperiksa."),
            now=nation.later(hours=1),
        )
    draft = Draft(kind=ProposalKind.FOLLOW_UP, text="Sedang diperiksa.")
    propose(actor=nation.officers["inspektur"], code=code, details=draft, now=nation.later(hours=1))
    approve_proposal(actor=nation.officers["penyetuju inspektorat"], code=code, now=nation.later(hours=1))
    assert row(code).state == "in_progress"


def test_no_copies_of_it(nation: World) -> None:
    copies = (nation.agencies["Dishub"].pk,)
    with pytest.raises(Refused, match="supervisory_no_copies") as refused:
        routed(nation, to="Inspektorat", is_supervisory=True, copy_agency_ids=copies)
    assert refused.value.field == "copies"
    # A class only a complaint has.
    routed(nation, to="PUPR", is_supervisory=True, kind=Kind.ASPIRATION, copy_agency_ids=copies)


def test_a_copy_given_before_closes_when_the_class_changes(nation: World) -> None:
    code = routed(nation, copy_agency_ids=(nation.agencies["Dishub"].pk,))
    assert "dishub" in readers(nation, code)
    return_report(
        actor=nation.officers["solok"],
        code=code,
        reason="Ini soal pungutan.",
        proposed_agency_id=nation.agencies["Inspektorat"].pk,
        now=nation.later(hours=1),
    )
    verify_report(
        actor=nation.officers["nasional"],
        code=code,
        details=verification(nation, "Inspektorat", is_supervisory=True),
        now=nation.later(hours=1),
    )
    assert readers(nation, code) == SOLOK


def test_an_ordinary_report_about_an_inspectorate_is_open_to_its_government(nation: World) -> None:
    assert {"solok", "pengawas", "provinsi"} <= readers(nation, routed(nation, to="Inspektorat"))


@pytest.mark.parametrize(
    ("to", "by"), [("Inspektorat", "inspektur"), ("Kementerian", "inspektur kementerian")]
)
def test_its_reporter_leaves_and_the_holder_decides(nation: World, to: str, by: str) -> None:
    code = accusing(nation, to)
    with pytest.raises(MoveHindered) as early:
        archive_report(
            actor=nation.officers[by],
            code=code,
            reason=ArchiveReason.SPAM,
            words="Bukan laporan sungguhan.",
            now=nation.later(hours=1),
        )
    assert early.value.hindrance is Hindrance.NOT_LEFT
    withdraw_report(actor=reporter_of(code), code=code, reason="Saya ditekan.", now=nation.later(hours=1))
    report = row(code)
    assert (report.state, report.is_withdrawn, report.archive_reason) == ("routed", True, "")
    event = Event.objects.filter(report=report).latest("number")
    assert (event.move, event.note, event.audience) == ("leave", "Saya ditekan.", "reporter")
    assert Notice.objects.filter(report=report, template="holder_leave").exists()
    with pytest.raises(MoveHindered) as twice:
        withdraw_report(actor=reporter_of(code), code=code, now=nation.later(hours=1))
    assert twice.value.hindrance is Hindrance.ALREADY_LEFT
    with pytest.raises(Refused, match="left_by_reporter"):
        archive_report(
            actor=nation.officers[by],
            code=code,
            reason=ArchiveReason.SPAM,
            words="Bukan laporan sungguhan.",
            now=nation.later(hours=1),
        )
    archive_report(
        actor=nation.officers[by],
        code=code,
        reason=ArchiveReason.WITHDRAWN,
        words="Pelapor mencabut, dan buktinya tidak cukup.",
        now=nation.later(hours=1),
    )
    assert (row(code).state, row(code).archive_reason) == ("archived", "withdrawn")
    with pytest.raises(MoveHindered):
        object_to_archiving(actor=reporter_of(code), code=code, reason="Tidak jadi.", now=nation.now)


def test_whoever_leaves_is_waited_for_and_asked_no_more(nation: World) -> None:
    code, inspector = accusing(nation), nation.officers["inspektur"]
    ask_reporter(actor=inspector, code=code, question="Siapa?", now=nation.later(hours=1))
    withdraw_report(actor=reporter_of(code), code=code, reason="Saya ditekan.", now=nation.later(days=1))
    report = row(code)
    assert (report.state, report.clock, report.state_before_ask) == ("routed", "first_follow_up", "")
    running = Deadline.objects.filter(report=report, stopped_at=None)
    assert "completion" not in running.values_list("clock", flat=True)
    assert not running.exclude(paused_at=None).exists()
    assert remind_reporters(nation.later(days=25)) == expire_unanswered_reports(nation.later(days=40)) == 0
    with pytest.raises(MoveHindered) as again:
        ask_reporter(actor=inspector, code=code, question="Kapan?", now=nation.now)
    assert again.value.hindrance is Hindrance.ALREADY_LEFT


def test_leaving_a_settled_one_leaves_its_clocks_alone(nation: World) -> None:
    code = examined(nation)
    before = row(code).due_at
    withdraw_report(actor=reporter_of(code), code=code, now=nation.later(days=1))
    report = row(code)
    assert (report.state, report.clock, report.due_at) == ("settled", "confirmation", before)
    assert Deadline.objects.get(report=report, clock="finish").paused_at is not None


def test_what_is_told_to_an_inspectorate_is_closed_to_its_government_from_the_start(world: World) -> None:
    chosen = world.agencies["Inspektorat"].pk
    code = received(world, agency_id=chosen).code
    report = row(code)
    assert (report.held_by.name, report.holder_root.name) == ("Inspektorat", "Kota Solok")
    assert report.is_supervisory
    assert not Report.objects.visible_to(world.officers["solok"]).filter(code=code).exists()
    assert Report.objects.visible_to(world.officers["inspektur"]).filter(code=code).exists()
    # What is no complaint accuses nobody.
    assert not row(received(world, agency_id=chosen, kind=Kind.ASPIRATION).code).is_supervisory
