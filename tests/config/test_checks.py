"""How `./lapor test` counts and sums up, and how the lock is compared with the project."""

from pathlib import Path

import pytest

from lapor.config.command import checks, doctor
from lapor.config.command.django_commands import DEMO, TEST, variables
from lapor.config.command.environment import explain
from lapor.config.command.places import Places

ROOT = Path(__file__).resolve().parents[2]


def test_our_options_of_test_are_told_from_those_of_pytest() -> None:
    options, words = checks.parse(["--fast", "tests/rules", "-k", "phone", "-x"])
    assert options.fast
    assert words == ["tests/rules", "-k", "phone", "-x"]


def test_tests_get_none_of_a_servers_own_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    places = Places(ROOT, ROOT / "var")
    for name in ("LAPOR_S3_URL", "LAPOR_SMTP_URL", "LAPOR_BASE_URL", "LAPOR_CHROMIUM", "LAPOR_PICTURES"):
        monkeypatch.setenv(name, "the server's")
    given = variables(places, "postgres://nowhere/lapor", TEST)
    ours = {name: value for name, value in given.items() if name.startswith("LAPOR_")}
    assert ours == {"LAPOR_ENV": "test", "LAPOR_HOME": str(places.var), "LAPOR_PICTURES": "the server's"}
    assert variables(places, "", DEMO)["LAPOR_S3_URL"] == "the server's"


@pytest.mark.parametrize(
    ("words", "env", "expected"),
    [
        (["--without-browser"], {}, ["-n", "2", "-m", "not browser"]),
        (["-k", "phone"], {"LAPOR_CHROMIUM": "/usr/bin/chromium"}, ["-n", "2", "-k", "phone"]),
        (["--fast"], {}, ["-n", "2", "-m", "not browser", *checks.FAST_TESTS]),
        (["--fast", "tests/steps"], {}, ["-n", "2", "-m", "not browser", "tests/steps"]),
    ],
)
def test_pytest_is_asked_for_what_can_run(words: list[str], env: dict[str, str], expected: list[str]) -> None:
    assert checks._pytest_words(*checks.parse(words), env, Places(ROOT, ROOT / "var")) == expected


JUNIT = '<testsuites><testsuite tests="10" failures="1" errors="2" skipped="3"/></testsuites>'


def test_errors_count_as_failures_in_the_last_line(tmp_path: Path) -> None:
    (tmp_path / "junit.xml").write_text(JUNIT)
    assert str(checks.tally_in(tmp_path / "junit.xml")) == "4 passed, 3 failed, 3 skipped"


def test_without_a_result_file_nothing_ran(tmp_path: Path) -> None:
    assert checks.tally_in(tmp_path / "junit.xml").ran == 0


def test_the_summary_shows_what_passed_how_long_and_why_not() -> None:
    lines = checks.table(
        [checks.Outcome("gaya", 1.25, True), checks.Outcome("tipe (mypy)", 70, False, "kode 1")]
    )
    assert lines == ["✓ gaya             1.2 dtk", "✗ tipe (mypy)     70.0 dtk  kode 1"]


def test_a_run_without_tests_fails_even_when_all_checks_pass(capsys: pytest.CaptureFixture[str]) -> None:
    passed = [checks.Outcome("gaya", 1, True)]
    assert checks._summarize(passed, checks.Tally(), was_stopped=False) == 1
    assert checks._summarize(passed, checks.Tally(passed=5), was_stopped=False) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "5 passed, 0 failed"


def test_the_lock_is_compared_with_the_project(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[project]\ndependencies = ["Django==5.2.19", "psycopg[binary]==3.3.9", "Pillow", "segno"]\n'
    )
    (tmp_path / "requirements.lock").write_text(
        "django==5.2.18 \\\n  --hash=x\npsycopg==3.3.9\npillow==13.0\n"
    )
    assert doctor.stale_pins(tmp_path) == ["Django==5.2.19", "segno"]


def test_this_checkouts_lock_holds_everything_the_project_names() -> None:
    assert doctor.stale_pins(ROOT) == []


def test_pips_failures_are_explained() -> None:
    assert explain("ERROR: [Errno 28] No space left on device").startswith("Ruang disk habis")
    assert explain("WARNING: NewConnectionError(...)").startswith("Registri Python")
