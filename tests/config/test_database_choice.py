"""Which database `./lapor` uses, with which settings, and what it says when there is none."""

from pathlib import Path

import pytest

from lapor.config.command import binaries, cluster, database, django_commands
from lapor.config.command.binaries import Binaries, choose, version_in
from lapor.config.command.places import Places
from lapor.config.command.terminal import Problem

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


def test_data_of_an_unknown_version_are_found_and_refused(tmp_path: Path) -> None:
    places = Places(tmp_path, tmp_path / "var")
    (tmp_path / "var/postgres/data").mkdir(parents=True)
    assert database.existing(places) is None
    (tmp_path / "var/postgres/data/PG_VERSION").write_text("99\n")
    with pytest.raises(Problem, match="PostgreSQL 99"):
        database.existing(places)
