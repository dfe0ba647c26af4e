"""How `./lapor` reads its words, and what it says when something is missing."""

import subprocess
import sys
from pathlib import Path

import pytest

from lapor.config.command import browser, main, up
from lapor.config.command.places import Places
from lapor.config.command.programs import Address
from lapor.config.command.terminal import Problem

ROOT = Path(__file__).resolve().parents[2]


def test_up_reads_its_options() -> None:
    options = up.parse(["--port", "8080", "--host", "0.0.0.0", "--workers", "3"])
    assert (options.port, options.host, options.workers) == (8080, "0.0.0.0", 3)
    assert up.parse([], cpus=1).workers == 2
    assert up.parse([], cpus=64).workers == 8


@pytest.mark.parametrize("port", ["0", "65536", "delapan", "-1"])
def test_up_refuses_ports_that_do_not_exist(port: str) -> None:
    with pytest.raises(SystemExit):
        up.parse([f"--port={port}"])


def test_a_taken_port_is_named_with_another_one(tmp_path: Path) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(Problem, match=f"Porta {port} sudah dipakai") as raised:
            up.await_port(Places(tmp_path, tmp_path), Address("127.0.0.1", port))
    assert str(port + 1) in raised.value.advice


@pytest.mark.parametrize(
    ("host", "url"),
    [("127.0.0.1", "http://127.0.0.1:80"), ("0.0.0.0", "http://127.0.0.1:80"), ("::", "http://[::1]:80")],
)
def test_the_printed_address_can_be_opened(host: str, url: str) -> None:
    assert Address(host, 80).url == url


def test_a_browser_that_does_not_start_is_no_browser(tmp_path: Path) -> None:
    stub = tmp_path / "chromium"
    stub.write_text("#!/bin/sh\necho 'please install the snap' >&2\nexit 1\n")
    stub.chmod(0o755)
    assert not browser.starts(stub)


def test_a_browser_from_snap_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    snap, real = tmp_path / "snap/bin/chromium", tmp_path / "opt/google-chrome"
    for program in (snap, real):
        program.parent.mkdir(parents=True)
        program.write_text("#!/bin/sh\necho Chromium 1.2\n")
        program.chmod(0o755)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/chromium").symlink_to(snap)
    monkeypatch.setattr(browser, "SNAP", tmp_path / "snap")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/bin:/usr/bin")
    assert browser.is_snap(tmp_path / "bin/chromium")
    assert not browser.is_snap(real)
    monkeypatch.setattr(browser, "NAMES", ("chromium",))
    assert browser.find() is None
    script = tmp_path / "bin/chromium-browser"
    script.write_text(f"#!/bin/sh\nexec {tmp_path / 'snap'}/bin/chromium\n")
    assert browser.is_snap(script)


@pytest.mark.parametrize(
    ("system", "advice"), [("ubuntu", "playwright install"), ("debian", "apt install chromium")]
)
def test_the_advice_fits_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, advice: str
) -> None:
    monkeypatch.delenv("LAPOR_CHROMIUM", raising=False)
    for name in ("find", "_from_apt"):
        monkeypatch.setattr(browser, name, lambda: None)
    monkeypatch.setattr(browser, "_from_playwright", lambda _places: None)
    monkeypatch.setattr(browser, "_system", lambda: {system})
    with pytest.raises(Problem) as raised:
        browser.provide(Places(tmp_path, tmp_path))
    assert advice in raised.value.advice
    assert "LAPOR_CHROMIUM" in raised.value.advice


@pytest.mark.parametrize("name", [*main.DJANGO, "up", "test", "bench", "doctor", "manage", "help"])
def test_every_command_is_in_the_help(name: str) -> None:
    assert f"  {name} " in main.HELP


def test_the_door_opens_without_the_environment() -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-S", ROOT / "lapor", "salah"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "Perintah 'salah' tidak dikenal." in done.stderr
    assert "Traceback" not in done.stderr


WITHOUT_VENV = """
import sys
from pathlib import Path
sys.modules["ensurepip"] = None  # as on Debian without python3-venv
sys.path.insert(0, sys.argv[1])
from lapor.config.command.main import main
sys.exit(main(["migrate"], Path(sys.argv[2])))
"""


def test_a_missing_venv_module_is_named_with_its_package(tmp_path: Path) -> None:
    command = [sys.executable, "-I", "-c", WITHOUT_VENV, str(ROOT / "src"), str(tmp_path)]
    done = subprocess.run(command, env={"PATH": ""}, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "sudo apt install python3-venv" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / ".venv").exists()
