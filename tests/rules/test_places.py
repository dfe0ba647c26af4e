"""Codes, levels and time zones of regions."""

import pytest

from lapor.rules.places import (
    RegionLevel,
    chain_of,
    is_kelurahan,
    level_named_first,
    parent_code,
    time_zone_of,
    unabbreviated,
)


@pytest.mark.parametrize(
    ("code", "zone"),
    [
        ("13.72.02.1003", "Asia/Jakarta"),
        ("61", "Asia/Jakarta"),
        ("62.01", "Asia/Jakarta"),
        ("63", "Asia/Makassar"),
        ("51.71", "Asia/Makassar"),
        ("73.71", "Asia/Makassar"),
        ("81", "Asia/Jayapura"),
        ("96.71", "Asia/Jayapura"),
    ],
)
def test_time_zone_by_province(code: str, zone: str) -> None:
    assert time_zone_of(code) == zone


def test_chain_goes_from_province_to_village() -> None:
    assert chain_of("13.72.02.1003") == ("13", "13.72", "13.72.02", "13.72.02.1003")
    assert chain_of("13") == ("13",)


def test_parent_is_one_step_up() -> None:
    assert parent_code("13.72.02.1003") == "13.72.02"
    assert parent_code("13") is None


@pytest.mark.parametrize(
    ("code", "expected"), [("13.72.02.1003", True), ("11.01.01.2001", False), ("13.72.02", False)]
)
def test_kelurahan_are_told_from_desa_by_their_code(code: str, expected: bool) -> None:
    assert is_kelurahan(code) is expected


def test_abbreviations_are_written_out_word_by_word() -> None:
    assert unabbreviated("kab bandung jabar") == "kabupaten bandung jawa barat"
    assert unabbreviated("kabut") == "kabut"


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("kecamatan tebet", RegionLevel.DISTRICT),
        ("kota solok", RegionLevel.CITY),
        ("tebet kecamatan", None),
        ("", None),
    ],
)
def test_only_a_level_in_front_counts(words: str, level: RegionLevel | None) -> None:
    assert level_named_first(words) is level
