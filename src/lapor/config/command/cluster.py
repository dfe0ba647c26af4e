"""The embedded PostgreSQL: one folder with its data, its port and its password.

    state.json   port and password, readable by its owner only
    data/        what initdb made; belongs to the user whom the server runs as
    owner.lock   held by the process that runs the server, and only while it runs

The server listens on 127.0.0.1 with passwords (SCRAM) and on no socket. Its superuser has no password
and so can't log in at all; `lapor` owns the database and may create others (tests, measurements).
"""

import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from lapor.config.command.binaries import Binaries
from lapor.config.command.places import write_private
from lapor.config.command.processes import (
    Process,
    StopRequest,
    SystemUser,
    command_line,
    exists,
    output_of,
    state_of,
)
from lapor.config.command.terminal import Problem, say

STOP_SIGNALS = (signal.SIGINT, signal.SIGQUIT)  # fast, then immediate; both keep every committed row
STOP_GRACE = 60.0
START_LIMIT = 60.0  # without any status
TELL_EVERY = 5.0
QUIET_LOG = {  # the log must never hold what people wrote: no statements, no values of a failing row
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_parameter_max_length": "0",
}
THROW_AWAY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "wal_level": "minimal"}
THROW_AWAY |= {"max_wal_senders": "0"}


@dataclass(frozen=True, slots=True)
class Cluster:
    """`durable=False` is for tests: quicker, and worth nothing after a crash of the machine."""

    folder: Path
    binaries: Binaries
    user: SystemUser | None
    log: Path
    durable: bool = True

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def port(self) -> int:
        return int(self._state()["port"])

    @property
    def url(self) -> str:
        return f"postgres://lapor:{self._state()['password']}@127.0.0.1:{self.port}/lapor"

    def _state(self) -> dict[str, str]:
        return dict(json.loads((self.folder / "state.json").read_text()))

    def _remember(self, port: int, password: str) -> None:
        text = json.dumps({"port": port, "password": password, "made by": str(self.binaries)}, indent=2)
        write_private(self.folder / "state.json", text + "\n")

    def create(self) -> None:
        """Make the data directory unless it exists; it appears under its name only when complete."""
        if data_major(self.folder) is not None and (self.folder / "state.json").exists():
            return
        if self.data.exists():
            raise Problem(
                f"Folder {self.data} ada, tetapi tidak lengkap (state.json or PG_VERSION is missing).",
                "Pulihkan dari cadangan, atau pindahkan folder itu lalu ulangi. Datanya tidak disentuh.",
            )
        say(f"Membuat basis data baru: {self.binaries}")
        shutil.rmtree(self._discarded, ignore_errors=True)
        fresh = self.folder / "data.new"
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(mode=0o700)
        if self.user:
            os.chown(fresh, self.user.uid, self.user.gid)
        password = secrets.token_hex(24)
        self._initdb(fresh)
        self._create_database(fresh, password)
        self._remember(free_port(), password)
        fresh.rename(self.data)

    @property
    def _discarded(self) -> Path:
        return self.folder / "data.discarded"

    def discard(self) -> None:
        """Throw the data away, at once and as a whole; `create` erases them. The server must not run."""
        shutil.rmtree(self._discarded, ignore_errors=True)
        self.data.rename(self._discarded)

    def _initdb(self, data: Path) -> None:
        locale = ["--locale-provider=builtin"] if self.binaries.major >= 17 else []
        access = ["--username=postgres", "--auth-local=reject", "--auth-host=scram-sha-256"]
        options = ["--encoding=UTF8", *locale, "--locale=C.UTF-8", "--data-checksums", *access]
        if not self.durable:
            options.append("--no-sync")
        self._run("initdb", "-D", data, *options)

    def _create_database(self, data: Path, password: str) -> None:
        """In single-user mode, so before any door is open. Statements end with an empty line (-j)."""
        statements = (
            f"CREATE ROLE lapor LOGIN CREATEDB PASSWORD '{password}';",
            "CREATE DATABASE lapor OWNER lapor;",
        )
        sql = "".join(statement + "\n\n" for statement in statements)
        answer = self._run("postgres", "--single", "-j", "-D", data, "postgres", given=sql)
        if "ERROR:" in answer or "FATAL:" in answer:
            raise Problem("Basis data tidak dapat dibuat (create database failed).", answer.strip())

    def _run(self, program: str, *arguments: str | Path, given: str = "") -> str:
        env = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        command = [self.binaries.folder / program, *arguments]
        try:
            return output_of(command, user=self.user, cwd="/", env=env, input=given)
        except subprocess.CalledProcessError as error:
            self.log.write_text(error.output)
            advice = "\n".join([*error.output.strip().splitlines()[-4:], f"Catatan lengkap: {self.log}"])
            raise Problem(f"{program} gagal dengan {self.binaries}.", advice) from error

    def make_ready(self) -> None:
        """Before the first start: see an orphan out, and move to another port if a stranger took ours."""
        end_orphan(self.data)
        if not is_free(self.port):
            self._remember(free_port(), self._state()["password"])

    def command(self) -> list[str]:
        """The server's command line; all settings stand here, none in the data directory."""
        settings = {"listen_addresses": "127.0.0.1", "port": str(self.port), "unix_socket_directories": ""}
        settings |= {"jit": "off", "random_page_cost": "1.1", "timezone": "UTC", "log_timezone": "UTC"}
        settings |= {"max_wal_size": "2GB", "checkpoint_timeout": "15min", "log_line_prefix": "%m [%p] "}
        settings |= {"logging_collector": "off", "log_destination": "stderr", "cluster_name": "lapor"}
        settings |= memory_settings(total_memory()) | QUIET_LOG | ({} if self.durable else THROW_AWAY)
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        return [str(self.binaries.folder / "postgres"), "-D", str(self.data), *options]

    def await_ready(self, process: Process, stop: StopRequest | None = None) -> None:
        """Return when the server takes connections, or a stop is requested. It may recover from a crash for
        as long as it takes; raises Problem with its last words when it ends or never says anything.
        """
        began = time.monotonic()
        tell_at = began + TELL_EVERY
        while process.poll() is None and not stop:
            status, now = self._status_of(process.pid), time.monotonic()
            if status == "ready":
                return
            if status == "" and now > began + START_LIMIT:
                break
            if now > tell_at:
                say(f"Basis data belum siap, mungkin sedang memulihkan diri ({now - began:.0f} detik) …")
                tell_at = now + TELL_EVERY
            time.sleep(0.03)
        if not stop:
            last = self.log.read_text(errors="replace").strip().splitlines()[-4:]
            raise Problem("PostgreSQL tidak mau mulai.", "\n".join([*last, f"Catatan lengkap: {self.log}"]))

    def _status_of(self, pid: int) -> str:
        """What the server of this process id writes of itself, empty as long as it writes nothing."""
        postmaster = read_postmaster(self.data)
        return postmaster[1] if postmaster and postmaster[0] == pid else ""


