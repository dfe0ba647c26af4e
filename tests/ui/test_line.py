"""The line says who has it, since when, until when and what next, in the reader's words."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
import time_machine
from django.utils import translation

from lapor.ui import line
from lapor.ui.components.line.examples import ARCHIVED, CLOSED, LATE, LINES, NEAR, ONTIME, SETTLED, YOU


@pytest.fixture(autouse=True)
def in_2026():
    with time_machine.travel(datetime(2026, 12, 2, 2, 0, tzinfo=UTC), tick=False):
        yield


def test_on_time() -> None:
    say = line.Words(ONTIME)
    assert (say.state, say.left) == ("Tepat waktu", "2 hari kerja lagi")
    assert (say.who_title, say.since_day, say.until_day) == (
        "Dipegang oleh",
        "Jumat, 20 Nov",
        "Jumat, 27 Nov",
    )
    assert say.until_what == "jawaban pertama"
    assert say.why == "Mengapa tanggal ini?"
    assert say.progress == "lp-p60"


@pytest.mark.parametrize(
    ("days", "look", "text"),
    [
        (-2, "late", "lewat 2 hari kerja"),
        (0, "late", "lewat hari ini"),
        (0, "near", "hari ini"),
        (1, "near", "1 hari kerja lagi"),
    ],
)
def test_what_is_left(days: int, look: str, text: str) -> None:
    base = LATE if look == "late" else NEAR
    assert line.Words(replace(base, left_days=days)).left == text


def test_late_says_what_is_missing() -> None:
    say = line.Words(LATE)
    assert say.until_what == "jawaban pertama, belum ada"
    assert say.short == "Terlambat 2 hari kerja"
    assert say.detail == "Dinas PUPR Kota Solok · batas 27 Nov"


def test_the_reporter_is_addressed_and_others_read_about_him() -> None:
    assert line.Words(YOU).state == "Menunggu jawaban Anda"
    assert line.Words(replace(YOU, is_you=False)).state == "Menunggu pelapor"
    assert line.Words(SETTLED).state == "Dinyatakan selesai, menunggu Anda"
    assert line.Words(replace(SETTLED, is_you=False)).short == "Menunggu konfirmasi"


def test_a_midnight_deadline_is_told_as_the_day_before() -> None:
    assert line.Words(YOU).until_day == "Rabu, 23 Des"


def test_reminders_are_announced_to_the_one_who_is_reminded() -> None:
    assert line.Words(SETTLED).next.endswith("Kami ingatkan Kamis, 17 Des")
    assert "ingatkan" not in line.Words(replace(SETTLED, is_you=False)).next


def test_what_has_ended_names_the_end_and_the_open_door() -> None:
    closed, archived = line.Words(CLOSED), line.Words(ARCHIVED)
    assert (closed.who_title, closed.until_title, closed.next_title) == (
        "Diselesaikan oleh",
        "Ditutup",
        "Masih bisa",
    )
    assert closed.next == "Menyanggah sekali, sampai Rabu, 13 Jan 2027"
    assert archived.next_title == "Yang bisa Anda lakukan"
    assert closed.left == archived.left == ""


def test_every_look_can_be_said_of_a_bare_line() -> None:
    for each in LINES:
        bare = replace(
            each, since=None, until=None, left_days=None, reason="", next="nothing", remind_on=None
        )
        say = line.Words(bare)
        assert say.state and say.next and say.short
        assert say.until_day == say.since_day == say.why == ""


def test_english_readers_are_addressed_in_english() -> None:
    with translation.override("en"):
        say = line.Words(SETTLED)
        assert (say.who, say.who_title, say.since_title) == ("You", "Held by", "Since")
        assert say.left == "8 working days left"
        assert line.Words(replace(NEAR, left_days=1)).left == "1 working day left"
        assert line.Words(ONTIME).who == "Dinas PUPR Kota Solok"
