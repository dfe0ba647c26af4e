"""What the command does when the machine fails it: no disk, no terminal, nobody reading."""

import errno
import os
import pty
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from lapor.config import settings
from lapor.config.command import logs, production, supervise
from lapor.config.command.processes import StopRequest
from lapor.config.command.programs import Address
from lapor.config.command.supervise import Program, Supervisor

ROOT = Path(__file__).resolve().parents[2]
SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]


def _full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device", "web.log")


def test_a_full_disk_ends_no_supervisor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    supervisor = Supervisor(StopRequest(), first_pause=0.02, on_change=_full)
    monkeypatch.setattr(supervise, "rotate", _full)
    process = supervisor.start(Program("web", lambda: SLEEP, tmp_path / "web.log"))
    process.kill()
    supervisor.watch(until=lambda: supervisor.children["web"].process is not process, tick=0.01)
    supervisor.stop_all()
    assert capfd.readouterr().err.count("Tidak dapat menulis web.log: No space left on device") == 1


def test_a_log_that_can_not_be_copied_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = tmp_path / "web.log"
    log.write_text("one\n")
    logs.rotate(log, limit=1)
    log.write_text("two\n")
    monkeypatch.setattr(logs.shutil, "copyfile", _full)
    with pytest.raises(OSError, match="No space left"):
        logs.rotate(log, limit=1)
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        "web.log": "two\n",
        "web.log.1": "one\n",
    }


def test_under_nohup_a_closed_terminal_ends_nothing() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    kept = [(number, signal.getsignal(number)) for number in (signal.SIGINT, signal.SIGTERM)]
    try:
        StopRequest().install()
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        for number, handler in [*kept, (signal.SIGHUP, before)]:
            signal.signal(number, handler)


SPEAKS = """
import sys
from lapor.config.command.terminal import say, warn
sys.stdin.readline()
for number in range(5):
    say("kata " * 2000)
    warn("awas")
open(sys.argv[1], "w").write("to the end")
"""


def _speaker(tmp_path: Path, output: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", SPEAKS, str(tmp_path / "end")],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        stdin=subprocess.PIPE,
        stdout=output,
        stderr=subprocess.PIPE,
    )


@pytest.mark.parametrize("make", [os.pipe, pty.openpty])
def test_nobody_left_to_read_is_no_error(tmp_path: Path, make: object) -> None:
    reader, writer = make()  # type: ignore[operator]
    speaker = _speaker(tmp_path, writer)
    os.close(writer)
    os.close(reader)
    _, said = speaker.communicate(b"\n", timeout=20)
    assert speaker.returncode == 0
    assert b"Traceback" not in said
    assert (tmp_path / "end").read_text() == "to the end"


def test_production_says_what_it_lacks(tmp_path: Path) -> None:
    nothing = " ".join(production.lacks({}, tmp_path / "mail"))
    assert "LAPOR_SMTP_URL" in nothing
    assert "LAPOR_BASE_URL" in nothing
    some = {"LAPOR_SMTP_URL": "smtp://mail", "LAPOR_BASE_URL": "http://lapor.kota.go.id"}
    assert "tanpa https" in " ".join(production.lacks(some, tmp_path))
    assert production.lacks(some | {"LAPOR_BASE_URL": "https://lapor.kota.go.id"}, tmp_path) == []


def test_an_open_door_answers_to_its_names() -> None:
    assert production.network_hosts(Address("127.0.0.1", 8000)) == []
    assert production.network_hosts(Address("192.0.2.7", 8000)) == ["192.0.2.7"]
    everywhere = production.network_hosts(Address("0.0.0.0", 8000))
    assert everywhere
    assert not any(host.startswith("127.") or host == "*" for host in everywhere)


def test_every_variable_is_told_where_the_help_points() -> None:
    told = settings.__doc__ or ""
    ours = {"LAPOR_PROBE_URL", "LAPOR_SUPERVISED"}  # set by us, for us
    ours |= {"LAPOR_PICTURES", "LAPOR_WRITE_MATRIX"}  # told where the tests read them
    read = {
        name
        for path in (ROOT / "src").rglob("*.py")
        for name in re.findall(r'"(LAPOR_[A-Z0-9_]+)"', path.read_text())
    }
    assert [name for name in sorted(read - ours) if f"`{name}`" not in told] == []
