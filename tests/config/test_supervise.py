"""The supervisor, with tiny children in place of database, worker and web server."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from lapor.config.command.processes import StopRequest, is_alive
from lapor.config.command.supervise import Program, Supervisor, explain_exit, pause_after

ROOT = Path(__file__).resolve().parents[2]
POLITE = """
import pathlib, signal, sys, time
notes, name = pathlib.Path(sys.argv[1]), sys.argv[2]
def note(word):
    with notes.open("a") as file:
        file.write(f"{name} {word}\\n")
def leave(*_):
    note("stopped")
    sys.exit(0)
signal.signal(signal.SIGTERM, leave)
note("ready")
while True:
    time.sleep(0.02)
"""
CLUMSY = """
import pathlib, sys, time
notes = pathlib.Path(sys.argv[1])
with notes.open("a") as file:
    file.write("try\\n")
if notes.read_text().count("try") < 3:
    sys.exit(3)
time.sleep(60)
"""
WITH_A_CHILD = """
import pathlib, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
pathlib.Path(sys.argv[1]).write_text(str(child.pid))
time.sleep(60)
"""
SUPERVISED = """
import sys
from pathlib import Path
from lapor.config.command.processes import StopRequest
from lapor.config.command.supervise import Program, Supervisor
supervisor = Supervisor(StopRequest().install())
command = [sys.executable, "-c", sys.argv[1], sys.argv[2], "child"]
supervisor.start(Program("child", lambda: command, Path(sys.argv[2] + ".log")))
supervisor.watch()
supervisor.stop_all()
"""


def _program(tmp_path: Path, name: str, script: str, **more: object) -> Program:
    command = [sys.executable, "-c", script, str(tmp_path / "notes"), name]
    return Program(name, lambda: command, tmp_path / f"{name}.log", **more)  # type: ignore[arg-type]


def _notes(tmp_path: Path) -> list[str]:
    path = tmp_path / "notes"
    return path.read_text().splitlines() if path.exists() else []


def _eventually(holds: Callable[[], bool], limit: float = 20.0) -> None:
    end = time.monotonic() + limit
    while not holds():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.02)


def test_services_stop_in_the_opposite_order(tmp_path: Path) -> None:
    supervisor = Supervisor(StopRequest())
    for name in ("postgres", "worker", "web"):
        supervisor.start(_program(tmp_path, name, POLITE))
        supervisor.watch(until=lambda name=name: f"{name} ready" in _notes(tmp_path), tick=0.02)  # type: ignore[misc]
    supervisor.stop_all()
    assert _notes(tmp_path)[3:] == ["web stopped", "worker stopped", "postgres stopped"]
    assert supervisor.children == {}


def test_what_dies_is_started_again_and_said(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    supervisor = Supervisor(StopRequest(), first_pause=0.05)
    supervisor.start(_program(tmp_path, "worker", CLUMSY))
    supervisor.watch(until=lambda: len(_notes(tmp_path)) == 3, tick=0.02)
    assert supervisor.children["worker"].failures == 2
    supervisor.stop_all()
    told = capfd.readouterr()
    assert "worker berhenti (kode 3); dijalankan lagi dalam 0.05 detik." in told.err
    assert "worker berhenti (kode 3); dijalankan lagi dalam 0.1 detik." in told.err
    assert "worker berjalan lagi" in told.out


def test_a_child_that_ignores_the_request_is_killed(tmp_path: Path) -> None:
    deaf = "import signal, pathlib, sys, time; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
    deaf += "pathlib.Path(sys.argv[1]).write_text('deaf'); time.sleep(60)"
    supervisor = Supervisor(StopRequest())
    process = supervisor.start(_program(tmp_path, "web", deaf, grace=0.2))
    supervisor.watch(until=lambda: _notes(tmp_path) == ["deaf"], tick=0.02)
    supervisor.stop_all()
    assert process.returncode == -signal.SIGKILL


def test_what_a_killed_child_left_behind_goes_too(tmp_path: Path) -> None:
    supervisor = Supervisor(StopRequest(), first_pause=60)
    process = supervisor.start(_program(tmp_path, "web", WITH_A_CHILD))
    supervisor.watch(until=lambda: bool(_notes(tmp_path)), tick=0.02)
    grandchild = int(_notes(tmp_path)[0])
    assert is_alive(grandchild)
    process.kill()
    supervisor.watch(until=lambda: supervisor.children["web"].failures == 1, tick=0.02)
    _eventually(lambda: not is_alive(grandchild))
    supervisor.stop_all()


def test_a_stop_request_ends_the_watch(tmp_path: Path) -> None:
    stop = StopRequest()
    supervisor = Supervisor(stop)
    supervisor.start(_program(tmp_path, "web", POLITE))
    stop.count = 1
    supervisor.watch()  # returns
    supervisor.stop_all()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_however_the_supervisor_ends_its_child_ends_cleanly(tmp_path: Path, number: signal.Signals) -> None:
    command = [sys.executable, "-c", SUPERVISED, POLITE, str(tmp_path / "notes")]
    env = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    supervisor = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL)
    _eventually(lambda: _notes(tmp_path) == ["child ready"])
    supervisor.send_signal(number)
    _eventually(lambda: _notes(tmp_path)[-1] == "child stopped")
    supervisor.wait(20)


def test_pauses_double_up_to_a_limit() -> None:
    assert [pause_after(failures, 0.5) for failures in (1, 2, 3, 7, 50)] == [0.5, 1, 2, 30, 30]


def test_ends_are_told_in_words() -> None:
    assert explain_exit(3) == "kode 3"
    assert explain_exit(-9) == "sinyal SIGKILL"
