"""Commands that others carry out, on a configured database: found, awaited, and their answer handed on."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lapor.config.command.pass_through import with_database
from lapor.config.command.places import Places
from lapor.config.command.probe import ask, await_configured
from lapor.config.command.terminal import Problem

ROOT = Path(__file__).resolve().parents[2]
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@pytest.fixture
def places(tmp_path: Path) -> Iterator[Places]:
    kept = {number: signal.getsignal(number) for number in SIGNALS}
    yield Places(ROOT, tmp_path / "var")
    for number, handler in kept.items():
        signal.signal(number, handler)


def test_nothing_but_the_commands_own_words_goes_to_its_output(
    places: Places, capfd: pytest.CaptureFixture[str]
) -> None:
    ask_for = "import os; print(os.environ['DATABASE_URL'], os.environ['LAPOR_ENV'])"
    assert with_database([sys.executable, "-c", ask_for], places) == 0
    assert capfd.readouterr().out == f"{os.environ['DATABASE_URL']} {os.environ['LAPOR_ENV']}\n"


@pytest.mark.parametrize(
    ("script", "code"),
    [("raise SystemExit(3)", 3), ("import os; os.kill(os.getpid(), 9)", 128 + 9)],
)
def test_how_the_command_ended_is_handed_on(places: Places, script: str, code: int) -> None:
    assert with_database([sys.executable, "-c", script], places) == code


def test_a_configured_database_is_asked_what_it_is(places: Places) -> None:
    url = os.environ["DATABASE_URL"]
    await_configured(places, url)
    assert ask(places, url)["major"] >= 15


def test_a_configured_database_that_never_answers_is_a_problem(places: Places) -> None:
    with pytest.raises(Problem, match="tidak terjangkau"):
        await_configured(places, "postgres://lapor@127.0.0.1:1/lapor", limit=0)
