"""The pure parts of `./lapor`: what it looks for, how it reads its words, what it says at the end."""

import subprocess
import sys
from pathlib import Path

import pytest

from lapor.config.command import (
    binaries,
    browser,
    checks,
    cluster,
    database,
    django_commands,
    doctor,
    main,
    up,
)
from lapor.config.command.binaries import Binaries, choose, version_in
from lapor.config.command.environment import explain
from lapor.config.command.logs import LogWatch, rotate
from lapor.config.command.places import Places, exclusive, try_lock, write_private
from lapor.config.command.programs import Address
from lapor.config.command.terminal import Problem, bar

ROOT = Path(__file__).resolve().parents[2]
SYSTEM = Binaries(Path("/usr/lib/postgresql/15/bin"), (15, 18), "sistem")
WHEEL = Binaries(Path("/venv/pginstall/bin"), (18, 6), "paket")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)", (15, 18)),
        ("postgres (PostgreSQL) 18.6", (18, 6)),
        ("postgres (PostgreSQL) 19beta1", (19, 0)),
    ],
)
def test_version_is_read_from_what_postgres_prints(text: str, expected: tuple[int, int]) -> None:
    assert version_in(text) == expected


def test_a_program_that_is_not_postgres_has_no_version() -> None:
    with pytest.raises(ValueError, match="no PostgreSQL version"):
        version_in("bash 5.2")


def test_the_system_comes_before_the_wheel() -> None:
    assert choose([SYSTEM, WHEEL], None) == SYSTEM
    assert choose([SYSTEM, WHEEL], None, only="paket") == WHEEL


def test_data_go_back_to_the_version_that_made_them() -> None:
    assert choose([SYSTEM, WHEEL], 18) == WHEEL
    assert choose([SYSTEM, WHEEL], 15) == SYSTEM


def test_data_of_a_version_that_is_gone_are_left_alone_and_named() -> None:
    with pytest.raises(Problem, match="PostgreSQL 16") as raised:
        choose([SYSTEM, WHEEL], 16)
    assert "postgresql-16" in raised.value.advice


def test_no_postgres_at_all_says_what_to_install() -> None:
    with pytest.raises(Problem, match="Tidak ada PostgreSQL 15") as raised:
        choose([], None)
    assert "DATABASE_URL" in raised.value.advice


def test_system_folders_come_newest_first_by_number(tmp_path: Path) -> None:
    for name in ("9.6", "15", "100", "16", "notes"):
        (tmp_path / name / "bin").mkdir(parents=True)
    found = [folder.parent.name for folder in binaries.system_folders(tmp_path) if tmp_path in folder.parents]
    assert found == ["100", "16", "15"]


def _fake_postgres(prefix: Path, version: str, extensions: tuple[str, ...]) -> Path:
    folder = prefix / "bin"
    folder.mkdir(parents=True)
    for program in ("postgres", "initdb"):
        (folder / program).write_text(f"#!/bin/sh\necho 'postgres (PostgreSQL) {version}'\n")
        (folder / program).chmod(0o755)
    (prefix / "share/extension").mkdir(parents=True)
    for name in extensions:
        (prefix / f"share/extension/{name}.control").touch()
    return folder


def test_old_or_incomplete_installations_are_passed_over(tmp_path: Path) -> None:
    good = _fake_postgres(tmp_path / "good", "16.2", binaries.EXTENSIONS)
    old = _fake_postgres(tmp_path / "old", "14.9", binaries.EXTENSIONS)
    bare = _fake_postgres(tmp_path / "bare", "17.1", ("pg_trgm",))
    found = binaries.available(tmp_path / "venv", [old, bare, tmp_path / "missing", good])
    assert found == [Binaries(good, (16, 2), "sistem")]


def test_the_configured_database_wins_and_an_empty_one_counts_as_none() -> None:
    assert database.configured({"DATABASE_URL": "postgres://db/lapor"}) == "postgres://db/lapor"
    assert database.configured({"DATABASE_URL": ""}) is None


