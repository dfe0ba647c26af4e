"""What everybody reads of a report: mended, written later, given and taken back."""

from uuid import UUID

import pytest

from lapor.queries.reports.public_report import public_report
from lapor.records.messages.notice import Notice
from lapor.records.reports.attachment import Attachment
from lapor.rules.disclosure import ReleasedFiles
from lapor.rules.kinds import Audience, PlacePrecision
from lapor.rules.refusals import Refused
from lapor.steps.reports.ask import ask_reporter
from lapor.steps.reports.complete import complete_report
from lapor.steps.reports.edit_public_text import PublicText, edit_public_text
from lapor.steps.reports.return_ import return_report
from lapor.steps.reports.set_privacy import set_privacy
from lapor.steps.reports.verify import verify_report
from tests.builders.world import World, received, reporter_of, routed, row, stored_file, verification


def mended(world: World, code: str, who: str = "solok", **changes: object) -> None:
    words: dict[str, object] = {
        "title": "Jalan berlubang di depan SD",
        "text": "Jalan berlubang besar.",
        "reason": "Nama gang menunjuk rumah pelapor.",
        "precision": PlacePrecision.REGENCY,
    }
    details = PublicText(**(words | changes))  # type: ignore[arg-type]
    edit_public_text(actor=world.officers[who], code=code, details=details, now=world.later(hours=1))


def test_public_text_is_mended_with_a_reason(world: World) -> None:
    code = routed(world)
    mended(world, code)
    report = row(code)
    assert report.public_title == "Jalan berlubang di depan SD"
    assert (report.public_region_code, report.public_precision) == ("13.72", "regency")
    assert "Pandan" not in str(report.search)
    with pytest.raises(Refused, match="reason_missing"):
        mended(world, code, reason=" ")


def test_what_came_back_after_it_was_published_is_mended_too(world: World) -> None:
    code = routed(world)
    return_report(
        actor=world.officers["solok"],
        code=code,
        reason="Jalan provinsi.",
        proposed_agency_id=world.agencies["Provinsi"].pk,
        now=world.later(hours=1),
    )
    assert (row(code).state, row(code).is_published) == ("received", True)
    mended(world, code, "nasional")
    assert row(code).public_title == "Jalan berlubang di depan SD"


def test_an_inspector_mends_and_closes_what_he_verified(world: World) -> None:
    code, inspector = routed(world, "Inspektorat", is_supervisory=True), world.officers["inspektur"]
    mended(world, code, "inspektur")
    assert row(code).public_title == "Jalan berlubang di depan SD"
    set_privacy(actor=inspector, code=code, is_anonymous=True, is_secret=True, now=world.later(hours=1))
    assert not row(code).is_published


def test_a_report_that_was_secret_when_verified_can_be_published_later(world: World) -> None:
    code = routed(world, is_secret=True)
    with pytest.raises(Refused, match="not_published"):
        mended(world, code)
    reporter = reporter_of(code)
    set_privacy(actor=reporter, code=code, is_anonymous=True, is_secret=False, now=world.later(hours=1))
    assert not row(code).is_published, "nobody has written what the public may read"
    told = Notice.objects.filter(report__code=code, template="holder_set_privacy")
    assert list(told.values_list("account__login", flat=True)) == ["solok@contoh.test"]
    mended(world, code)
    report = row(code)
    assert report.is_published and report.published_at == world.now and report.search is not None


def test_what_nobody_verified_is_never_published(world: World) -> None:
    code = received(world).code
    with pytest.raises(Refused, match="not_published"):
        mended(world, code, "nasional")
    ask_reporter(actor=world.officers["nasional"], code=code, question="Di mana?", now=world.later(hours=1))
    with pytest.raises(Refused, match="not_published"):
        mended(world, code, "nasional")


def test_a_file_is_released_and_taken_back(world: World) -> None:
    first, second = stored_file(world), stored_file(world)
    code = received(world, attachment_keys=(first, second)).code
    inside = stored_file(world)
    details = verification(world, files=ReleasedFiles(public=(first,), shown=(first, second)))
    verify_report(actor=world.officers["nasional"], code=code, details=details, now=world.later(hours=1))
    Attachment.objects.filter(key=inside).update(report=row(code), audience=Audience.OFFICERS)

    def public() -> set[UUID]:
        return set(Attachment.objects.filter(audience=Audience.PUBLIC).values_list("key", flat=True))

    assert public() == {first}
    mended(world, code, files=ReleasedFiles(public=(second, inside), shown=(first, second)))
    assert public() == {second}
    mended(world, code)
    assert public() == {second}, "what was not shown stays as it is"
    mended(world, code, files=ReleasedFiles(shown=(second,)))
    assert public() == set()


def test_a_released_file_that_was_asked_for_later_stands_with_the_report(world: World) -> None:
    code, key = received(world).code, stored_file(world)
    ask_reporter(actor=world.officers["nasional"], code=code, question="Ada foto?", now=world.later(hours=1))
    reporter = reporter_of(code)
    complete_report(
        actor=reporter, code=code, text="Ini fotonya.", attachment_keys=(key,), now=world.later(hours=1)
    )
    details = verification(world, files=ReleasedFiles(public=(key,), shown=(key,)))
    verify_report(actor=world.officers["nasional"], code=code, details=details, now=world.later(hours=1))
    report = public_report(code, world.now)
    assert report is not None
    assert [file.key for file in report.documents] == [key]
    assert "Ini fotonya" not in repr(report)


def test_a_secret_report_has_no_public_files(world: World) -> None:
    key = stored_file(world)
    code = received(world, attachment_keys=(key,)).code
    details = verification(world, is_secret=True, files=ReleasedFiles(public=(key,), shown=(key,)))
    verify_report(actor=world.officers["nasional"], code=code, details=details, now=world.later(hours=1))
    assert Attachment.objects.get(key=key).audience == Audience.REPORTER
