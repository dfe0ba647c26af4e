"""Notices over a real mail server: accepted, refused, busy, down, slow, dying."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from lapor.channels.dispatch import BATCH, deliver_due
from lapor.channels.email import channel
from lapor.records.messages.notice import Notice, NoticeReceipt
from lapor.records.messages.template import NoticeTemplate
from lapor.records.reports.identity import ReporterIdentity
from lapor.rules.attempts import OWN_MOVE_LETTERS
from lapor.rules.deliveries import CLAIM_LASTS
from lapor.rules.notices import MAX_ATTEMPTS, RETRY_AFTER_SECONDS, NoticeChannel
from lapor.steps.messages.claim import claim_notices
from lapor.steps.reports.receive import Contact
from lapor.steps.reports.verify import verify_report
from lapor.steps.reports.withdraw import withdraw_report
from tests.builders.mail import MailServer, free_port, use_server
from tests.builders.notices import load_notice_texts
from tests.builders.world import World, received, reporter_of, routed, verification

SITI = "siti@contoh.test"


@pytest.fixture(autouse=True)
def texts(db: None) -> None:
    load_notice_texts()


def deliver(world: World, now: datetime | None = None) -> int:
    return deliver_due(clock=lambda: now or world.now)


def mails() -> list[tuple[str, int]]:
    rows = Notice.objects.filter(channel="email").order_by("id")
    return list(rows.values_list("state", "attempts"))


def receipts() -> list[tuple[bool, str, str]]:
    return list(NoticeReceipt.objects.order_by("id").values_list("is_success", "to_masked", "answer"))


def test_a_letter_is_plain_and_html_and_says_that_it_is_automatic(
    world: World, mail_server: MailServer
) -> None:
    code = received(world).code
    assert deliver(world) == 1
    assert deliver(world) == 0
    (letter,) = mail_server.letters
    notice = Notice.objects.get(channel="email")
    assert letter["To"] == SITI
    assert letter["Message-ID"] == f"<{code}.{notice.pk}@localhost>"
    assert letter["References"] == f"<{code}@localhost>"
    assert letter["Auto-Submitted"] == "auto-generated"
    plain, html = letter.get_body(("plain",)), letter.get_body(("html",))
    assert plain is not None and html is not None
    assert f"/lacak/{code}/" in plain.get_content()
    assert f'href="http://127.0.0.1:8000/lacak/{code}/"' in html.get_content()
    assert "<script" not in html.get_content()
    assert (notice.state, notice.attempts, notice.sent_at) == ("sent", 1, world.now)
    assert notice.template_version == 1
    assert receipts() == [(True, "s•••@c•••.test", "")]


def test_what_people_write_is_never_read_as_markup(world: World, mail_server: MailServer) -> None:
    code = received(world, text="Jalan <script>alert(1)</script> rusak", title="<b>Rusak</b> & <i>x").code
    verify_report(
        actor=world.officers["nasional"], code=code, details=verification(world), now=world.later(hours=1)
    )
    deliver(world)
    body = mail_server.letters[1].get_body(("html",))
    assert body is not None
    assert "<script>" not in body.get_content() and "<b>Rusak" not in body.get_content()
    assert "&lt;b&gt;Rusak" in body.get_content()


def test_nobody_has_us_send_his_own_words_to_somebody_else(world: World, mail_server: MailServer) -> None:
    """Whose address was left with a report nobody knows before an officer has read it."""
    code = received(world, title="Klik https://jahat.test/ sekarang").code
    withdraw_report(actor=reporter_of(code), code=code, reason="https://jahat.test/", now=world.now)
    deliver(world)
    assert [letter["To"] for letter in mail_server.letters] == [SITI, SITI]
    for letter in mail_server.letters:
        assert "jahat.test" not in letter.as_string()
        assert code in str(letter["Message-ID"])


def test_one_address_gets_only_so_many_letters_that_no_officer_brought_about(
    world: World, mail_server: MailServer
) -> None:
    for number in range(OWN_MOVE_LETTERS.times + 2):
        received(world, contact=Contact(email=SITI if number % 2 else SITI.upper()))
    while deliver(world):
        pass
    assert len(mail_server.letters) == OWN_MOVE_LETTERS.times
    assert [state for state, _ in mails()].count("skipped") == 2
    routed(world)
    while deliver(world):
        pass
    assert len(mail_server.letters) == OWN_MOVE_LETTERS.times + 1, "what an officer says still comes"


def test_an_address_that_does_not_exist_fails_at_once(world: World, mail_server: MailServer) -> None:
    mail_server.answers[SITI] = f"550 5.1.1 <{SITI}>: user unknown"
    received(world)
    deliver(world)
    assert mails() == [("failed", 1)]
    assert receipts() == [(False, "s•••@c•••.test", "550 5.1.1 <…>: user unknown")]
    assert deliver(world, world.now + timedelta(days=9)) == 0


@pytest.mark.parametrize("address", ["siti@", "siti rahma@contoh.test", "siti@contoh.test\nBcc: x@y.test"])
def test_an_address_that_no_mail_can_carry_fails_at_once(
    world: World, mail_server: MailServer, address: str
) -> None:
    received(world)
    ReporterIdentity.everything.update(email=address)
    deliver(world)
    assert mails() == [("failed", 1)]
    assert mail_server.recipients == []


@pytest.mark.parametrize(
    "answer", ["450 4.2.1 mailbox busy", "421 too many connections", "535 sign in first", "550 5.7.1 policy"]
)
def test_a_busy_server_is_tried_again_with_growing_pauses_and_an_end(
    world: World, mail_server: MailServer, answer: str
) -> None:
    mail_server.answers[SITI] = answer
    received(world)
    now = world.now
    for attempt, pause in enumerate(RETRY_AFTER_SECONDS, start=1):
        assert deliver(world, now) == 1
        assert mails() == [("pending", attempt)]
        assert deliver(world, now + timedelta(seconds=pause - 1)) == 0
        now += timedelta(seconds=pause)
    assert deliver(world, now) == 1
    assert mails() == [("failed", MAX_ATTEMPTS)]
    assert [success for success, _, _ in receipts()] == [False] * MAX_ATTEMPTS
    assert deliver(world, now + timedelta(days=30)) == 0
    assert mail_server.letters == []


def test_a_letter_that_is_not_taken_after_its_text(world: World, mail_server: MailServer) -> None:
    mail_server.after_data = "451 4.3.0 try later"
    received(world)
    deliver(world)
    assert mails() == [("pending", 1)]
    mail_server.after_data = "554 5.6.0 no"
    deliver(world, world.now + timedelta(minutes=2))
    assert mails() == [("failed", 2)]


def test_a_server_that_is_down_delays_everything_and_loses_nothing(
    world: World, settings: Any, mail_server: MailServer
) -> None:
    up = settings.EMAIL_PORT
    use_server(settings, free_port())
    for _ in range(3):
        received(world)
    assert deliver(world) == 3
    assert mails() == [("pending", 1)] * 3
    assert {answer.split()[0] for _, _, answer in receipts()} == {"ConnectionRefusedError"}
    use_server(settings, up)
    assert deliver(world, world.now + timedelta(minutes=2)) == 3
    assert mails() == [("sent", 2)] * 3
    assert len(mail_server.letters) == 3


def test_a_server_that_hangs_does_not_hold_up_the_batch(
    world: World, settings: Any, mail_server: MailServer
) -> None:
    mail_server.seconds = 30
    settings.EMAIL_TIMEOUT = 0.3
    for _ in range(5):
        received(world)
    assert deliver(world) == 5
    assert mails() == [("pending", 1)] * 5
    assert len(mail_server.recipients) == 1


def test_a_slow_server_is_asked_only_while_the_claim_lasts(
    world: World, mail_server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail_server.seconds = 0.2
    monkeypatch.setattr(channel, "_PATIENCE", 0.1)
    for _ in range(3):
        received(world)
    assert deliver(world) == 3
    assert mails() == [("sent", 1), ("pending", 1), ("pending", 1)]
    assert len(mail_server.letters) == 1


def test_one_bad_address_does_not_hold_up_the_others(world: World, mail_server: MailServer) -> None:
    for name in ("a", "b", "c"):
        received(world, contact=Contact(email=f"{name}@contoh.test"))
    mail_server.answers["b@contoh.test"] = "550 no such user"
    deliver(world)
    assert mails() == [("sent", 1), ("failed", 1), ("sent", 1)]
    assert [letter["To"] for letter in mail_server.letters] == ["a@contoh.test", "c@contoh.test"]


def test_nobody_is_written_to_who_left_no_address(world: World, mail_server: MailServer) -> None:
    received(world)
    ReporterIdentity.everything.update(email="")
    deliver(world)
    assert mails() == [("skipped", 1)]
    received(world, contact=Contact(phone="+6281234567890"))
    assert deliver(world) == 0


def test_a_claim_of_a_dead_worker_is_taken_again(world: World, mail_server: MailServer) -> None:
    received(world)
    dead = claim_notices(channels=[NoticeChannel.EMAIL], limit=5, now=world.now)
    assert [(one.attempt, one.channel) for one in dead] == [(1, NoticeChannel.EMAIL)]
    assert deliver(world, world.now + CLAIM_LASTS - timedelta(seconds=1)) == 0
    assert deliver(world, world.now + CLAIM_LASTS) == 1
    assert mails() == [("sent", 2)]


def test_a_letter_that_kills_every_worker_fails_in_the_end(world: World, mail_server: MailServer) -> None:
    received(world)
    for _ in range(MAX_ATTEMPTS):
        assert claim_notices(channels=[NoticeChannel.EMAIL], limit=5, now=world.now)
        world.now += CLAIM_LASTS
    assert deliver(world) == 0
    assert mails() == [("failed", MAX_ATTEMPTS)]


def test_a_worker_that_slept_does_not_overwrite_the_other_one(world: World, mail_server: MailServer) -> None:
    from lapor.rules.deliveries import Delivery, DeliveryOutcome
    from lapor.steps.messages.mark_delivery import mark_delivery

    received(world)
    (slept,) = claim_notices(channels=[NoticeChannel.EMAIL], limit=5, now=world.now)
    deliver(world, world.now + CLAIM_LASTS)
    late = Delivery(DeliveryOutcome.TRY_AGAIN, "timed out")
    assert (
        mark_delivery(claimed=slept, delivery=late, address=SITI, template_version=1, now=world.now) is None
    )
    assert mails() == [("sent", 2)]
    assert [success for success, _, _ in receipts()] == [True, False]


def test_a_missing_text_is_waited_for(world: World, mail_server: MailServer) -> None:
    NoticeTemplate.objects.all().delete()
    received(world)
    deliver(world)
    assert mails() == [("pending", 1)]
    load_notice_texts()
    deliver(world, world.now + timedelta(minutes=2))
    assert mails() == [("sent", 2)]


def test_a_batch_is_bounded_and_oldest_first(world: World, mail_server: MailServer) -> None:
    codes = []
    for _ in range(BATCH + 2):
        codes.append(received(world).code)
        world.later(seconds=1)
    assert [deliver(world), deliver(world), deliver(world)] == [BATCH, 2, 0]
    sent = [str(letter["Message-ID"])[1:10] for letter in mail_server.letters]
    assert sent == codes


def test_statements_for_a_batch(
    world: World, mail_server: MailServer, django_assert_num_queries: Any
) -> None:
    for _ in range(3):
        routed(world)
    # Claim, words 2, addresses; per letter: savepoint, state, receipt, savepoint; three of the letters tell
    # of what the reporter did himself and are counted.
    with django_assert_num_queries(4 + 6 * 4 + 3):
        deliver(world)


def test_in_the_demo_letters_lie_in_a_folder(world: World, settings: Any, tmp_path: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    received(world)
    deliver(world)
    assert mails() == [("sent", 1)]
    assert SITI in next((tmp_path / "mail").iterdir()).read_text()
