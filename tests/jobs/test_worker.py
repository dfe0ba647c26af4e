"""The worker as a process: it sends, shows that it lives, outlives a database outage, and ends cleanly."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.periodic import PeriodicDeferrer

from lapor.records.messages.notice import Notice
from lapor.records.reports.report import Report
from tests.builders.notices import load_notice_texts
from tests.builders.proxy import CuttableLine
from tests.builders.world import World, received, settled, small_world

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def await_true(question: Callable[[], bool], seconds: float = 25) -> None:
    end = time.monotonic() + seconds
    while not question():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.1)


def all_sent() -> bool:
    return not Notice.objects.filter(channel="email").exclude(state="sent").exists()


def heartbeats() -> list[float]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT extract(epoch FROM now() - last_heartbeat)::float FROM procrastinate_workers")
        return [row[0] for row in cursor.fetchall()]


@pytest.fixture
def line() -> Iterator[CuttableLine]:
    line = CuttableLine(int(connection.settings_dict["PORT"]))
    yield line
    line.cut()


@pytest.fixture
def worker(transactional_db: None, line: CuttableLine, tmp_path: Path) -> Iterator["subprocess.Popen[bytes]"]:
    where = connection.settings_dict
    env = os.environ | {
        "DATABASE_URL": f"postgres://{where['USER']}:{where['PASSWORD']}@127.0.0.1:{line.port}/{where['NAME']}",
        "LAPOR_HOME": str(tmp_path),
        "LAPOR_SECRET_KEY": "a-key-for-this-test-only",
        "PYTHONPATH": "src",
    }
    log = (tmp_path / "worker.log").open("wb")
    process = subprocess.Popen([sys.executable, "-m", "lapor.config.manage", "work"], env=env, stderr=log)
    yield process
    process.kill()
    process.wait()
    _forget_jobs()
    log.close()
    sys.stderr.write((tmp_path / "worker.log").read_text())


def _forget_jobs() -> None:
    """The worker's tables are not Django's: nothing else empties them between tests."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")


def mails_in(folder: Path) -> int:
    return len(list((folder / "mail").glob("*"))) if (folder / "mail").exists() else 0


def a_world() -> World:
    load_notice_texts()
    return small_world()


def test_the_worker_lives_through_an_outage_and_ends_cleanly(
    worker: "subprocess.Popen[bytes]", line: CuttableLine, tmp_path: Path
) -> None:
    world = a_world()
    received(world)
    await_true(lambda: all_sent() and mails_in(tmp_path) == 1)
    await_true(lambda: len(heartbeats()) == 1)
    line.cut()
    received(world)
    await_true(lambda: "trying again" in (tmp_path / "worker.log").read_text())
    assert worker.poll() is None
    assert not all_sent()
    line.mend()
    await_true(all_sent)
    await_true(lambda: any(silent < 5 for silent in heartbeats()))
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(15) == 0
    await_true(lambda: all(silent > 3 for silent in heartbeats()))


@pytest.fixture
def killed(transactional_db: None) -> str:
    """A report whose clock is over, the job for it in the hands of a dead worker, and its next round."""
    code = settled(a_world())
    Report.everything.filter(code=code).update(due_at="2020-01-01T00:00:00Z")
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat)"
            " VALUES (now() - interval '1 hour') RETURNING id"
        )
        dead = cursor.fetchone()[0]
        cursor.execute(
            "INSERT INTO procrastinate_jobs"
            " (queue_name, task_name, lock, queueing_lock, status, worker_id, args) VALUES"
            " ('default', 'clocks', 'clocks', 'clocks', 'doing', %s, '{\"timestamp\": 0}'),"
            " ('default', 'clocks', 'clocks', 'clocks', 'todo', NULL, '{\"timestamp\": 300}'),"
            " ('default', 'stalled-jobs', NULL, NULL, 'todo', NULL, '{\"timestamp\": 0}')",
            [dead],
        )
    return code


def test_the_worker_takes_up_what_a_killed_one_left(killed: str, worker: "subprocess.Popen[bytes]") -> None:
    await_true(lambda: Report.everything.get(code=killed).state == "closed", seconds=45)


def test_a_worker_that_starts_in_the_morning_makes_up_for_the_night() -> None:
    deferrer = PeriodicDeferrer(app.periodic_registry, **app.periodic_defaults)
    ten_in_jakarta = datetime(2026, 11, 24, 3, 0, tzinfo=UTC).timestamp()
    due = {periodic.task.name for periodic, _at in deferrer.get_previous_tasks(ten_in_jakarta)}
    assert due == {periodic.task.name for periodic in app.periodic_registry.periodic_tasks.values()}
    assert {"identities", "chain-heads", "old-jobs"} <= due
