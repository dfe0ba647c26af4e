"""What the settings keep in the home: the key, and folders that nobody else enters."""

import os
import subprocess
import sys
from pathlib import Path

from lapor.config.command.places import make_private

ROOT = Path(__file__).resolve().parents[2]


def _load(home: Path) -> "subprocess.CompletedProcess[str]":
    """The settings of a server without a mail server, in a process of their own; it prints the key."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("LAPOR_")}
    env |= {"LAPOR_HOME": str(home), "PYTHONPATH": str(ROOT / "src")}
    ask = "from lapor.config import settings; print(settings.SECRET_KEY)"
    return subprocess.run([sys.executable, "-c", ask], env=env, capture_output=True, text=True, check=False)


def test_letters_that_are_not_sent_are_for_the_owner_alone(tmp_path: Path) -> None:
    (tmp_path / "mail").mkdir(mode=0o755)
    assert _load(tmp_path).returncode == 0
    modes = {name: (tmp_path / name).stat().st_mode & 0o777 for name in ("mail", "arriving")}
    assert modes == {"mail": 0o700, "arriving": 0o700}


def test_the_key_is_made_once(tmp_path: Path) -> None:
    first, second = _load(tmp_path / "home"), _load(tmp_path / "home")
    assert len(first.stdout.strip()) > 50
    assert first.stdout == second.stdout
    assert (tmp_path / "home/secret-key").stat().st_mode & 0o777 == 0o600


def test_an_empty_key_is_named_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "secret-key").touch()
    done = _load(tmp_path)
    assert done.returncode == 1
    assert f"{tmp_path}/secret-key kosong" in done.stderr


def test_of_several_processes_the_first_makes_the_file(tmp_path: Path) -> None:
    make_private(tmp_path / "key", "first")
    make_private(tmp_path / "key", "second")
    assert (tmp_path / "key").read_text() == "first"
    assert [path.name for path in tmp_path.iterdir()] == ["key"]
