"""Telephone numbers as people write them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapor.rules.phone import BadPhone, normalise_phone


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("081234567890", "+6281234567890"),
        ("0812 3456 7890", "+6281234567890"),
        ("0812-3456-7890", "+6281234567890"),
        (" +62 812-3456-7890 ", "+6281234567890"),
        ("6281234567890", "+6281234567890"),
        ("62 812 3456 7890", "+6281234567890"),
        ("+62 (0) 812 3456 7890", "+6281234567890"),
        ("81234567890", "+6281234567890"),
        ("０８１２３４５６７８９０", "+6281234567890"),
        ("0812\u20113456\u20117890", "+6281234567890"),
        ("(0755) 20123", "+6275520123"),
        ("021 3456789", "+62213456789"),
        ("+60 12-345 6789", "+60123456789"),
    ],
)
def test_normalise_phone(typed: str, stored: str) -> None:
    assert normalise_phone(typed) == stored


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "0812",
        "0812-LAPOR-12",
        "081234567890/081234567891",
        "1" * 5000,
        "+",
        "()",
        "112",
        "+999 1234567",
    ],
)
def test_what_is_refused(typed: str) -> None:
    with pytest.raises(BadPhone):
        normalise_phone(typed)


@given(st.text(max_size=40) | st.from_regex(r"\+?[0-9 ().-]{1,34}", fullmatch=True))
def test_any_text_is_stored_in_one_form_or_refused(typed: str) -> None:
    try:
        stored = normalise_phone(typed)
    except BadPhone:
        return
    assert re.fullmatch(r"\+[1-9][0-9]{6,14}", stored)
    assert normalise_phone(stored) == stored
