"""What happens to a report of the demo world, act by act, through the real steps."""

from contextlib import suppress

from lapor.config.demo.belongings import key_of
from lapor.config.demo.cast import INSPECTORATE
from lapor.config.demo.people import STREETS, WHENS, email, person, phone
from lapor.config.demo.story import Curtain, Story
from lapor.config.demo.tale import Stray
from lapor.records.agencies.agency import Agency
from lapor.records.reports.report import Report
from lapor.rules.access import STRANGER, Actor
from lapor.rules.disclosure import ReleasedFiles
from lapor.rules.kinds import Audience, Outcome, PlacePrecision, ProposalKind
from lapor.rules.personal_data import find, redact
from lapor.rules.when import understand
from lapor.steps.reports.approve import approve_proposal
from lapor.steps.reports.archive import archive_report
from lapor.steps.reports.ask import ask_reporter
from lapor.steps.reports.close_by_silence import close_by_silence
from lapor.steps.reports.complete import complete_report
from lapor.steps.reports.confirm import confirm_report
from lapor.steps.reports.contest import contest_report
from lapor.steps.reports.expire import expire_report
from lapor.steps.reports.follow_up import Answer, follow_up
from lapor.steps.reports.propose import Draft, propose
from lapor.steps.reports.rate import rate_report
from lapor.steps.reports.receive import Contact, ReportDetails, receive_report
from lapor.steps.reports.reply import reply_to_report
from lapor.steps.reports.return_ import return_report
from lapor.steps.reports.route_down import route_down
from lapor.steps.reports.settle import Settlement, settle_report
from lapor.steps.reports.verify import Verification, verify_report
from lapor.steps.reports.withdraw import withdraw_report


def play(story: Story) -> str:
    """Plays until the end of the story or the present; returns the tracking code."""
    with suppress(Curtain):
        _receive(story)
        _reach_the_office(story)
        _answer(story)
        _settle(story)
        _end(story)
    return story.code


def _read_by_the_national_desk(story: Story) -> None:
    if isinstance(story.told, Stray):
        _archive(story, story.told)
        raise Curtain
    if story.chance(0.09):
        _ask(story, story.cast.national)
    if story.chance(0.03):
        story.wait(40, 60)  # nobody looks for a long time
    _verify(story)


def _reach_the_office(story: Story) -> None:
    _read_by_the_national_desk(story)
    if story.chance(0.05):
        _return_and_verify_again(story)
    if story.office.pk != story.government.agency.pk and not story.topic.is_supervisory:
        _route_down(story)
    if story.chance(0.02):
        _withdraw(story)
    if story.chance(0.06):
        _ask(story, story.answerer)
    if story.chance(0.03):
        raise Curtain  # the office forgets it: demo worlds have those too


def _receive(story: Story) -> None:
    random = story.random
    name = person(random)
    village = random.choice(story.government.villages)
    story.is_anonymous = story.topic.is_supervisory or story.chance(0.12)
    story.is_secret = story.is_anonymous and story.chance(0.5)
    contact = Contact(
        name=name if story.chance(0.8) else "",
        email=email(name, random) if story.chance(0.45) else "",
        phone=phone(random) if story.chance(0.4) else "",
    )
    said_when = random.choice(WHENS)
    story.street = random.choice(STREETS)
    receipt = receive_report(
        actor=STRANGER,
        details=ReportDetails(
            idempotency_key=key_of(story.number),
            text=story.tell(contact),
            kind=story.topic.kind,
            happened_on=understand(said_when, story.now.date()).on if said_when else None,
            happened_text=said_when,
            place_text=story.street,
            region_code=village,
            agency_id=story.government.agency.pk if story.chance(0.4) else None,
            category_code=story.topic.category if story.chance(0.5) else "",
            is_anonymous=story.is_anonymous,
            is_secret=story.is_secret,
            contact=contact,
            attachment_keys=story.pictures,
        ),
        now=story.now,
    )
    story.code = receipt.code
    story.title = story.fill(story.told.title)


def _archive(story: Story, stray: Stray) -> None:
    archive_report(
        actor=story.cast.national,
        code=story.code,
        reason=stray.reason,
        words=stray.words,
        competent_body=stray.competent_body,
        now=story.wait(0.3, 2.5),
    )


def _ask(story: Story, officer: Actor) -> None:
    ask_reporter(
        actor=officer,
        code=story.code,
        question=story.tale.ask,
        now=story.wait(0.2, 1.5),
    )
    if story.chance(0.2):
        _wait_until_due(story)
        expire_report(code=story.code, now=story.now)
        raise Curtain
    now = story.wait(0.5, 9, at_work=False)
    complete_report(actor=story.reporter, code=story.code, text=story.tale.reply, now=now)


