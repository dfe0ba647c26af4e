"""The demo world, built small: nothing that people are shown stands empty."""

import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.contrib.auth.hashers import check_password

from lapor.config.demo.belongings import Holding, holding
from lapor.config.demo.build import Plan, build_reports
from lapor.config.demo.doors import open_doors
from lapor.config.demo.officers import CITIZEN, LOGINS, build_cast
from lapor.config.demo.stage import Told
from lapor.config.demo.tale import Stray, Tale, Topic
from lapor.config.demo.tales_of_strays import STRAY
from lapor.config.demo.words import TOPICS
from lapor.queries.accounts.actor import actor_for
from lapor.queries.reports.access_code import unlocked_code
from lapor.queries.reports.inbox import Selection, reports_of
from lapor.queries.reports.inbox_views import InboxView, first_view
from lapor.records.accounts.account import Account
from lapor.records.agencies.decree import Decree
from lapor.records.reports.event import Event
from lapor.records.reports.report import Report
from lapor.rules.access import Actor
from lapor.rules.kinds import Door
from lapor.rules.lifecycle import Move, State
from lapor.steps.reference.load import load_reference

# A Wednesday morning without a holiday nearby: clocks that end today haven't ended yet.
NOW = datetime(2026, 11, 18, 3, 0, tzinfo=UTC)
TALES = [tale for topic in TOPICS for tale in topic.tales]
SUMBAR_JABAR_SULSEL = frozenset({"13", "32", "73"})
pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def told(storage_folder: object) -> Iterator[list[Told]]:
    load_reference(progress=lambda name, share: None, now=NOW, provinces=SUMBAR_JABAR_SULSEL)
    cast = build_cast(password="jalan-lampu-pasar-sungai", now=NOW)
    open_doors(cast, now=NOW)
    # In this process: one that runs a browser and a web server for other tests can't be forked safely.
    yield build_reports(cast, Plan(reports=60, processes=1), now=NOW, progress=lambda done, of: None)


def _actor(login: str) -> Actor:
    return actor_for(Account.objects.values_list("pk", flat=True).get(login=login), today=NOW.date())


def _count(actor: Actor, view: InboxView) -> int:
    return reports_of(actor, Selection(view), NOW).count()


def test_nothing_that_people_are_shown_stands_empty(told: list[Told]) -> None:
    reports = Report.objects.scoped("look over the demo")
    assert set(reports.values_list("state", flat=True)) == {state.value for state in State}
    assert set(reports.values_list("door", flat=True)) == {door.value for door in Door}
    assert {move.value for move in Move} - set(Event.objects.values_list("move", flat=True)) == set()
    officers = {login.login: _actor(login.login) for login in LOGINS if login.login != CITIZEN}
    assert [login for login, actor in officers.items() if not _count(actor, first_view(actor))] == []
    views = {view: sum(_count(actor, view) for actor in officers.values()) for view in InboxView}
    assert [view for view, count in views.items() if not count] == []
    mine = reports.filter(identity__account__login=CITIZEN)
    assert len(set(mine.values_list("state", flat=True))) >= 5
    assert Decree.objects.exclude(file="").exists()
    assert holding() is Holding.THE_PLAY
    _opens_with(told)
    _every_log_in_signs_in()
    _nobody_speaks_in_another_s_tale()


def _opens_with(told: list[Told]) -> None:
    assert len(told) == 2
    assert [unlocked_code(one.code, one.access_code) for one in told] == [one.code for one in told]


def _every_log_in_signs_in() -> None:
    for login in LOGINS:
        account = Account.objects.get(login=login.login)
        assert check_password("jalan-lampu-pasar-sungai", account.password), login


def _nobody_speaks_in_another_s_tale() -> None:
    """Whatever is asked, answered and settled in a report belongs to the one tale that it tells."""
    reports = Report.objects.scoped("read the stories of the demo").values_list("code", "text")
    told = {code: {tale for tale in TALES if _tells(tale, text)} for code, text in reports}
    for code, note, move in Event.objects.values_list("report__code", "note", "move"):
        speaking = {tale for tale in TALES if any(words in note for words in _spoken(tale))}
        assert speaking <= told[code], (code, note)
        if move == Move.ARCHIVE:
            assert speaking == told[code], (code, note)


def _tells(tale: Tale | Stray, text: str) -> bool:
    parts = re.split(r"\{\w+\}", tale.story)
    return re.match(".+".join(map(re.escape, parts)), text, re.IGNORECASE) is not None


def _spoken(tale: Tale | Stray) -> tuple[str, ...]:
    return (tale.words,) if isinstance(tale, Stray) else (tale.ask, tale.reply, tale.answer, tale.result)


def test_every_tale_has_words_of_its_own() -> None:
    assert all(len(topic.tales) >= 4 for topic in TOPICS)
    words = [words for tale in TALES for words in (tale.title, tale.story, *_spoken(tale))]
    assert len(set(words)) == len(words)


KILLED = """
import os, signal, django
from concurrent.futures.process import BrokenProcessPool

django.setup()
from lapor.config.demo import build

def die(start):
    os.kill(os.getpid(), signal.SIGKILL)

build._play_chunk = die
try:
    list(build._played(range(4), processes=2))
except BrokenProcessPool:
    print("noticed")
"""


def test_a_killed_story_process_is_noticed() -> None:
    done = subprocess.run([sys.executable, "-c", KILLED], capture_output=True, text=True, timeout=120)
    assert done.stdout == "noticed\n", done.stderr


def test_what_is_said_of_a_whole_topic_fits_it() -> None:
    """Only what was drawn can have been too dark for a photograph; only misconduct is examined."""
    dark = Topic("", "", "", ()).without_picture
    for topic in TOPICS:
        assert topic.picture or topic is STRAY or topic.without_picture != dark, topic.key
        assert topic.meanwhile.startswith("Pemeriksaan") == topic.is_supervisory, topic.key
