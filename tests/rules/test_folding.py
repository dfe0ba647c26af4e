"""Folding makes spellings of one name equal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapor.rules.folding import fold, slug


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ma’rang", "marang"),
        ("Ma'rang", "marang"),
        ("Té-bet / Timur", "te bet timur"),
        ("  SP4N-LAPOR!  ", "sp4n lapor"),
        ("日本", ""),
        ("", ""),
    ],
)
def test_examples(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_only_what_a_pattern_may_hold_stays(text: str) -> None:
    assert set(fold(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")


def test_slug_is_cut_at_a_word() -> None:
    assert slug("Pekerjaan umum dan penataan ruang", 20) == "pekerjaan-umum-dan"
    assert slug("Pekerjaan", 20) == "pekerjaan"
    assert slug("x" * 30, 20) == "x" * 20