def _verify(story: Story, to: Agency | None = None) -> None:
    topic, government = story.topic, story.government
    to = to or (government.offices.get(INSPECTORATE) if topic.is_supervisory else None) or government.agency
    findings = find(story.words)
    verify_report(
        actor=story.cast.national,
        code=story.code,
        details=Verification(
            to_agency_id=to.pk,
            reason=f"Hal ini tugas {to.name}.",
            public_title=story.title,
            public_text=redact(story.words, findings),
            kind=topic.kind,
            category_code=topic.category,
            is_supervisory=topic.is_supervisory,
            is_priority=story.chance(0.06),
            is_anonymous=story.is_anonymous,
            is_secret=story.is_secret,
            public_precision=story.random.choice([PlacePrecision.VILLAGE, PlacePrecision.DISTRICT]),
            files=ReleasedFiles(public=story.pictures),
        ),
        now=story.wait(0.2, 3.5),
    )


def _return_and_verify_again(story: Story) -> None:
    if story.topic.is_supervisory:
        return
    return_report(
        actor=story.government.desk,
        code=story.code,
        reason="Menurut daftar kami, ini bukan wewenang kami.",
        proposed_agency_id=story.neighbour.agency.pk,
        now=story.wait(0.3, 1.5),
    )
    _verify(story)


def _route_down(story: Story) -> None:
    route_down(
        actor=story.government.desk,
        code=story.code,
        to_agency_id=story.office.pk,
        reason="Sesuai tugas dinas.",
        now=story.wait(0.1, 1.2),
    )


def _withdraw(story: Story) -> None:
    if not story.topic.is_supervisory:
        now = story.wait(0.5, 3, at_work=False)
        reason = "Sudah tidak perlu lagi, terima kasih."
        withdraw_report(actor=story.reporter, code=story.code, reason=reason, now=now)
        raise Curtain


def _answer(story: Story) -> None:
    story.wait(*((6, 25) if story.chance(0.16) else (0.4, 4.5)))
    _say(story, story.tale.answer)
    for _ in range(story.random.randrange(2)):
        story.wait(1, 5)
        _say(story, story.topic.meanwhile)
    if story.chance(0.12):
        now = story.wait(0.5, 3, at_work=False)
        reply_to_report(actor=story.reporter, code=story.code, text="Terima kasih, kami tunggu.", now=now)


def _say(story: Story, text: str) -> None:
    approver = story.government.approvers.get(story.topic.affair)
    audience = Audience.REPORTER if story.chance(0.1) else Audience.PUBLIC
    if approver is None:
        follow_up(
            actor=story.investigator_or_answerer(),
            code=story.code,
            details=Answer(text=text, audience=audience),
            now=story.now,
        )
        return
    draft = Draft(kind=ProposalKind.FOLLOW_UP, text=text, audience=audience)
    propose(actor=story.answerer, code=story.code, details=draft, now=story.now)
    approve_proposal(actor=approver, code=story.code, now=story.wait(0.05, 0.9))


def _settle(story: Story) -> None:
    story.wait(*((18, 45) if story.chance(0.2) else (1.5, 12)))
    _say_settled(story, story.investigator_or_answerer(), story.tale.result)


def _say_settled(story: Story, officer: Actor, text: str) -> None:
    proofs = story.proofs[:1]
    story.proofs = story.proofs[1:]
    reason = "" if proofs else story.topic.without_picture
    approver = story.government.approvers.get(story.topic.affair)
    if approver is not None and officer is story.answerer:
        draft = Draft(
            kind=ProposalKind.SETTLEMENT, text=text, attachment_keys=proofs, no_evidence_reason=reason
        )
        propose(actor=officer, code=story.code, details=draft, now=story.now)
        approve_proposal(actor=approver, code=story.code, now=story.wait(0.05, 0.9))
        return
    details = Settlement(text=text, attachment_keys=proofs, no_evidence_reason=reason)
    settle_report(actor=officer, code=story.code, details=details, now=story.now)


def _end(story: Story) -> None:
    if story.chance(0.12) and not story.topic.is_supervisory:
        now = story.wait(0.5, 6, at_work=False)
        contest_report(actor=story.reporter, code=story.code, reason=story.topic.contested, now=now)
        story.wait(2, 9)
        _say_settled(story, story.above(), f"Sudah kami periksa sekali lagi. {story.tale.result}")
    if story.chance(0.45):
        confirm_report(actor=story.reporter, code=story.code, now=story.wait(0.3, 7, at_work=False))
        _rate(story)
        return
    _wait_until_due(story)
    close_by_silence(code=story.code, now=story.now)


def _wait_until_due(story: Story) -> None:
    rows = Report.objects.scoped("the demo waits for the reporter's clock").filter(code=story.code)
    story.now = rows.values_list("due_at", flat=True).get() or story.now
    story.wait(0.01, 0.5, at_work=False)


def _rate(story: Story) -> None:
    if not story.chance(0.7):
        return
    rating = story.random.choices([1, 2, 3, 4, 5], [6, 8, 16, 35, 35])[0]
    outcome = Outcome.SOLVED if rating > 3 else Outcome.PARTLY if rating > 1 else Outcome.NOT_SOLVED
    words = {5: "Cepat dan ramah.", 1: "Lama sekali."}.get(rating, "")
    now = story.wait(0.01, 2, at_work=False)
    rate_report(actor=story.reporter, code=story.code, rating=rating, outcome=outcome, words=words, now=now)
