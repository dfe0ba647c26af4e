"""Which database the commands use: the configured one, else the embedded one, started where needed."""

import contextlib
import os
import shutil
import signal
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from lapor.config.command import binaries
from lapor.config.command.cluster import STOP_GRACE, STOP_SIGNALS, Cluster, data_major
from lapor.config.command.logs import opened
from lapor.config.command.places import Places, try_lock, write_private
from lapor.config.command.processes import Process, is_alive, spawn, stop_process
from lapor.config.command.system_user import can_use, database_user, reachable_copy, refuge
from lapor.config.command.terminal import Problem, say


def configured(environ: Mapping[str, str] = os.environ) -> str | None:
    return environ.get("DATABASE_URL") or None


def embedded(places: Places) -> Cluster:
    """The embedded database, not yet made or started; says where its data lie when not under `var`."""
    wanted = places.var / "postgres"
    folder = _elsewhere(places) or _folder(places, wanted)
    if folder != wanted:
        _make_folder(wanted)
        _note(wanted / "elsewhere", folder)
        _note(folder / "home", places.var)
    return _cluster(places, folder, "postgres", durable=True)


def existing(places: Places) -> Cluster | None:
    """The embedded database if it was ever made; makes nothing."""
    for folder in (_elsewhere(places), places.var / "postgres", refuge(places.var) / "postgres"):
        if folder and data_major(folder) is not None:
            return _cluster(places, folder, "postgres", durable=True)
    return None


def _elsewhere(places: Places) -> Path | None:
    """Where the data lie if not under `var`, as noted there: the folder's name tells only until `var` moves.

    Raises Problem where following the note would begin a new database or take that of another `var`.
    """
    note = places.var / "postgres" / "elsewhere"
    if not note.exists():
        return None
    folder = Path(note.read_text().strip())
    if not folder.is_dir():
        raise Problem(
            f"Basis data LAPOR ini disimpan di {folder}, tetapi folder itu tidak ada.",
            f"Kembalikan folder itu. Untuk mulai dengan basis data kosong, hapus {note}.",
        )
    home = Path((folder / "home").read_text().strip())
    if home != places.var and home.exists():
        raise Problem(
            f"Basis data di {folder} milik {home}; {places.var} hanya salinannya.",
            f"Untuk mulai di sini dengan basis data kosong, hapus {note}.",
        )
    return folder


def _note(path: Path, folder: Path) -> None:
    if not path.exists() or path.read_text().strip() != str(folder):
        write_private(path, f"{folder}\n")


@contextlib.contextmanager
def throw_away(places: Places) -> Iterator[str]:
    """A new, fast, unsafe database for one test run; gone afterwards. Its URL."""
    parent = places.var / "test-postgres"
    folder = _folder(places, parent / str(os.getpid()))
    _remove_dead(folder.parent)
    # Left by a killed run that had our process id; without fsync it may be broken.
    shutil.rmtree(folder / "data", ignore_errors=True)
    cluster = _cluster(places, folder, "test-postgres", durable=False)
    cluster.create()
    try:
        with running(cluster, (signal.SIGQUIT,)):
            yield cluster.url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _remove_dead(parent: Path) -> None:
    """Databases of test runs that were killed; a run's folder is named by its process id."""
    for folder in parent.iterdir() if parent.is_dir() else ():
        if folder.name.isdecimal() and not is_alive(int(folder.name)):
            shutil.rmtree(folder, ignore_errors=True)


def _folder(places: Places, wanted: Path) -> Path:
    """`wanted` where the database's user can get to it, else the same name below a folder in /var/lib.

    Where data lie already, they stay, also after somebody changed the folders' modes.
    """
    shelter = refuge(places.var) / wanted.relative_to(places.var)
    if data_major(shelter) is not None:
        return shelter
    user = database_user(wanted / "data")
    places.make()
    _make_folder(wanted)
    if user is None or can_use(user, wanted):
        return wanted
    if data_major(wanted) is None:
        _make_folder(shelter)
        say(f"Folder ini tertutup bagi pengguna {user.name}; basis data disimpan di {shelter}")
        if can_use(user, shelter):
            return shelter
    raise Problem(
        f"Pengguna {user.name} tidak dapat mencapai basis data.", f"Periksa izin folder di atas {wanted}"
    )


def _make_folder(folder: Path) -> None:
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    for path in reversed(missing):
        path.mkdir(exist_ok=True)
        path.chmod(0o711)


def _cluster(places: Places, folder: Path, name: str, *, durable: bool) -> Cluster:
    user = database_user(folder / "data")
    only = os.environ.get("LAPOR_POSTGRES", "")
    chosen = binaries.choose(binaries.available(places.venv), data_major(folder), only)
    if chosen.origin == "paket":
        copy = refuge(places.var) / f"postgresql-{chosen.version[0]}.{chosen.version[1]}"
        chosen = binaries.Binaries(reachable_copy(chosen.folder, copy, user), chosen.version, chosen.origin)
    return Cluster(folder, chosen, user, places.logs / f"{name}.log", durable)


@contextlib.contextmanager
def running(cluster: Cluster, stop_signals: tuple[int, ...] = STOP_SIGNALS) -> Iterator[Process]:
    """The server as our child for as long as the block lasts."""
    cluster.make_ready()
    process = start(cluster)
    try:
        cluster.await_ready(process)
        yield process
    finally:
        stop_process(process, stop_signals, STOP_GRACE)


def start(cluster: Cluster) -> Process:
    """PostgreSQL takes SIGINT as "fast shutdown", which is what it gets should we be killed."""
    with opened(cluster.log) as log:
        return spawn(
            cluster.command(), cwd=Path("/"), output=log, user=cluster.user, death_signal=signal.SIGINT
        )


@contextlib.contextmanager
def owned(cluster: Cluster) -> Iterator[None]:
    """The right to make and run the server; waits while a short command has it."""
    descriptor = _take(cluster, unless=lambda: False)
    assert descriptor is not None
    try:
        cluster.create()
        yield
    finally:
        os.close(descriptor)


def _take(cluster: Cluster, unless: Callable[[], bool]) -> int | None:
    """The owner's lock, once it is free; None as soon as `unless` holds."""
    is_told = False
    while (descriptor := try_lock(cluster.folder / "owner.lock")) is None:
        if unless():
            return None
        if not is_told:
            say("Menunggu perintah lain yang sedang memakai basis data …")
            is_told = True
        time.sleep(0.2)
    return descriptor


@contextlib.contextmanager
def lent(places: Places, runs_elsewhere: Callable[[Cluster], bool]) -> Iterator[str]:
    """A running database's URL for one command: configured, run by `./lapor up`, or run for the occasion."""
    if url := configured():
        yield url
        return
    cluster = embedded(places)
    descriptor = _take(cluster, unless=lambda: runs_elsewhere(cluster))
    if descriptor is None:
        yield cluster.url
        return
    try:
        cluster.create()
        with running(cluster):
            yield cluster.url
    finally:
        os.close(descriptor)
