"""A notice in words: for whom, in which language, and what it never says."""

import pytest

from lapor.queries.messages.notice_content import NoticeContent, notice_contents
from lapor.queries.messages.page_notices import page_notices, unread_count
from lapor.queries.messages.templates import newest_templates
from lapor.queries.reports.tracking import tracking_page
from lapor.records.accounts.account import Account
from lapor.records.messages.notice import Notice
from lapor.records.reports.event import Event
from lapor.records.reports.identity import ReporterIdentity
from lapor.rules.access import STRANGER, Actor, ActorKind
from lapor.rules.kinds import ArchiveReason, Audience
from lapor.rules.notice_text import OWED_IN_BODY, Placeholder, placeholders_in
from lapor.rules.notices import SECRET_TEMPLATE, NoticeChannel, template_codes
from lapor.rules.tracking_code import grouped
from lapor.steps.messages.read_notices import read_notices
from lapor.steps.reference.notice_templates import shipped_templates
from lapor.steps.reports.archive import archive_report
from lapor.steps.reports.ask import ask_reporter
from lapor.steps.reports.close_by_silence import close_by_silence
from lapor.steps.reports.contest import contest_report
from lapor.steps.reports.follow_up import Answer, follow_up
from lapor.steps.reports.object import object_to_archiving
from lapor.steps.reports.set_privacy import set_privacy
from lapor.steps.reports.settle import Settlement, settle_report
from lapor.steps.reports.withdraw import withdraw_report
from tests.builders.notices import load_notice_texts
from tests.builders.supervision import accusing
from tests.builders.world import World, at_office, in_progress, received, reporter_of, row, settled

NAME, EMAIL = "Siti Rahma", "siti@contoh.test"


@pytest.fixture(autouse=True)
def texts(db: None) -> None:
    load_notice_texts()


def emails(code: str) -> list[NoticeContent]:
    rows = Notice.objects.filter(report__code=code, channel=NoticeChannel.EMAIL).order_by("id")
    contents = notice_contents(rows.values_list("pk", flat=True))
    return [contents[pk] for pk in rows.values_list("pk", flat=True)]


def test_every_template_ships_in_both_languages_and_leads_on() -> None:
    shipped = {(words["code"], words["language"]): words for words in shipped_templates()}
    assert set(shipped) == {(code, language) for code in template_codes() for language in ("id", "en")}
    for (code, language), words in shipped.items():
        asked = placeholders_in(words["body"]) | placeholders_in(words["subject"])
        assert placeholders_in(words["body"]).issuperset(OWED_IN_BODY), (code, language)
        assert Placeholder.NUMBER in placeholders_in(words["subject"]), (code, language)
        twin = shipped[code, "en" if language == "id" else "id"]
        assert asked == placeholders_in(twin["body"]) | placeholders_in(twin["subject"]), code
        if code.startswith(("holder_", "approver_", "copied_")):
            assert Placeholder.WORDS not in asked, code
    assert set(newest_templates()) == set(shipped)


def test_the_reporter_reads_who_what_when_and_what_next(world: World, settings: object) -> None:
    settings.BASE_URL = "https://lapor.contoh.test"  # type: ignore[attr-defined]
    code = settled(world)
    letters = emails(code)
    assert [letter.template for letter in letters] == [
        "reporter_receive",
        "reporter_verify",
        "reporter_route_down",
        "reporter_follow_up",
        "reporter_settle",
    ]
    number = grouped(code)
    for letter in letters:
        assert number in letter.subject and number in letter.body
        assert letter.link == f"https://lapor.contoh.test/lacak/{code}/"
        assert letter.link in letter.body
        assert "{" not in letter.body
        assert NAME not in letter.body + letter.subject and EMAIL not in letter.body
    answered, done = letters[3], letters[4]
    assert answered.subject == f"Laporan {number} dijawab oleh PUPR"
    assert "Tim mengukur besok." in answered.body
    assert "paling lambat sampai Selasa, 8 Desember 2026" in answered.body
    assert "Lubang sudah ditutup." in done.body
    assert "paling lambat Kamis, 3 Desember 2026" in done.body


def test_the_reporters_language_is_kept(world: World) -> None:
    code = received(world, language="en").code
    assert emails(code)[0].subject == f"We have received your report {grouped(code)}"
    assert "Monday, 23 November 2026" in emails(code)[0].body


def test_an_email_about_a_secret_report_carries_number_and_link_only(world: World) -> None:
    code = at_office(world)
    assert "Jalan Pandan" in emails(code)[1].body
    set_privacy(actor=reporter_of(code), code=code, is_anonymous=True, is_secret=True, now=world.now)
    report = row(code)
    for letter in emails(code):
        assert letter.template == SECRET_TEMPLATE
        for words in (report.title, "Pandan", "PUPR", "Kota Solok", "2026", NAME, EMAIL):
            assert words not in letter.body + letter.subject
        assert grouped(code) in letter.subject


def test_an_officers_notice_carries_no_content(world: World) -> None:
    code = at_office(world)
    pupr = world.officers["pupr"]
    ask_reporter(actor=pupr, code=code, question="Di depan rumah nomor berapa?", now=world.later(hours=1))
    shown = page_notices(pupr)
    assert [one.content.template for one in shown] == ["holder_route_down"]
    words = shown[0].content
    assert words.path == f"/meja/laporan/{code}/" and "http" not in words.body
    assert "Jalan Pandan Ujung berlubang" in words.body
    set_privacy(actor=reporter_of(code), code=code, is_anonymous=True, is_secret=True, now=world.now)
    assert "Pandan" not in page_notices(pupr)[0].content.body
    desk = page_notices(world.officers["nasional"])
    assert [one.content.template for one in desk] == ["holder_receive"]
    assert "Pandan" not in desk[0].content.body


