"""Keeps programs running: starts them in order, restarts what dies, stops all in the opposite order."""

import signal
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lapor.config.command.logs import LogWatch, opened, rotate
from lapor.config.command.processes import Process, StopRequest, SystemUser, end_group, spawn, stop_process
from lapor.config.command.terminal import say, warn

LONGEST_PAUSE = 30.0
GOOD_RUN = 60.0  # seconds after which a program counts as healthy again


@dataclass(frozen=True, slots=True)
class Program:
    """One long-running child: how it starts, where it writes, how it is asked to stop.

    `before_start` runs before every start (a database checks its port and its lock file).
    """

    name: str
    command: Callable[[], Sequence[str | Path]]
    log: Path
    env: Mapping[str, str] | None = None
    cwd: Path | None = None
    user: SystemUser | None = None
    stop_signals: tuple[int, ...] = (signal.SIGTERM,)
    grace: float = 20.0
    before_start: Callable[[], None] = lambda: None


@dataclass(slots=True)
class Child:
    """A program with its present process and its history of failures."""

    program: Program
    process: Process
    started: float
    watch: LogWatch
    failures: int = 0
    due: float | None = None  # when it is to be started again; None while it runs


@dataclass(slots=True)
class Supervisor:
    """Single-threaded: the children ask the kernel for the death of this very thread."""

    stop: StopRequest
    first_pause: float = 0.5
    on_change: Callable[[], None] = lambda: None
    children: dict[str, Child] = field(default_factory=dict)
    trouble: str = ""  # the machine's last refusal, so that it is said once
    rotate_at: float = 0.0  # not sooner: a full disk needn't be asked five times a second

    def start(self, program: Program) -> Process:
        watch = LogWatch(program.log)
        child = Child(program, _launch(program), time.monotonic(), watch)
        self.children[program.name] = child
        self._tell_change()
        return child.process

    def watch(self, until: Callable[[], bool] | None = None, tick: float = 0.2) -> None:
        """Look after the children until a stop is requested, or `until` says so."""
        while not self.stop and not (until and until()):
            for child in self.children.values():
                self._look_after(child)
            time.sleep(tick)

    def _look_after(self, child: Child) -> None:
        """A full disk stops neither us nor what still runs; what can't be done now is tried again."""
        try:
            self._look_at(child)
        except OSError as error:
            self._note_trouble(error)
            self.rotate_at = time.monotonic() + LONGEST_PAUSE
            if child.due is not None:
                child.due = time.monotonic() + pause_after(child.failures, self.first_pause)

    def _note_trouble(self, error: OSError) -> None:
        told = f"{error.filename or 'berkas'}: {error.strerror}"
        if told != self.trouble:
            warn(f"Tidak dapat menulis {told}. LAPOR tetap berjalan; kosongkan ruang atau periksa izinnya.")
        self.trouble = told

    def _tell_change(self) -> None:
        try:
            self.on_change()
        except OSError as error:
            self._note_trouble(error)

    def _look_at(self, child: Child) -> None:
        if child.due is None and child.process.poll() is not None:
            self._note_death(child)
        elif child.due is not None and time.monotonic() >= child.due:
            self._revive(child)
        for line in child.watch.new_alarms():
            warn(f"[{child.program.name}] {line}")
        if time.monotonic() >= self.rotate_at:
            rotate(child.program.log)

    def _note_death(self, child: Child) -> None:
        end_group(child.process)
        now = time.monotonic()
        child.failures = 1 if now - child.started > GOOD_RUN else child.failures + 1
        pause = pause_after(child.failures, self.first_pause)
        child.due = now + pause
        why = explain_exit(child.process.returncode)
        warn(f"{child.program.name} berhenti ({why}); dijalankan lagi dalam {pause:g} detik.")
        warn(f"Catatan: {child.program.log}")

    def _revive(self, child: Child) -> None:
        child.process = _launch(child.program)
        child.started, child.due = time.monotonic(), None
        say(f"{child.program.name} berjalan lagi (proses {child.process.pid}).")
        self._tell_change()

    def stop_all(self) -> None:
        """Last started, first stopped: no program loses what it stands on while it finishes its work."""
        for child in reversed(self.children.values()):
            say(f"Menghentikan {child.program.name} …")
            grace = child.program.grace if self.stop.count < 2 else 2.0
            stop_process(child.process, child.program.stop_signals, grace)
        self.children.clear()
        self._tell_change()


def _launch(program: Program) -> Process:
    program.before_start()
    with opened(program.log) as log:
        return spawn(
            program.command(),
            env=program.env,
            cwd=program.cwd,
            output=log,
            user=program.user,
            death_signal=program.stop_signals[0],
        )


def pause_after(failures: int, first: float) -> float:
    """Seconds before the next start: doubled with every failure in a row, never above `LONGEST_PAUSE`."""
    return float(min(LONGEST_PAUSE, first * 2 ** (failures - 1)))


def explain_exit(code: int) -> str:
    """How a process ended, from what `Popen.returncode` says."""
    if code < 0:
        return f"sinyal {signal.Signals(-code).name}"
    return f"kode {code}"
