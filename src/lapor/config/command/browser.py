"""The Chromium that the browser tests drive: found, or installed where we may."""

import os
import shutil
import subprocess
from pathlib import Path

from lapor.config.command.environment import install_by_apt
from lapor.config.command.places import Places
from lapor.config.command.processes import output_of
from lapor.config.command.terminal import Problem, say

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium", "fonts-liberation")
#: How it is started: as root too, and without calls to anybody.
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def provide(places: Places) -> Path:
    """A Chromium that starts; raises Problem with what to do when there is none and none can be installed."""
    if given := os.environ.get("LAPOR_CHROMIUM"):
        if starts(Path(given)):
            return Path(given)
        raise Problem(f"LAPOR_CHROMIUM menunjuk {given}, tetapi program itu tidak berjalan.")
    if found := find() or _from_apt() or _from_playwright(places):
        return found
    raise Problem(
        "Chromium tidak ada, padahal uji peramban memerlukannya (no browser for the tests).",
        "Pasang, lalu ulangi:  sudo apt install chromium    (atau Google Chrome)\n"
        "Tanpa uji peramban:   ./lapor test --without-browser",
    )


def find() -> Path | None:
    """The first of the usual names on PATH that really starts (Ubuntu's is a stub that asks for snap)."""
    for name in NAMES:
        if (path := shutil.which(name)) and starts(Path(path)):
            return Path(path)
    return None


def starts(program: Path) -> bool:
    return bool(version(program))


def version(program: Path) -> str:
    """What the program says of itself, empty when it doesn't start."""
    try:
        return output_of([program, "--version"], timeout=30).strip().splitlines()[-1]
    except (OSError, IndexError, subprocess.SubprocessError):
        return ""


def _from_apt() -> Path | None:
    prefix = _prefix_for_root()
    if prefix is None or not install_by_apt(PACKAGES, prefix):
        return None
    return find()


def _prefix_for_root() -> tuple[str, ...] | None:
    """How to run something as root without a question: nothing, sudo, or not at all."""
    if os.geteuid() == 0:
        return ()
    if shutil.which("sudo") and _succeeds(["sudo", "-n", "true"]):
        return ("sudo", "-n")
    return None


def _from_playwright(places: Places) -> Path | None:
    """Playwright's own build, for systems whose packages hold none (Ubuntu); needs its download server."""
    folder = places.var / "browsers"
    if found := _in_playwright(folder):
        return found
    say("Mengunduh Chromium lewat Playwright …")
    env = os.environ | {"PLAYWRIGHT_BROWSERS_PATH": str(folder)}
    dependencies = ["--with-deps"] if os.geteuid() == 0 and shutil.which("apt-get") else []
    _succeeds([str(places.python), "-m", "playwright", "install", *dependencies, "chromium"], env=env)
    return _in_playwright(folder)


def _in_playwright(folder: Path) -> Path | None:
    return next(
        (path for path in sorted(folder.glob("chromium-*/chrome-linux*/chrome")) if starts(path)), None
    )


def _succeeds(command: list[str], env: dict[str, str] | None = None) -> bool:
    try:
        output_of(command, env=env, timeout=600)
    except (OSError, subprocess.SubprocessError):
        return False
    return True