def test_a_note_for_officers_never_reaches_the_reporter(world: World) -> None:
    code = at_office(world)
    answer = Answer(text="Sudah dilihat.")
    follow_up(actor=world.officers["pupr"], code=code, details=answer, now=world.later(hours=1))
    assert "Sudah dilihat." in emails(code)[-1].body
    last = Event.objects.get(report__code=code, move="follow_up")
    last.pk, last.number, last.audience = None, last.number + 1, Audience.OFFICERS
    last.save(force_insert=True)
    Notice.objects.filter(template="reporter_follow_up").update(event=last)
    assert "Sudah dilihat." not in emails(code)[-1].body


def test_page_notices_are_there_at_once_and_can_be_read(
    world: World, django_assert_num_queries: object
) -> None:
    account = Account.objects.create(login="a@contoh.test", email="a@contoh.test", name="A")
    mine = Actor(ActorKind.REPORTER, account.pk)
    codes = [received(world, actor=mine).code for _ in range(3)]
    assert ReporterIdentity.everything.filter(account=account).count() == 3
    with django_assert_num_queries(3):  # type: ignore[operator]
        shown = page_notices(mine)
    assert [one.content.code for one in shown] == codes[::-1]
    assert Notice.objects.filter(channel="page").exclude(state="sent", sent_at=world.now).count() == 0
    assert "Jalan Pandan" in shown[0].content.body
    assert unread_count(mine) == 3
    assert page_notices(mine, before=shown[1].notice_id) == shown[2:]
    assert read_notices(actor=mine, only=shown[0].notice_id, now=world.now) == 1
    assert read_notices(actor=mine, only=shown[0].notice_id, now=world.now) == 0
    assert read_notices(actor=mine, up_to=shown[1].notice_id, now=world.now) == 2
    assert (unread_count(mine), unread_count(STRANGER), page_notices(STRANGER)) == (0, 0, ())
    assert all(one.is_read for one in page_notices(mine))


def test_the_letter_names_who_can_help_instead(world: World) -> None:
    code = received(world).code
    archive_report(
        actor=world.officers["nasional"],
        code=code,
        reason=ArchiveReason.COMPETENT_BODY_OUTSIDE,
        words="Ini perkara pidana, bukan pelayanan publik.",
        competent_body="Polres Solok Kota, telepon 110",
        now=world.later(hours=1),
    )
    body = emails(code)[-1].body
    assert "Alasannya: Ini perkara pidana" in body
    assert "Yang berwenang: Polres Solok Kota, telepon 110" in body


def test_no_letter_offers_a_door_that_is_shut(world: World) -> None:
    code = received(world).code
    desk = world.officers["nasional"]
    words = "Ini perkara pidana, bukan pelayanan publik."
    archive_report(actor=desk, code=code, reason=ArchiveReason.SPAM, words=words, now=world.later(hours=1))
    assert "keberatan satu kali sampai Jumat, 18 Desember 2026" in emails(code)[-1].body
    object_to_archiving(actor=reporter_of(code), code=code, reason="Bukan.", now=world.later(hours=1))
    archive_report(actor=desk, code=code, reason=ArchiveReason.SPAM, words=words, now=world.later(hours=1))
    assert "keberatan" not in emails(code)[-1].body and words in emails(code)[-1].body
    page = tracking_page(reporter_of(code), code, world.now)
    assert page is not None and page.line.next == "nothing"


def test_a_left_complaint_that_is_archived_offers_no_objection(world: World) -> None:
    code = accusing(world)
    withdraw_report(actor=reporter_of(code), code=code, now=world.later(hours=1))
    archive_report(
        actor=world.officers["inspektur"],
        code=code,
        reason=ArchiveReason.WITHDRAWN,
        words="Buktinya tidak cukup.",
        now=world.later(hours=1),
    )
    assert "keberatan" not in emails(code)[-1].body
    page = tracking_page(reporter_of(code), code, world.now)
    assert page is not None and page.line.next == "nothing"


def test_silence_after_a_contest_offers_no_second_one(world: World) -> None:
    code = settled(world)
    close_by_silence(code=code, now=world.later(days=40))
    assert "menyanggahnya satu kali" in emails(code)[-1].body
    contest_report(actor=reporter_of(code), code=code, reason="Belum.", now=world.later(days=1))
    done = Settlement(text="Ditambal lagi.", no_evidence_reason="Hujan sepanjang hari.")
    settle_report(actor=world.officers["solok"], code=code, details=done, now=world.later(days=1))
    close_by_silence(code=code, now=world.later(days=40))
    assert "menyanggahnya" not in emails(code)[-1].body and "memberi nilai" in emails(code)[-1].body


def test_the_letter_says_why_there_is_no_proof(world: World) -> None:
    code = in_progress(world)
    done = Settlement(text="Rambu dipasang.", no_evidence_reason="Kamera dinas rusak hari itu.")
    settle_report(actor=world.officers["pupr"], code=code, details=done, now=world.later(days=1))
    assert "Tanpa bukti, karena: Kamera dinas rusak hari itu." in emails(code)[-1].body