def data_major(folder: Path) -> int | None:
    """The major version that made the data in this folder; None when there is none."""
    try:
        return int((folder / "data" / "PG_VERSION").read_text())
    except FileNotFoundError:
        return None


def read_postmaster(data: Path) -> tuple[int, str] | None:
    """Process id and status ("starting", "ready", "stopping") that a server wrote into `postmaster.pid`."""
    try:
        lines = (data / "postmaster.pid").read_text().splitlines()
        return abs(int(lines[0])), lines[7].strip() if len(lines) > 7 else "starting"
    except (OSError, ValueError, IndexError):
        return None


def end_orphan(data: Path, limit: float = STOP_GRACE) -> None:
    """Wait for a server whose supervisor was killed; when it lingers, ask it ourselves to stop.

    A `postmaster.pid` whose process id has meanwhile gone to another program (small ids in containers), or
    to a zombie that nobody collects, is removed: PostgreSQL would believe it and refuse to start. Its other
    guard, the shared memory of surviving sessions, stays.
    """
    begun = time.monotonic()
    asked = False
    while (postmaster := read_postmaster(data)) is not None and exists(pid := postmaster[0]):
        waited = time.monotonic() - begun
        is_zombie = state_of(pid) == "Z"
        if (is_zombie and waited > 3) or not (is_zombie or serves(pid, data)):
            (data / "postmaster.pid").unlink(missing_ok=True)
            return
        if waited > limit / 10 and not asked:
            os.kill(pid, signal.SIGINT)
            asked = True
        if waited > limit:
            raise Problem(
                f"PostgreSQL lama (proses {pid}) masih memakai {data}.", f"Hentikan: kill -INT {pid}"
            )
        time.sleep(0.1)


def serves(pid: int, data: Path) -> bool:
    """Whether this process is a server on this data directory; unknown (no /proc) counts as yes."""
    words = command_line(pid)
    return words is None or str(data) in words


def memory_settings(total: int) -> dict[str, str]:
    """Modest shares of the machine's memory (bytes), in megabytes: the web server lives here too."""
    megabytes = total // 2**20
    shared = max(64, min(512, megabytes // 8))
    return {
        "shared_buffers": f"{shared}MB",
        "effective_cache_size": f"{max(256, megabytes // 2)}MB",
        "work_mem": f"{max(4, min(16, megabytes // 256))}MB",
        "maintenance_work_mem": f"{max(32, min(256, megabytes // 16))}MB",
    }


def total_memory() -> int:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def free_port() -> int:
    """A port below 32768, where the kernel takes none for outgoing connections while the server is down."""
    while True:
        port = 20000 + secrets.randbelow(12000)
        if is_free(port):
            return port


def is_free(port: int) -> bool:
    return bind_error(port, "127.0.0.1") is None


def bind_error(port: int, host: str) -> OSError | None:
    """Why a server can't listen there, None when it can; connections still closing don't count."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            return error
    return None
