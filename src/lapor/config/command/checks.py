"""`./lapor test`: every check in a row, each to its end, and one table of what they said."""

import argparse
import contextlib
import signal
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lapor.config.command import browser, django_commands, environment
from lapor.config.command.database import configured, throw_away
from lapor.config.command.places import Places
from lapor.config.command.processes import StopRequest, run
from lapor.config.command.terminal import GREEN, RED, Problem, coloured, complain, heading, say

FAST_TESTS = ("tests/rules", "tests/architecture")
OURS = ("lapor", "src", "tests", "bench")


@dataclass(frozen=True, slots=True)
class Check:
    """A tool and its words; `fast` ones also run with --fast."""

    label: str
    command: tuple[str, ...]
    fast: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    label: str
    seconds: float
    is_passed: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """What pytest counted. Errors count as failures."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    @property
    def ran(self) -> int:
        return self.passed + self.failed

    def __str__(self) -> str:
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        return f"{self.passed} passed, {self.failed} failed{skipped}"


def parse(arguments: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
    """Our options, and what is handed on to pytest."""
    parser = argparse.ArgumentParser(
        prog="./lapor test",
        description="Menjalankan semua pemeriksaan; dengan argumen pytest, hanya pytest dengan argumen itu.",
        allow_abbrev=False,
    )
    parser.add_argument("--fast", action="store_true", help="hanya yang selesai dalam hitungan detik")
    parser.add_argument("--without-browser", action="store_true", help="lewati uji yang memerlukan Chromium")
    return parser.parse_known_args(arguments)


def checks(places: Places) -> list[Check]:
    """All checks before pytest, in order; the cheapest first."""
    tools = places.venv / "bin"
    ours = tuple(name for name in OURS if (places.root / name).exists())
    python, manage = str(places.python), "lapor.config.manage"
    return [
        Check("format (ruff format)", (f"{tools}/ruff", "format", "--check", *ours), fast=True),
        Check("gaya (ruff check)", (f"{tools}/ruff", "check", *ours), fast=True),
        Check("templat (djlint)", (f"{tools}/djlint", "src", "--lint", "--quiet")),
        Check("arah impor (lint-imports)", (f"{tools}/lint-imports",), fast=True),
        Check("tipe (mypy)", (f"{tools}/mypy",)),
        Check("migrasi (makemigrations)", (python, "-m", manage, "makemigrations", "--check", "--dry-run")),
    ]


def test(arguments: Sequence[str], places: Places) -> int:
    """0 only when every check passed and at least one test ran."""
    options, words = parse(arguments)
    environment.ensure(places)
    stop = StopRequest().install()
    home = places.var / "test"
    home.mkdir(exist_ok=True)
    outcomes: list[Outcome] = []
    env = {"LAPOR_HOME": str(home)}
    if not (options.fast or options.without_browser):
        env |= _provide_browser(places, outcomes)
    with contextlib.ExitStack() as stack:
        url = configured() or stack.enter_context(throw_away(places))
        env = django_commands.variables(places, url, django_commands.TEST) | env
        selected = [check for check in checks(places) if (check.fast or not options.fast) and not words]
        outcomes += [_perform(check, places, env, stop) for check in selected if not stop]
        tally = _pytest(_pytest_words(options, words, env, places), places, env, stop, outcomes)
    return _summarize(outcomes, tally, bool(stop))


def _provide_browser(places: Places, outcomes: list[Outcome]) -> dict[str, str]:
    """The browser's path for the tests; its absence is a failed check, and the other tests still run."""
    began = time.monotonic()
    try:
        return {"LAPOR_CHROMIUM": str(browser.provide(places))}
    except Problem as problem:
        complain(problem)
        outcomes.append(Outcome("peramban (chromium)", time.monotonic() - began, False, problem.message))
        return {}


def _pytest_words(
    options: argparse.Namespace, words: Sequence[str], env: Mapping[str, str], places: Places
) -> list[str]:
    selection = [] if "LAPOR_CHROMIUM" in env else ["-m", "not browser"]
    if options.fast and not words:
        words = [folder for folder in FAST_TESTS if (places.root / folder).is_dir()]
    return ["-n", "2", *selection, *words]


def _perform(check: Check, places: Places, env: Mapping[str, str], stop: StopRequest) -> Outcome:
    heading(check.label)
    began = time.monotonic()
    try:
        code = run(check.command, env=env, cwd=places.root, stop=stop, stop_signal=signal.SIGINT)
    except FileNotFoundError as error:
        return Outcome(check.label, 0.0, False, f"tidak ada: {error.filename}")
    return Outcome(check.label, time.monotonic() - began, code == 0, f"kode {code}" if code else "")


def _pytest(
    words: Sequence[str], places: Places, env: Mapping[str, str], stop: StopRequest, outcomes: list[Outcome]
) -> Tally:
    report = Path(env["LAPOR_HOME"]) / "junit.xml"
    report.unlink(missing_ok=True)
    command = (str(places.python), "-m", "pytest", f"--junitxml={report}", *words)
    if not stop:
        outcomes.append(_perform(Check("uji (pytest)", command), places, env, stop))
    return tally_in(report)


def tally_in(report: Path) -> Tally:
    """The counts in a JUnit file; all zero when pytest didn't get as far as writing one."""
    try:
        suites = list(ElementTree.parse(report).getroot().iter("testsuite"))  # noqa: S314 - pytest wrote it just now
    except (OSError, ElementTree.ParseError):
        return Tally()

    def total(*names: str) -> int:
        return sum(int(suite.get(name, 0)) for suite in suites for name in names)

    failed, skipped = total("failures", "errors"), total("skipped")
    return Tally(total("tests") - failed - skipped, failed, skipped)


def _summarize(outcomes: Sequence[Outcome], tally: Tally, was_stopped: bool) -> int:
    heading("Ringkasan")
    for line in table(outcomes):
        say(line)
    if was_stopped:
        say("Dihentikan sebelum selesai.")
    is_passed = all(outcome.is_passed for outcome in outcomes) and tally.ran > 0 and not was_stopped
    if not tally.ran:
        say("Tidak ada uji yang berjalan (no test ran).")
    say(coloured("Semua lulus." if is_passed else "Ada yang gagal.", GREEN if is_passed else RED))
    say(str(tally))
    return 0 if is_passed else 1


def table(outcomes: Sequence[Outcome]) -> list[str]:
    """One line per check: mark, name, seconds, what went wrong."""
    width = max((len(outcome.label) for outcome in outcomes), default=0)
    marks = {True: "✓", False: "✗"}
    return [
        f"{marks[one.is_passed]} {one.label:<{width}} {one.seconds:8.1f} dtk  {one.note}".rstrip()
        for one in outcomes
    ]
