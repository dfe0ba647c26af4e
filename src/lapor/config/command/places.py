"""Where things lie: the checkout, the environment, and what LAPOR writes."""

import contextlib
import fcntl
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Places:
    """`root` is the checkout; `var` takes what LAPOR keeps (LAPOR_HOME, else `var/`).

    In the checkout itself lie only the environment and the compiled translations, which are made anew.
    """

    root: Path
    var: Path

    @classmethod
    def of(cls, root: Path, environ: Mapping[str, str] = os.environ) -> "Places":
        return cls(root, Path(environ.get("LAPOR_HOME") or root / "var").absolute())

    @property
    def source(self) -> Path:
        return self.root / "src"

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        return self.venv / "bin" / "python"

    @property
    def lock(self) -> Path:
        return self.root / "requirements.lock"

    @property
    def logs(self) -> Path:
        return self.var / "log"

    @property
    def arriving(self) -> Path:
        """Files on their way in (FILE_UPLOAD_TEMP_DIR)."""
        return self.var / "arriving"

    def empty_arriving(self) -> None:
        """Take away what a killed process left there. Only while nobody serves."""
        shutil.rmtree(self.arriving, ignore_errors=True)

    def make(self) -> None:
        """Create `var`. Root leaves it 711: the database's system user passes through, nobody lists it."""
        if not self.var.exists():
            self.var.mkdir(parents=True)
            self.var.chmod(0o711 if os.geteuid() == 0 else 0o700)
        self.logs.mkdir(mode=0o700, exist_ok=True)


def try_lock(path: Path) -> int | None:
    """Take the lock file at once or not at all; the descriptor holds it until closed, also by `kill -9`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return descriptor


@contextlib.contextmanager
def exclusive(path: Path, on_waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the lock file; says through `on_waiting` when another process has it, then waits."""
    descriptor = try_lock(path)
    if descriptor is None:
        on_waiting()
        descriptor = os.open(path, os.O_RDWR)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    try:
        yield
    finally:
        os.close(descriptor)


def write_private(path: Path, text: str) -> None:
    """Replace a file readable by its owner only; a crash leaves the old or the new one, never half."""
    _written(path.with_name(path.name + ".new"), text).replace(path)


def make_private(path: Path, text: str) -> None:
    """Write a file that nobody made yet, for good; where another process was first, its file stays."""
    fresh = _written(path.with_name(f"{path.name}.{os.getpid()}.new"), text)
    with contextlib.suppress(FileExistsError):
        os.link(fresh, path)
    fresh.unlink()
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def _written(fresh: Path, text: str) -> Path:
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    return fresh
