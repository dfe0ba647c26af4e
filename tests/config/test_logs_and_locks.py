"""What `./lapor` writes and reads beside the database: logs, locks, private files, progress."""

from pathlib import Path

import pytest

from lapor.config.command.logs import LogWatch, rotate
from lapor.config.command.places import Places, exclusive, try_lock, write_private
from lapor.config.command.terminal import bar


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
    assert [bar(share, width=4) for share in (0, 0.5, 1)] == ["····", "██··", "████"]


def test_what_a_killed_process_left_of_a_file_is_taken_away(tmp_path: Path) -> None:
    places = Places.of(tmp_path, {})
    places.empty_arriving()
    places.arriving.mkdir(parents=True)
    (places.arriving / "abc.upload").write_bytes(b"half a file")
    places.empty_arriving()
    assert not places.arriving.exists()
