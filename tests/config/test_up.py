"""`./lapor up` for real: whatever is killed, what was acknowledged is there, and nothing else."""

import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from bench.http import Client, Unexpected
from bench.visits import review
from lapor.config.command.cluster import free_port
from lapor.config.command.processes import is_alive

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]
STORIES = "1"  # the scenes alone make a world
FIRST_START, LATER = 600.0, 120.0  # only bounds: a quiet machine needs a fraction


@dataclass
class Running:
    """One `./lapor up` in a home of its own."""

    home: Path
    port: int
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        env = os.environ | {"LAPOR_HOME": str(self.home), "LAPOR_DEMO_REPORTS": STORIES}
        env |= {"LAPOR_TRUST_PROXY": "1", "LAPOR_ENV": "", "DATABASE_URL": "", "LAPOR_BASE_URL": ""}
        command = [sys.executable, ROOT / "lapor", "up", "--port", str(self.port), "--workers", "2"]
        with (self.home / "up.txt").open("ab") as output:
            self.process = subprocess.Popen(command, env=env, stdout=output, stderr=output)

    def said(self) -> str:
        return (self.home / "up.txt").read_text(errors="replace")

    def pid_of(self, program: str) -> int:
        children = json.loads((self.home / "up.json").read_text())["children"]
        return int(children[program].partition("@")[0])

    def await_starts(self, times: int, limit: float) -> None:
        def is_up() -> bool:
            assert self.process is not None
            assert self.process.poll() is None, self.said()
            return self.said().count("LAPOR berjalan di") >= times

        _eventually(is_up, limit, self.said)

    def reports(self) -> dict[str, str]:
        """Keys and numbers of what is stored, the play's own left out."""
        state = json.loads(next(self.home.glob("postgres/state.json")).read_text())
        url = f"postgres://lapor:{state['password']}@127.0.0.1:{state['port']}/lapor"
        with psycopg.connect(url) as connection:
            rows = connection.execute("SELECT idempotency_key, code FROM lapor_report").fetchall()
        return {str(key): code for key, code in rows if not str(key).startswith("7d0f8f8e")}


@dataclass
class Sender:
    """Somebody who sends one report after the other and remembers each receipt."""

    port: int
    form: dict[str, str]
    cookies: dict[str, str]
    sent: list[str] = field(default_factory=list)
    receipts: dict[str, str] = field(default_factory=dict)
    stop: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        while not self.stop.is_set():
            key = str(uuid4())
            self.sent.append(key)
            if not self.send(key):
                self.stop.wait(0.1)

    def send(self, key: str) -> bool:
        """Whether a receipt came back. No answer at all is what killing is about."""
        client = Client(self.port, self.cookies)
        try:
            request = client.raw("POST", "/lapor/", self.form | {"key": key}, place=str(uuid4()))
            answer = client.exchange(request)
        except (OSError, Unexpected):
            return False
        finally:
            client.close()
        code = re.search(r"\d{9}", answer.header("location"))
        if answer.status == 302 and code:
            self.receipts[key] = code[0]
        return key in self.receipts

    def await_more(self, number: int = 5, limit: float = LATER) -> None:
        before = len(self.receipts)
        _eventually(lambda: len(self.receipts) >= before + number, limit, lambda: "no receipts")


def _eventually(holds: Callable[[], bool], limit: float, told: Callable[[], str]) -> None:
    end = time.monotonic() + limit
    while not holds():
        assert time.monotonic() < end, told()
        time.sleep(0.05)


def _child_of(parent: int) -> int:
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    workers = [pid for pid in map(int, children) if b"resource_tracker" not in _words(pid)]
    return workers[-1]


def _words(pid: int) -> bytes:
    return Path(f"/proc/{pid}/cmdline").read_bytes()


@pytest.fixture
def running() -> Iterator[Running]:
    """Not `tmp_path`: root's is closed to the user whom the database runs as."""
    home = Path(tempfile.mkdtemp(prefix="lapor-up-"))
    home.chmod(0o711)
    up = Running(home, free_port())
    yield up
    if up.process is not None and up.process.poll() is None:
        up.process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            up.process.wait(30)
        up.process.kill()
    shutil.rmtree(home, ignore_errors=True)


def test_killing_anything_loses_nothing_acknowledged(running: Running) -> None:
    running.start()
    running.await_starts(1, FIRST_START)
    assert "Akun masuknya dicetak di bawah" in running.said()
    person = Client(running.port)
    sender = Sender(running.port, review(person), person.cookies)
    person.close()
    threads = [threading.Thread(target=sender.run, daemon=True) for _ in range(2)]
    for thread in threads:
        thread.start()
    sender.await_more()
    os.kill(_child_of(running.pid_of("web")), signal.SIGKILL)
    sender.await_more()
    os.kill(running.pid_of("postgres"), signal.SIGKILL)
    sender.await_more()
    children = [running.pid_of(name) for name in ("postgres", "web", "worker")]
    assert running.process is not None
    running.process.kill()
    running.process.wait()
    sender.stop.set()
    for thread in threads:
        thread.join(LATER)
    _eventually(lambda: not any(map(is_alive, children)), LATER, lambda: f"still there: {children}")
    running.start()
    running.await_starts(2, LATER)
    stored = running.reports()
    assert sender.receipts.items() <= stored.items(), "an acknowledged report is missing"
    assert stored.keys() <= set(sender.sent), "a report that nobody sent"
    # Whoever got no answer sends again with the same key: then every report has its receipt.
    assert all(sender.send(key) for key in sender.sent if key not in sender.receipts)
    assert running.reports() == sender.receipts
    running.process.terminate()
    assert running.process.wait(LATER) == 0, running.said()
