"""The web server just as `./lapor up` starts it, on a database of ours; and what its workers weigh."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep

from bench.database import ROOT, url_of
from bench.http import Client, Unexpected
from lapor.config.command.cluster import free_port
from lapor.config.command.django_commands import PRODUCTION, variables
from lapor.config.command.places import Places
from lapor.config.command.processes import Process, spawn, stop_process
from lapor.config.command.programs import Address, web

WORKERS = 2
START_LIMIT = 60.0


class Server:
    """A running server; `workers` are the processes that answer."""

    def __init__(self, process: Process, port: int) -> None:
        self._process, self.port = process, port

    def workers(self) -> list[int]:
        pid = self._process.pid
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]

    def resident_megabytes(self) -> list[float]:
        """Resident memory of each worker, what it shares with the others included."""
        return [_resident(pid) for pid in self.workers()]


@contextmanager
def serving(database: str) -> Iterator[Server]:
    places, address = Places.of(ROOT), Address("127.0.0.1", free_port())
    # Every measured visitor comes from another address, as our own proxy would tell it.
    more = {"LAPOR_BASE_URL": address.url, "LAPOR_TRUST_PROXY": "1"}
    env = variables(places, url_of(database), PRODUCTION, **more)
    program = web(places, env, address, WORKERS)
    with (places.logs / f"{database}.log").open("wb") as log:
        process = spawn(program.command(), env=program.env, cwd=program.cwd, output=log)
    try:
        _await(address.port)
        yield Server(process, address.port)
    finally:
        stop_process(process, program.stop_signals, program.grace)


def _await(port: int) -> None:
    end = monotonic() + START_LIMIT
    while monotonic() < end:
        with suppress(OSError, Unexpected):
            Client(port).get("/masuk/")
            return
        sleep(0.1)
    raise SystemExit("The web server does not answer; see var/log.")


def _resident(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024
