"""`./lapor doctor`: what is here, in which version, and what is wrong with it."""

import os
import platform
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lapor.config.command import binaries, browser, django_commands, environment, probe, programs
from lapor.config.command.cluster import data_major, read_postmaster
from lapor.config.command.database import configured, existing
from lapor.config.command.places import Places
from lapor.config.command.processes import is_alive, output_of
from lapor.config.command.production import FIRST_OFFICER, lacks
from lapor.config.command.terminal import GREEN, RED, YELLOW, Problem, coloured, say

LOW_DISK = 2 * 10**9
SILENT_WORKER = 120.0  # seconds without a heartbeat
MARKS = {"ok": ("✓", GREEN), "note": ("·", YELLOW), "bad": ("✗", RED)}


@dataclass(frozen=True, slots=True)
class Finding:
    """`state`: ok, note (nothing to do, or only for some) or bad (something will not work)."""

    subject: str
    state: str
    detail: str


def doctor(places: Places) -> int:
    """Print all findings; 1 when one is bad."""
    worst = 0
    for finding in findings(places):
        mark, colour = MARKS[finding.state]
        say(f"{coloured(mark, colour)} {finding.subject:<18} {finding.detail}")
        worst |= finding.state == "bad"
    return int(worst)


def findings(places: Places) -> Iterator[Finding]:
    yield Finding("Python", "ok", f"{platform.python_version()} ({sys.executable})")
    yield _system()
    yield _disk(places)
    yield _environment(places)
    yield _lock(places)
    yield _chromium(places)
    yield from _database(places)
    yield _running(places)
    if django_commands.mode(os.environ, configured() is None) == django_commands.PRODUCTION:
        for sentence in lacks(os.environ, places.var / "mail"):
            yield Finding("Produksi", "bad", sentence)


def _system() -> Finding:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    try:
        name = platform.freedesktop_os_release().get("PRETTY_NAME", "Linux")
    except OSError:
        name = platform.system()
    return Finding(
        "Sistem", "ok", f"{name}, {platform.machine()}, {os.cpu_count()} inti, {memory:.1f} GiB memori"
    )


def _disk(places: Places) -> Finding:
    free = shutil.disk_usage(places.var if places.var.exists() else places.root).free
    state = "ok" if free > LOW_DISK else "bad"
    return Finding("Ruang disk", state, f"{free / 10**9:.1f} GB kosong untuk {places.var}")


def _environment(places: Places) -> Finding:
    if not places.python.exists():
        return Finding("Lingkungan", "note", "belum dibuat; ./lapor up membuatnya")
    if not environment.is_fresh(places):
        return Finding(
            "Lingkungan", "note", "bukan dari requirements.lock sekarang; ./lapor up memperbaruinya"
        )
    names = ("Django", "psycopg", "granian", "procrastinate")
    ask = f"from importlib.metadata import version; print(*(n + ' ' + version(n) for n in {names}), sep=', ')"
    try:
        return Finding("Lingkungan", "ok", output_of([places.python, "-c", ask]).strip())
    except subprocess.CalledProcessError as error:
        why = error.output.strip().splitlines()[-1:]
        return Finding("Lingkungan", "bad", f"rusak; hapus {places.venv}, lalu ./lapor up ({''.join(why)})")


def _lock(places: Places) -> Finding:
    stale = stale_pins(places.root)
    if stale:
        return Finding("requirements.lock", "bad", f"tidak sesuai pyproject.toml: {', '.join(stale)}")
    return Finding("requirements.lock", "ok", "sesuai pyproject.toml")


def stale_pins(root: Path) -> list[str]:
    """Dependencies of pyproject.toml that the lock lacks, or holds at another version than the one pinned."""
    project = tomllib.loads((root / "pyproject.toml").read_text())
    wanted = [*project["project"]["dependencies"], *project.get("dependency-groups", {}).get("dev", [])]
    pins = re.findall(
        r"^([A-Za-z0-9._-]+)==([^ ;\\\n]+)", (root / "requirements.lock").read_text(), re.MULTILINE
    )
    locked: dict[str, set[str]] = {}
    for name, version in pins:
        locked.setdefault(_normal(name), set()).add(version)
    return [line for line in wanted if not _is_met(line, locked)]


def _is_met(line: str, locked: dict[str, set[str]]) -> bool:
    found = re.match(r"([A-Za-z0-9._-]+)(?:\[[^]]*\])?\s*(?:==\s*([^ ;,]+))?", line)
    versions = locked.get(_normal(found[1]), set()) if found else set()
    return bool(versions) and (not found or found[2] is None or found[2] in versions)


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _chromium(places: Places) -> Finding:
    try:
        program = browser.present(places)
    except Problem as problem:
        return Finding("Chromium", "bad", problem.message)
    if program is None:
        return Finding("Chromium", "note", "tidak ada; hanya ./lapor test memerlukannya")
    return Finding("Chromium", "ok", f"{browser.version(program)} ({program})")


def _database(places: Places) -> Iterator[Finding]:
    found = binaries.available(places.venv)
    yield Finding("PostgreSQL di sini", "ok" if found else "note", "; ".join(map(str, found)) or "tidak ada")
    if url := configured():
        yield from _answer(places, url, "DATABASE_URL")
        return
    try:
        cluster = existing(places)
    except Problem as problem:
        yield Finding("Basis data", "bad", problem.message)
        return
    if cluster is None:
        yield Finding("Basis data", "note", "belum dibuat; ./lapor up membuatnya")
        return
    postmaster = read_postmaster(cluster.data)
    if postmaster is None or not is_alive(postmaster[0]):
        yield Finding(
            "Basis data", "note", f"tidak berjalan; {cluster.data}, PostgreSQL {data_major(cluster.folder)}"
        )
        return
    yield from _answer(places, cluster.url, str(cluster.data))


def _answer(places: Places, url: str, where: str) -> Iterator[Finding]:
    answer = probe.ask(places, url)
    if "error" in answer:
        yield Finding("Basis data", "bad", f"{where}: {answer['error']}")
        return
    missing = set(binaries.EXTENSIONS) - set(answer["extensions"])
    is_good = answer["major"] >= binaries.OLDEST and not missing
    lacking = f"; ekstensi tidak ada: {', '.join(sorted(missing))}" if missing else ""
    yield Finding(
        "Basis data", "ok" if is_good else "bad", f"PostgreSQL {answer['version']}, {where}{lacking}"
    )
    yield worker_finding(answer["worker_silent"])
    if not answer["has_officers"]:
        yield Finding("Petugas", "note", f"belum ada; {FIRST_OFFICER}")


def worker_finding(silent: float | None) -> Finding:
    """What the worker's last heartbeat (seconds ago) says."""
    if silent is None:
        return Finding("Pekerja (worker)", "note", "tidak berjalan")
    state = "ok" if silent < SILENT_WORKER else "bad"
    return Finding("Pekerja (worker)", state, f"tanda hidup terakhir {silent:.0f} detik lalu")


def _running(places: Places) -> Finding:
    if not programs.is_up(places):
        return Finding("./lapor up", "note", "tidak berjalan")
    state, alive = programs.told_state(places), programs.living_children(places)
    dead = [name for name in state.get("children", {}) if name not in alive]
    detail = f"berjalan di {state.get('url')} (proses {state.get('pid')}: {', '.join(alive)})"
    return Finding(
        "./lapor up", "bad" if dead else "ok", detail + (f"; mati: {', '.join(dead)}" if dead else "")
    )
