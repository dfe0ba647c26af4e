"""The three programs of a running LAPOR: database, worker, web server; and what others can know of them."""

import json
import os
import signal
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lapor.config.command import django_commands
from lapor.config.command.cluster import STOP_GRACE, STOP_SIGNALS, Cluster, end_orphan, read_postmaster
from lapor.config.command.places import Places, try_lock, write_private
from lapor.config.command.processes import identity, is_alive
from lapor.config.command.supervise import Program, Supervisor

THREADS = 4  # per web worker; each keeps one database connection


@dataclass(frozen=True, slots=True)
class Address:
    """Where the web server listens."""

    host: str
    port: int

    @property
    def url(self) -> str:
        """What a browser on this machine opens."""
        everywhere = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - compared, not bound
        host = everywhere.get(self.host, self.host)
        return f"http://[{host}]:{self.port}" if ":" in host else f"http://{host}:{self.port}"

    @property
    def is_local(self) -> bool:
        return self.host in ("127.0.0.1", "::1", "localhost")


def database(cluster: Cluster) -> Program:
    return Program(
        name="postgres",
        command=cluster.command,
        log=cluster.log,
        cwd=Path("/"),
        user=cluster.user,
        stop_signals=STOP_SIGNALS,
        grace=STOP_GRACE,
        before_start=lambda: end_orphan(cluster.data),
    )


def worker(places: Places, env: Mapping[str, str]) -> Program:
    return Program(
        name="worker",
        command=lambda: django_commands.command(places, "work"),
        log=places.logs / "worker.log",
        env=env,
        cwd=places.root,
        stop_signals=(signal.SIGTERM,),
    )


def web(places: Places, env: Mapping[str, str], address: Address, workers: int) -> Program:
    options = {
        "--interface": "wsgi",
        "--host": address.host,
        "--port": str(address.port),
        "--workers": str(workers),
        "--blocking-threads": str(THREADS),
        "--blocking-threads-idle-timeout": "600",  # a thread's end closes its database connection
        "--workers-kill-timeout": "15",
    }
    words = [word for pair in options.items() for word in pair]
    line: list[str | Path] = [places.python, "-m", "granian", *words, "--respawn-failed-workers", "--no-ws"]
    return Program(
        name="web",
        command=lambda: [*line, "lapor.config.wsgi:application"],
        log=places.logs / "web.log",
        env={**env, "LAPOR_SUPERVISED": "1", "MALLOC_ARENA_MAX": "2"},
        cwd=places.root,
        stop_signals=(signal.SIGTERM,),
    )


def up_lock(places: Places) -> Path:
    return places.var / "up.lock"


def is_up(places: Places) -> bool:
    """Whether `./lapor up` runs on this `var`; the kernel drops the lock even after `kill -9`."""
    if not up_lock(places).exists():
        return False
    descriptor = try_lock(up_lock(places))
    if descriptor is None:
        return True
    os.close(descriptor)
    return False


def tell_state(places: Places, address: Address, supervisor: Supervisor) -> None:
    """Write down what runs, for `doctor`, for a second `up` and for the commands that print links."""
    children = {name: identity(child.process.pid) for name, child in supervisor.children.items()}
    state = {"pid": os.getpid(), "url": address.url, "children": children}
    write_private(places.var / "up.json", json.dumps(state) + "\n")


def told_state(places: Places) -> dict[str, Any]:
    """What the last `./lapor up` wrote; empty when there is nothing legible."""
    try:
        state: dict[str, Any] = json.loads((places.var / "up.json").read_text())
    except (OSError, ValueError):
        return {}
    return state


def living_children(places: Places) -> dict[str, int]:
    """The last run's children that are still there, while or after their supervisor lives."""
    children: dict[str, str] = told_state(places).get("children", {})
    pids = {name: int(told.partition("@")[0]) for name, told in children.items()}
    return {name: pid for name, pid in pids.items() if is_alive(pid) and identity(pid) == children[name]}


def runs_database(places: Places, cluster: Cluster) -> bool:
    """Whether `./lapor up` has the embedded database ready for others to use."""
    postmaster = read_postmaster(cluster.data)
    is_ready = postmaster is not None and postmaster[1] == "ready"
    return is_ready and is_up(places) and "postgres" in living_children(places)
