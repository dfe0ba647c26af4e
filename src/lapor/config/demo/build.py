"""Builds the demo world: about two thousand reports over eighteen months, then the staged scenes."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from multiprocessing import get_context
from random import Random
from uuid import UUID

from django.db import connections, transaction

from lapor.config.demo.acts import play
from lapor.config.demo.cast import Cast, Government
from lapor.config.demo.people import STREETS
from lapor.config.demo.pictures import picture
from lapor.config.demo.scenes import play_scenes
from lapor.config.demo.stage import Told
from lapor.config.demo.story import Story
from lapor.config.demo.tale import Topic
from lapor.config.demo.words import TOPICS
from lapor.jobs.figures import compute_weeks
from lapor.records.messages.notice import Notice
from lapor.records.reports.report import Report
from lapor.rules.access import STRANGER, SYSTEM
from lapor.rules.notices import NoticeState
from lapor.steps.attachments.store import store_attachment
from lapor.steps.reports.support import support_report

MONTHS = 18
CHUNK = 25
# In UTC: people report from breakfast to bedtime in Indonesia.
_HOURS = (0, 1, 3, 5, 8, 11, 12, 13, 14)
Progress = Callable[[int, int], None]
# Filled before the processes fork, so that none of it has to be sent to them.
_stories: list[Story] = []


@dataclass(frozen=True, slots=True)
class Plan:
    """How large the world is, the seed of its chances, and how many processes tell the stories."""

    reports: int = 2000
    seed: int = 1708
    processes: int = os.cpu_count() or 1


def build_reports(cast: Cast, plan: Plan, *, now: datetime, progress: Progress) -> list[Told]:
    """Tells all stories and plays all scenes; returns the numbers and codes worth telling."""
    random = Random(plan.seed)  # noqa: S311 - a play, not a secret
    _stories.extend(_invented(cast, plan, random, now))
    starts = range(0, len(_stories), CHUNK)
    for done, _ in enumerate(_played(starts, plan.processes), start=1):
        progress(min(done * CHUNK, len(_stories)), len(_stories))
    _stories.clear()
    with transaction.atomic():
        told = play_scenes(cast, now=now)
    _support(random, now)
    compute_weeks(MONTHS * 30 // 7, now=now)
    # What happened in a play is no news: nobody gets two thousand e-mails when the curtain rises.
    Notice.objects.filter(state=NoticeState.PENDING, created_at__lt=now - timedelta(days=2)).update(
        state=NoticeState.SKIPPED
    )
    Notice.objects.filter(created_at__lt=now - timedelta(days=7), read_at=None).update(read_at=now)
    return told


def _played(starts: range, processes: int) -> Iterator[None]:
    """The stories are independent and each has a seed of its own, so every core may tell some of them."""
    if processes == 1:
        yield from map(_play_chunk, starts)
        return
    connections.close_all()  # a connection must not be shared by processes
    # Raises BrokenProcessPool when one of them is killed; a Pool would wait for its chunk for ever.
    with ProcessPoolExecutor(processes, mp_context=get_context("fork")) as pool:
        yield from pool.map(_play_chunk, starts)


def _play_chunk(start: int) -> None:
    """Tells one chunk of the stories, in a process of its own and in one transaction."""
    chunk = _stories[start : start + CHUNK]
    for story in chunk:
        story.pictures, story.proofs = _draw(story)
    with transaction.atomic():
        for story in chunk:
            play(story)


def _invented(cast: Cast, plan: Plan, random: Random, now: datetime) -> Iterator[Story]:
    weights = [topic.weight for topic in TOPICS]
    begins = now - timedelta(days=MONTHS * 30)
    for number in range(plan.reports):
        topic = random.choices(TOPICS, weights)[0]
        # More people report every month: the system becomes known.
        share = random.random() ** 0.45
        moment = begins + (now - begins) * share
        moment = moment.replace(hour=random.choice(_HOURS), minute=random.randrange(60))
        if moment >= now:
            moment = now - timedelta(hours=random.randrange(1, 20))
        yield Story(
            number=number,
            cast=cast,
            random=Random(f"{plan.seed}:{number}"),  # noqa: S311
            topic=topic,
            told=random.choice(topic.tales),
            government=_government(cast, topic, random),
            now=moment,
            until=now,
        )


def _government(cast: Cast, topic: Topic, random: Random) -> Government:
    if topic.ministry:
        return cast.ministries[topic.ministry]
    # Kota Solok is the stage of the pictures in the documentation: it gets a little more.
    return random.choices(cast.governments, [3] + [2] * (len(cast.governments) - 1))[0]


def _draw(story: Story) -> tuple[tuple[UUID, ...], tuple[UUID, ...]]:
    """A picture of the problem and one of the result, for some of the stories."""
    if not story.topic.picture or not story.chance(0.35):
        return (), ()
    before = _store(story, f"{story.random.choice(STREETS)}.jpg", mended=False)
    after = _store(story, "sesudah.jpg", mended=True) if story.chance(0.7) else ()
    return before, after


def _store(story: Story, name: str, *, mended: bool) -> tuple[UUID, ...]:
    content = BytesIO(picture(story.topic.picture, story.random, mended=mended))
    actor = SYSTEM if mended else STRANGER
    return (store_attachment(actor=actor, file=content, name=name, now=story.now).key,)


def _support(random: Random, now: datetime) -> None:
    rows = Report.objects.published().filter(is_open=True).order_by("-received_at")
    for code in rows.values_list("code", flat=True)[:150]:
        for number in range(random.choice([0, 0, 1, 2, 3, 7])):
            support_report(actor=STRANGER, code=code, browser_token=f"demo-{code}-{number}", now=now)
