"""Cleaning what people typed and calling a report by one line."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapor.rules.text import clean_text, excerpt, short_title


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("  Lampu jalan mati \r\n\r\n", "Lampu jalan mati"),
        ("satu\r\ndua\rtiga", "satu\ndua\ntiga"),
        ("a\x00b\x07c\x1b[31m", "abc[31m"),
        ("kolom\tdua", "kolom\tdua"),
        ("satu\n\n\n\n\n\ndua", "satu\n\n\ndua"),
        ("satu   \n \n \n \n dua", "satu\n\n\n dua"),
        ("e\u0301", "é"),
        ("aman\u202egnp.exe", "amangnp.exe"),
        ("\ud800", ""),
        ("👩‍🔧", "👩‍🔧"),
        ("", ""),
    ],
)
def test_clean_text(raw: str, clean: str) -> None:
    assert clean_text(raw) == clean


@given(st.text(alphabet=st.characters(), max_size=300))
def test_cleaning_twice_changes_nothing(raw: str) -> None:
    clean = clean_text(raw)
    assert clean_text(clean) == clean
    assert "\x00" not in clean
    assert "\r" not in clean
    assert "\n\n\n\n" not in clean
    assert unicodedata.is_normalized("NFC", clean)
    clean.encode()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Jalan berlubang di depan SD. Sudah dua minggu.", "Jalan berlubang di depan SD"),
        ("lampu jalan mati", "Lampu jalan mati"),
        ("Selamat pagi Pak, lampu jalan di kampung kami mati.", "Lampu jalan di kampung kami mati"),
        ("Assalamualaikum wr. wb. Air PDAM keruh", "Air PDAM keruh"),
        ("Rumah kami di Jl. Pandan No. 14 banjir. Tolong.", "Rumah kami di Jl. Pandan No. 14 banjir"),
        ("Kapan jalan kami diperbaiki? Sudah lama.", "Kapan jalan kami diperbaiki?"),
        ("Selamat pagi", "Selamat pagi"),
        ("", ""),
        ("satu\ndua", "Satu dua"),
        ("x" * 100, "X" + "x" * 78 + "…"),
        ("kata " * 30, "Kata " + "kata " * 14 + "kata…"),
    ],
)
def test_short_title(text: str, title: str) -> None:
    assert short_title(text) == title


@given(st.text(max_size=400), st.integers(10, 120))
def test_titles_and_excerpts_are_one_line_within_the_limit(text: str, limit: int) -> None:
    for line in (short_title(text, limit), excerpt(text, limit)):
        assert len(line) <= limit
        assert "\n" not in line
        assert line == line.strip()


def test_excerpt_is_cut_on_a_word() -> None:
    assert excerpt("Air keruh sejak tiga hari", 16) == "Air keruh sejak…"
    assert excerpt("Air keruh,\nsejak", 40) == "Air keruh, sejak"
