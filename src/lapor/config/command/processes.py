"""Starting processes that can't outlive us, and stopping them in order.

Only ever start them from the main thread: Linux counts the death of the *thread* as the parent's death.
"""

import contextlib
import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

PR_SET_PDEATHSIG = 1
DEVNULL = subprocess.DEVNULL
Process = subprocess.Popen[bytes]
_prctl = getattr(ctypes.CDLL(None), "prctl", None)  # Linux only; elsewhere orderly shutdown must do


@dataclass(frozen=True, slots=True)
class SystemUser:
    """Another user of this machine, whom root starts the database as."""

    name: str
    uid: int
    gid: int


class StopRequest:
    """Notes Ctrl-C, SIGTERM and a closed terminal instead of dying from them."""

    def __init__(self) -> None:
        self.count = 0
        self.signal: int | None = None

    def __bool__(self) -> bool:
        return self.count > 0

    def install(self) -> "StopRequest":
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            if number != signal.SIGHUP or signal.getsignal(number) is not signal.SIG_IGN:  # not under nohup
                signal.signal(number, self._note)
        return self

    def _note(self, number: int, _frame: object) -> None:
        self.count += 1
        self.signal = number


def die_with(parent: int, death_signal: int) -> None:
    """Ask the kernel to send this process `death_signal` when its parent (by process id) dies.

    The last check closes the gap in which the parent died before the request.
    """
    if _prctl is not None:
        _prctl(PR_SET_PDEATHSIG, int(death_signal), 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


def spawn(
    command: Sequence[str | Path],
    *,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    output: IO[bytes] | int | None = None,
    user: SystemUser | None = None,
    death_signal: int = signal.SIGTERM,
) -> Process:
    """Start a child in a process group of its own, so that the terminal's Ctrl-C reaches only us."""
    return subprocess.Popen(  # type: ignore[call-overload]  # noqa: S603 - ours
        [str(part) for part in command],
        env=dict(env) if env is not None else None,
        cwd=cwd,
        stdin=DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT if output is not None else None,
        process_group=0,
        preexec_fn=partial(die_with, os.getpid(), death_signal),  # after setuid, which would clear it
        **_as_user(user),
    )


def _as_user(user: SystemUser | None) -> dict[str, object]:
    if user is None:
        return {}
    return {"user": user.uid, "group": user.gid, "extra_groups": [user.gid]}


def run(
    command: Sequence[str | Path],
    *,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    stop: StopRequest,
    stop_signal: int = signal.SIGTERM,
) -> int:
    """Run a child to its end with our terminal as output; a stop request ends it. Its exit code."""
    process = spawn(command, env=env, cwd=cwd)
    while process.poll() is None:
        if stop:
            stop_process(process, (stop_signal, signal.SIGTERM), grace=10)
        time.sleep(0.05)
    return process.returncode


def run_in_foreground(
    command: Sequence[str | Path], *, env: Mapping[str, str], cwd: Path, stop: StopRequest
) -> int:
    """Run a child that may ask questions: it shares terminal and process group, so Ctrl-C reaches it too."""
    process = subprocess.Popen(  # noqa: S603 - the commands are ours
        [str(part) for part in command],
        env=dict(env),
        cwd=cwd,
        preexec_fn=partial(die_with, os.getpid(), signal.SIGTERM),
    )
    asked_at: float | None = None
    while process.poll() is None:
        if stop and asked_at is None:
            asked_at = time.monotonic()
            if stop.signal != signal.SIGINT:
                process.terminate()
        elif asked_at is not None and time.monotonic() - asked_at > 10:
            process.kill()
        time.sleep(0.05)
    return process.returncode


def output_of(command: Sequence[str | Path], *, user: SystemUser | None = None, **options: object) -> str:
    """What a short command prints; raises `CalledProcessError` with its output when it fails."""
    done = subprocess.run(  # type: ignore[call-overload]  # noqa: S603 - the commands are ours
        [str(part) for part in command],
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        **_as_user(user),
        **options,
    )
    return str(done.stdout)


def stop_process(process: Process, signals: Sequence[int], grace: float) -> None:
    """Send each signal and wait `grace` seconds, at last kill; what is left of its process group goes too."""
    for number in (*signals, signal.SIGKILL):
        if process.poll() is not None:
            break
        process.send_signal(number)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(grace)
    end_group(process)


def end_group(process: Process) -> None:
    """Kill what a dead leader left behind (a web server's workers would keep the port)."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


def exists(pid: int) -> bool:
    """Whether the process id is taken, be it by a zombie."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def is_alive(pid: int) -> bool:
    return exists(pid) and state_of(pid) != "Z"


def state_of(pid: int) -> str:
    """The kernel's letter for a process ("R", "S", "Z" …), empty where /proc doesn't tell."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(errors="replace")
    except OSError:
        return ""
    return stat.rpartition(")")[2].split()[0]


def identity(pid: int) -> str:
    """The process id with the moment it began, since ids are used again (in containers very soon)."""
    try:
        began = Path(f"/proc/{pid}/stat").read_text(errors="replace").rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        began = ""
    return f"{pid}@{began}"


def command_line(pid: int) -> list[str] | None:
    """The words a process was started with; None where /proc doesn't tell."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace").split("\0")
    except OSError:
        return None
