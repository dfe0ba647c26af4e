"""The words of a notice are changed by the national desk, as a new version."""

from datetime import timedelta

import pytest

from lapor.queries.messages.templates import newest_templates, versions_of
from lapor.records.accounts.amendment import Amendment
from lapor.rules.refusals import Forbidden, NotFound, Refused
from lapor.steps.messages.edit_template import edit_template
from tests.builders.notices import load_notice_texts
from tests.builders.world import START, World

CODE = "reporter_ask"
BODY = "Ada pertanyaan tentang {nomor}: {pesan}\n{tautan}"


def edited(world: World, who: str = "nasional", **changes: str) -> int:
    words = {"code": CODE, "language": "id", "subject": "Tanya {nomor}", "body": BODY} | changes
    return edit_template(actor=world.officers[who], now=START + timedelta(days=1), **words)


def test_an_edit_is_a_new_version_that_loading_leaves_alone(world: World) -> None:
    load_notice_texts()
    assert edited(world) == 2
    assert edited(world) == 2
    assert Amendment.objects.get().deed == "edited"
    load_notice_texts()
    words = newest_templates()[CODE, "id"]
    assert (words.version, words.subject, words.edited_by) == (2, "Tanya {nomor}", "Petugas nasional")
    assert [one.version for one in versions_of(CODE, "id")] == [2, 1]
    assert newest_templates()[CODE, "en"].version == 1


def test_a_text_that_shipped_anew_becomes_a_version(world: World) -> None:
    from lapor.records.messages.template import NoticeTemplate

    load_notice_texts()
    NoticeTemplate.objects.filter(code=CODE, language="id").update(body="Lama {nomor} {tautan}")
    load_notice_texts()
    load_notice_texts()
    assert [one.version for one in versions_of(CODE, "id")] == [2, 1]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"subject": "  "}, "subject_missing"),
        ({"body": ""}, "body_missing"),
        ({"subject": "x" * 161}, "too_long"),
        ({"body": BODY + "x" * 4000}, "too_long"),
        ({"body": BODY + "{nama}"}, "unknown_placeholder"),
        ({"subject": "{nomor"}, "unknown_placeholder"),
        ({"body": "Ada pertanyaan {pesan} {tautan}"}, "placeholder_owed"),
        ({"body": "Ada pertanyaan {nomor}"}, "placeholder_owed"),
    ],
)
def test_a_text_that_would_not_work_is_refused(world: World, changes: dict[str, str], reason: str) -> None:
    with pytest.raises(Refused) as refused:
        edited(world, **changes)
    assert refused.value.reason == reason
    assert refused.value.field in changes


def test_only_the_national_desk_edits_texts_that_exist(world: World) -> None:
    for who in ("solok", "pupr", "provinsi"):
        with pytest.raises(Forbidden):
            edited(world, who)
    for changes in ({"code": "reporter_unknown"}, {"language": "xx"}):
        with pytest.raises(NotFound):
            edited(world, **changes)
