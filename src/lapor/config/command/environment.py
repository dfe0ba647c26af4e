"""The Python environment: `.venv` from the hash-pinned lock, once per lock.

A stamp in `.venv` names the lock it was made from; when it matches, nothing is done.
"""

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable

from lapor.config.command.places import Places, exclusive
from lapor.config.command.processes import output_of
from lapor.config.command.terminal import Problem, Progress, say

STAMP = "lapor-lock.txt"
PIP_OPTIONS = (
    "--disable-pip-version-check",
    "--no-input",
    "--progress-bar=off",
    "--no-deps",
    "--require-hashes",
)
HINTS = (
    (("No space left", "Errno 28"), "Ruang disk habis (disk full)."),
    (
        ("DO NOT MATCH THE HASHES",),
        "Berkas yang diunduh tidak sama dengan yang dikunci (hash mismatch). Jangan dipakai.",
    ),
    (
        (
            "from versions: none",
            "name resolution",
            "NewConnectionError",
            "Connection refused",
            "timed out",
            "ProxyError",
            "SSLError",
        ),
        "Registri Python (PyPI) tidak terjangkau. Periksa jaringan atau proksi, lalu ulangi.",
    ),
    (
        ("No matching distribution", "Could not find a version"),
        "Ada paket yang tidak tersedia untuk Python atau mesin ini. Periksa jaringan dan versi Python.",
    ),
)


def ensure(places: Places) -> None:
    """Make or renew `.venv` so that it holds the lock's versions; returns at once when it does.

    What else somebody installed there stays.
    """
    places.make()
    if is_fresh(places):
        return
    waiting = lambda: say("Menunggu pemasangan yang sedang berjalan di proses lain …")  # noqa: E731
    # Beside .venv and not under LAPOR_HOME: several homes may share one checkout.
    with exclusive(places.venv.resolve().with_name(".venv.lock"), waiting):
        if is_fresh(places):
            return
        if not _works(places):
            _make_venv(places)
        _install(places)
        (places.venv / STAMP).write_text(_stamp(places))


def is_fresh(places: Places) -> bool:
    """Whether `.venv` runs where it is and was made from the lock as it is now."""
    try:
        return (places.venv / STAMP).read_text() == _stamp(places) and _is_at_home(places)
    except (OSError, subprocess.SubprocessError):
        return False


def _stamp(places: Places) -> str:
    version = output_of([places.python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]).strip()
    return f"{hashlib.sha256(places.lock.read_bytes()).hexdigest()} python {version}\n"


def _works(places: Places) -> bool:
    try:
        output_of([places.python, "-c", "import pip"])
        return _is_at_home(places)
    except (OSError, subprocess.SubprocessError):
        return False


def _is_at_home(places: Places) -> bool:
    """False after the checkout was moved: the programs in `.venv/bin` name the place they were made for."""
    with (places.venv / "bin" / "pip").open("rb") as file:
        return os.fsencode(places.venv.resolve()) in file.read(1024)


def _make_venv(places: Places) -> None:
    if importlib.util.find_spec("ensurepip") is None:
        _provide_venv_module()
    say("Membuat lingkungan Python di .venv …")
    shutil.rmtree(places.venv, ignore_errors=True)
    maker = getattr(sys, "_base_executable", None) or sys.executable
    try:
        output_of([maker, "-m", "venv", places.venv])
    except subprocess.CalledProcessError as error:
        shutil.rmtree(places.venv, ignore_errors=True)
        raise Problem(
            "Lingkungan Python tidak dapat dibuat (python -m venv).", error.output.strip()
        ) from error


def _provide_venv_module() -> None:
    """Debian keeps `venv`'s half in a package of its own; root fetches it, others are told how."""
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    advice = f"Pasang dahulu, lalu ulangi:  sudo apt install python3-venv    (atau {package})"
    missing = Problem("Modul venv Python tidak ada di mesin ini (python3-venv is missing).", advice)
    if os.geteuid() != 0 or not install_by_apt([package]):
        raise missing
    importlib.invalidate_caches()
    if importlib.util.find_spec("ensurepip") is None:
        raise missing


def install_by_apt(packages: Iterable[str], prefix: tuple[str, ...] = ()) -> bool:
    """Install Debian packages, saying so; False where that is impossible. `prefix` is e.g. sudo."""
    names = list(packages)
    if shutil.which("apt-get") is None:
        return False
    say(f"Memasang paket sistem dengan apt: {', '.join(names)} …")
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        # A stale list of one source must not stop an install that another source can serve.
        subprocess.run([*prefix, "apt-get", "update", "-qq"], env=env, check=False, stdout=subprocess.DEVNULL)  # noqa: S603
        install = [*prefix, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *names]
        subprocess.run(install, env=env, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def _install(places: Places) -> None:
    command = [places.python, "-m", "pip", "install", *PIP_OPTIONS, "-r", places.lock]
    env = os.environ | {"PIP_USER": "0", "PYTHONPATH": ""}
    total = len(re.findall(r"^[A-Za-z0-9._-]+(?:\[.*\])?==", places.lock.read_text(), re.MULTILINE))
    progress = Progress("Memasang paket dari requirements.lock", total)
    log = places.logs / "pip.log"
    with (
        log.open("w", encoding="utf-8") as file,
        subprocess.Popen(  # noqa: S603 - our own pip, our own lock
            [str(part) for part in command],
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        ) as pip,
    ):
        for line in pip.stdout or ():
            file.write(line)
            _show(progress, line)
    if pip.returncode != 0:
        progress.finish("gagal.")
        raise Problem(
            "Paket Python tidak dapat dipasang (pip install failed).",
            explain(log.read_text()) + f"\nCatatan lengkap: {log}",
        )
    progress.finish("selesai.")


def _show(progress: Progress, line: str) -> None:
    if found := re.match(r"(?:Collecting|Requirement already satisfied:) ([^ =\[]+)", line):
        progress.advance(found[1])
    elif line.startswith("Installing collected packages"):
        progress.show("menyalin berkas …")


def explain(output: str) -> str:
    """A sentence for the commonest failures of pip, then its last lines as they are."""
    sentences = [hint for marks, hint in HINTS if any(mark in output for mark in marks)]
    return "\n".join([*sentences[:1], *output.strip().splitlines()[-3:]])
