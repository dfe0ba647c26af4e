"""The Chromium that the browser tests drive: found, or installed where we may.

One from snap is passed over: it starts, but sees neither /tmp nor a profile of ours. Ubuntu's own package
leads to snap, so there Playwright's build is used.
"""

import os
import platform
import shutil
import subprocess
from pathlib import Path

from lapor.config.command.environment import install_by_apt
from lapor.config.command.places import Places
from lapor.config.command.processes import output_of
from lapor.config.command.terminal import Problem, say, warn

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SNAP = Path("/snap")
PACKAGES = ("chromium", "fonts-liberation")
DRIVER_PACKAGES = ("libatomic1",)
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
    _provide_driver(places)
    if found := present(places) or _from_apt() or _from_playwright(places):
        return found
    raise Problem(
        "Chromium tidak ada, padahal uji peramban memerlukannya (no browser for the tests).", _advice(places)
    )


def present(places: Places) -> Path | None:
    """The Chromium that is here already; raises Problem when LAPOR_CHROMIUM names one that doesn't start."""
    if given := os.environ.get("LAPOR_CHROMIUM"):
        if starts(Path(given)):
            return Path(given)
        raise Problem(f"LAPOR_CHROMIUM menunjuk {given}, tetapi program itu tidak berjalan.")
    return find() or _in_playwright(_playwright_folder(places))


def _provide_driver(places: Places) -> None:
    """Playwright brings a driver of its own, which needs a library that a bare Debian lacks."""
    driver = next(places.venv.glob("lib/python*/site-packages/playwright/driver/node"), None)
    if driver is None or starts(driver):
        return
    prefix = _prefix_for_root()
    if prefix is not None and install_by_apt(DRIVER_PACKAGES, prefix) and starts(driver):
        return
    raise Problem(
        "Penggerak peramban dari Playwright tidak berjalan (the browser driver does not start).",
        f"Pasang, lalu ulangi:  sudo apt install {' '.join(DRIVER_PACKAGES)}\n"
        "Tanpa uji peramban:   ./lapor test --without-browser",
    )


def _advice(places: Places) -> str:
    """Ubuntu's package is a door to snap; there Playwright's build or Chrome itself helps."""
    if "ubuntu" in _system():
        install = f"PLAYWRIGHT_BROWSERS_PATH={_playwright_folder(places)} "
        install += f"{places.python} -m playwright install --with-deps chromium"
    else:
        install = "sudo apt install chromium"
    return (
        f"Pasang, lalu ulangi:  {install}\n"
        "Atau pasang Google Chrome, atau tunjuk yang ada: LAPOR_CHROMIUM=/letak/chrome ./lapor test\n"
        "Tanpa uji peramban:   ./lapor test --without-browser"
    )


def _system() -> set[str]:
    """What this system calls itself and what it is like."""
    try:
        told = platform.freedesktop_os_release()
    except OSError:
        return set()
    return {told.get("ID", ""), *told.get("ID_LIKE", "").split()}


def find() -> Path | None:
    """The first of the usual names on PATH that really starts and doesn't come from snap."""
    for name in NAMES:
        if (path := shutil.which(name)) and not is_snap(Path(path)) and starts(Path(path)):
            return Path(path)
    return None


def is_snap(program: Path) -> bool:
    """Whether it lies below /snap, also through links, or is the script that leads there."""
    if SNAP in (program, *program.parents) or SNAP in program.resolve().parents:
        return True
    with program.open("rb") as file:
        head = file.read(4096)
    return head.startswith(b"#!") and str(SNAP).encode() in head


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
    if prefix is None or "ubuntu" in _system() or not install_by_apt(PACKAGES, prefix):
        return None
    return find()


def _prefix_for_root() -> tuple[str, ...] | None:
    """How to run something as root without a question: nothing, sudo, or not at all."""
    if os.geteuid() == 0:
        return ()
    if shutil.which("sudo") and not _failure(["sudo", "-n", "true"]):
        return ("sudo", "-n")
    return None


def _from_playwright(places: Places) -> Path | None:
    """Playwright's own build, for systems whose packages hold none (Ubuntu); needs its download server."""
    folder = _playwright_folder(places)
    say("Mengunduh Chromium lewat Playwright …")
    env = os.environ | {"PLAYWRIGHT_BROWSERS_PATH": str(folder)}
    # With the libraries it needs where we may become root; Playwright asks sudo itself.
    may_install = _prefix_for_root() is not None and shutil.which("apt-get")
    dependencies = ["--with-deps"] if may_install else []
    command = [str(places.python), "-m", "playwright", "install", *dependencies, "chromium"]
    if why := _failure(command, env=env):
        warn(f"Playwright tidak dapat memasangnya:\n{why}")
    return _in_playwright(folder)


def _playwright_folder(places: Places) -> Path:
    return places.var / "browsers"


def _in_playwright(folder: Path) -> Path | None:
    return next(
        (path for path in sorted(folder.glob("chromium-*/chrome-linux*/chrome")) if starts(path)), None
    )


def _failure(command: list[str], env: dict[str, str] | None = None) -> str:
    """Why a command failed, in its own last words; empty when it succeeded."""
    try:
        output_of(command, env=env, timeout=600)
    except subprocess.CalledProcessError as error:
        return "\n".join(str(error.output).strip().splitlines()[-5:]) or str(error)
    except (OSError, subprocess.SubprocessError) as error:
        return str(error)
    return ""
