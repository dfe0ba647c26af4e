"""What `./lapor doctor` says of an environment, a browser and a worker that are not as they should be."""

from pathlib import Path

import pytest

from lapor.config.command import doctor, environment
from lapor.config.command.places import Places

STUB = "#!/bin/sh\necho Chromium 1.2\n"
# A Python that tells its version, and finds no package.
BARE = """#!/bin/sh
case "$2" in
  *version_info*) echo 3.11 ;;
  *) echo "PackageNotFoundError: granian"; exit 1 ;;
esac
"""


def _program(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)
    return path


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A checkout with an environment fresh from its lock, as the stamp says."""
    places = Places(tmp_path, tmp_path / "var")
    places.make()
    (tmp_path / "pyproject.toml").write_text('[project]\ndependencies = ["granian"]\n')
    places.lock.write_text("granian==1\n")
    _program(places.python, BARE)
    _program(places.venv / "bin/pip", f"#!{places.python}\n")
    (places.venv / environment.STAMP).write_text(environment._stamp(places))
    return places


def test_a_package_that_is_missing_behind_a_fresh_stamp_is_a_finding(places: Places) -> None:
    found = doctor._environment(places)
    assert found.state == "bad"
    assert "PackageNotFoundError: granian" in found.detail


def test_an_environment_is_made_for_its_lock_and_its_place(places: Places) -> None:
    assert environment.is_fresh(places)
    places.lock.write_text("granian==2\n")
    assert not environment.is_fresh(places)
    assert doctor._environment(places).state == "note"
    places.lock.write_text("granian==1\n")
    moved = Places(places.root.rename(places.root.with_name("moved")), places.var)
    assert not environment.is_fresh(moved)
    assert not environment._works(moved), "its programs would start the Python of the old place"


def test_the_doctor_knows_the_browser_that_the_tests_would_take(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("LAPOR_CHROMIUM", raising=False)
    assert doctor._chromium(places).state == "note"
    fetched = _program(places.var / "browsers/chromium-1/chrome-linux/chrome", STUB)
    assert doctor._chromium(places) == doctor.Finding("Chromium", "ok", f"Chromium 1.2 ({fetched})")
    monkeypatch.setenv("LAPOR_CHROMIUM", str(places.root / "nowhere"))
    assert doctor._chromium(places).state == "bad"
    named = _program(places.root / "chrome", STUB)
    monkeypatch.setenv("LAPOR_CHROMIUM", str(named))
    assert str(named) in doctor._chromium(places).detail


@pytest.mark.parametrize(("silent", "state"), [(None, "note"), (3.0, "ok"), (600.0, "bad")])
def test_a_worker_that_fell_silent_is_found(silent: float | None, state: str) -> None:
    assert doctor.worker_finding(silent).state == state


def test_a_database_that_was_never_made_is_no_fault(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    told = {found.subject: found.state for found in doctor.findings(places)}
    assert told["requirements.lock"] == "ok"
    assert told["Basis data"] == "note"
    assert told["./lapor up"] == "note"