@pytest.mark.parametrize(
    ("environ", "is_embedded", "expected"),
    [({}, True, "demo"), ({}, False, "production"), ({"LAPOR_ENV": "production"}, True, "production")],
)
def test_the_demo_is_only_for_the_embedded_database(
    environ: dict[str, str], is_embedded: bool, expected: str
) -> None:
    assert django_commands.mode(environ, is_embedded) == expected


def test_a_free_port_can_be_listened_on_and_lies_below_the_outgoing_ones() -> None:
    port = cluster.free_port()
    assert 20000 <= port < 32768
    assert cluster.is_free(port)


def test_memory_is_a_modest_share_on_small_and_large_machines() -> None:
    assert cluster.memory_settings(2**30)["shared_buffers"] == "128MB"
    assert cluster.memory_settings(64 * 2**30)["shared_buffers"] == "512MB"


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


def test_our_options_of_test_are_told_from_those_of_pytest() -> None:
    options, words = checks.parse(["--fast", "tests/rules", "-k", "phone", "-x"])
    assert options.fast
    assert words == ["tests/rules", "-k", "phone", "-x"]


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


def test_alarms_are_found_once_and_in_whole_lines(tmp_path: Path) -> None:
    log = tmp_path / "web.log"
    log.write_text("ERROR before we looked\n")
    watch = LogWatch(log)
    with log.open("a") as file:
        file.write("info: all well\n2026 ERROR first\nERROR half a li")
    assert watch.new_alarms() == ["2026 ERROR first"]
    with log.open("a") as file:
        file.write("ne\n")
    assert watch.new_alarms() == ["ERROR half a line"]
    assert watch.new_alarms() == []


def test_a_flood_of_alarms_is_cut_short(tmp_path: Path) -> None:
    log = tmp_path / "web.log"
    watch = LogWatch(log)
    log.write_text("FATAL\n" * 100)
    assert watch.new_alarms(most=2) == ["FATAL", "FATAL", f"… dan 98 baris lagi di {log}"]


def test_a_full_log_is_moved_on_while_its_writer_keeps_writing(tmp_path: Path) -> None:
    log = tmp_path / "web.log"
    with log.open("a") as writer:
        for text in ("one\n", "two\n"):
            writer.write(text)
            writer.flush()
            assert rotate(log, limit=3)
        writer.write("three\n")
    assert [path.read_text() for path in (log, tmp_path / "web.log.1", tmp_path / "web.log.2")] == [
        "three\n",
        "two\n",
        "one\n",
    ]


def test_a_lock_belongs_to_one(tmp_path: Path) -> None:
    with exclusive(tmp_path / "lock", on_waiting=lambda: pytest.fail("nobody else has it")):
        assert try_lock(tmp_path / "lock") is None


def test_private_files_are_private(tmp_path: Path) -> None:
    write_private(tmp_path / "state.json", "{}")
    assert (tmp_path / "state.json").stat().st_mode & 0o777 == 0o600


def test_bars_fill_from_empty_to_full() -> None:
    assert [bar(done, 4, width=4) for done in (0, 2, 4)] == ["[----] 0/4", "[##--] 2/4", "[####] 4/4"]


def test_a_browser_that_does_not_start_is_no_browser(tmp_path: Path) -> None:
    stub = tmp_path / "chromium"
    stub.write_text("#!/bin/sh\necho 'please install the snap' >&2\nexit 1\n")
    stub.chmod(0o755)
    assert not browser.starts(stub)


@pytest.mark.parametrize("name", [*main.DJANGO, "up", "test", "doctor", "manage", "help"])
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


def test_data_of_an_unknown_version_are_found_and_refused(tmp_path: Path) -> None:
    places = Places(tmp_path, tmp_path / "var")
    (tmp_path / "var/postgres/data").mkdir(parents=True)
    assert database.existing(places) is None
    (tmp_path / "var/postgres/data/PG_VERSION").write_text("99\n")
    with pytest.raises(Problem, match="PostgreSQL 99"):
        database.existing(places)
