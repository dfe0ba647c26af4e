"""Dates, numbers and sizes as people read them, in both languages."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.utils import translation

from lapor.ui import wording

NBSP = wording.NBSP
FRIDAY = datetime(2026, 11, 20, 3, 15, tzinfo=UTC)


@pytest.fixture(autouse=True)
def in_2026():
    with time_machine.travel(datetime(2026, 11, 25, 2, 0, tzinfo=UTC), tick=False):
        yield


def test_days_carry_their_weekday() -> None:
    assert wording.day(FRIDAY) == "Jumat, 20 November"
    assert wording.day_short(FRIDAY) == "Jumat, 20 Nov"
    assert wording.day_brief(FRIDAY) == "20 Nov"
    assert wording.day(date(2026, 8, 17)) == "Senin, 17 Agustus"


def test_another_year_is_named() -> None:
    assert wording.day(date(2025, 12, 31)) == "Rabu, 31 Desember 2025"


@pytest.mark.parametrize(
    ("zone", "text"),
    [
        ("", f"Jumat, 20 November, 10.15{NBSP}WIB"),
        ("Asia/Makassar", f"Jumat, 20 November, 11.15{NBSP}WITA"),
        ("Asia/Jayapura", f"Jumat, 20 November, 12.15{NBSP}WIT"),
    ],
)
def test_moments_are_told_where_they_happen(zone: str, text: str) -> None:
    assert wording.moment(FRIDAY, zone) == text


def test_english_pages_speak_english() -> None:
    with translation.override("en"):
        assert wording.day(FRIDAY) == "Friday, 20 November"
        assert wording.clock_time(FRIDAY) == f"10:15{NBSP}WIB"
        assert wording.number(11482) == "11,482"
        assert wording.filesize(4_200_000) == f"4.2{NBSP}MB"


def test_numbers_and_sizes() -> None:
    assert wording.number(11482) == "11.482"
    assert wording.number(0.5) == "0,5"
    assert wording.filesize(999) == f"999{NBSP}B"
    assert wording.filesize(240_123) == f"240{NBSP}kB"
    assert wording.filesize(4_200_000) == f"4,2{NBSP}MB"


def test_tracking_numbers_stay_on_one_line() -> None:
    assert wording.tracking("583720461") == f"583{NBSP}720{NBSP}461"
    assert wording.tracking("583 720 461") == f"583{NBSP}720{NBSP}461"


def test_a_clock_that_ends_at_midnight_is_told_as_the_day_before() -> None:
    midnight = datetime(2026, 12, 23, 17, 0, tzinfo=UTC)
    assert wording.last_day(midnight) == date(2026, 12, 23)
    assert wording.last_day(midnight - timedelta(hours=8)) == date(2026, 12, 23)


def test_how_long_ago() -> None:
    now = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
    assert wording.ago(now - timedelta(seconds=20)) == "baru saja"
    assert wording.ago(now - timedelta(hours=3)) == "3 jam yang lalu"


def test_days_and_spelled_numbers() -> None:
    assert wording.days(5, "working_day") == "5 hari kerja"
    assert wording.days(21, "calendar_day") == "21 hari"
    assert wording.spelled(2) == "Dua"
    assert wording.spelled(12) == "12"
