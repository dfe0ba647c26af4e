"""The tracking code notices typos; the access code is read out without mistakes."""

import random
import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapor.rules.tracking_code import (
    ACCESS_ALPHABET,
    BadAccessCode,
    BadTrackingCode,
    CodeFault,
    grouped,
    grouped_access_code,
    is_valid,
    new_access_code,
    new_tracking_code,
    normalise,
    normalise_access_code,
)

codes = st.randoms(use_true_random=False).map(lambda source: new_tracking_code(source.randrange))
CODE = "583720464"


@given(codes)
def test_a_new_code_is_valid_and_survives_being_shown(code: str) -> None:
    assert is_valid(code)
    assert code[0] != "0"
    assert normalise(grouped(code)) == code


@given(codes, st.integers(0, 8), st.integers(1, 9))
def test_every_wrong_digit_is_noticed(code: str, place: int, shift: int) -> None:
    wrong = code[:place] + str((int(code[place]) + shift) % 10) + code[place + 1 :]
    assert not is_valid(wrong)
    with pytest.raises(BadTrackingCode) as caught:
        normalise(wrong)
    assert caught.value.reason is CodeFault.CHECK_DIGIT


@given(codes, st.integers(0, 7))
def test_every_swap_of_neighbours_is_noticed(code: str, place: int) -> None:
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert swapped == code or not is_valid(swapped)


@pytest.mark.parametrize(
    "typed",
    [
        "583720464",
        " 583 720 464\n",
        "583.720.464",
        "583-720-464",
        "#583720464",
        "LAPOR 583720464",
        "lapor#583720464",
        "LAPOR! 583 720 464",
        "LAPOR 1708! 583720464",
        "No. 583 720 464",
        "nomor: 583720464",
        "583720464",
        "583\u00a0720\u200b464",
        "5837204 6 4",
        "58372O464",
    ],
)
def test_what_people_type(typed: str) -> None:
    assert normalise(typed) == CODE


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", CodeFault.LENGTH),
        ("58372046", CodeFault.LENGTH),
        ("5837204640", CodeFault.LENGTH),
        ("LAPOR", CodeFault.LENGTH),
        ("9" * 10_000, CodeFault.LENGTH),
        ("583720461", CodeFault.CHECK_DIGIT),
        ("jalan rusak", CodeFault.CHARACTERS),
        ("58372A464", CodeFault.CHARACTERS),
        ("٥٨٣٧٢٠٤٦٤", CodeFault.CHARACTERS),
    ],
)
def test_what_is_refused(typed: str, reason: CodeFault) -> None:
    with pytest.raises(BadTrackingCode) as caught:
        normalise(typed)
    assert caught.value.reason is reason


@given(st.text(max_size=80))
def test_normalise_gives_a_valid_code_or_says_why_not(typed: str) -> None:
    try:
        code = normalise(typed)
    except BadTrackingCode as bad:
        assert bad.reason in CodeFault
    else:
        assert is_valid(code)


def test_codes_are_spread_evenly() -> None:
    source = random.Random(1)
    drawn = [new_tracking_code(source.randrange) for _ in range(2000)]
    assert len(set(drawn)) == 2000
    for place in range(1, 9):
        counts = [sum(code[place] == str(digit) for code in drawn) for digit in range(10)]
        assert min(counts) > 130, place


def test_access_code() -> None:
    code = new_access_code(secrets.randbelow)
    assert len(code) == 8
    assert set(code) <= set(ACCESS_ALPHABET)
    assert not set(ACCESS_ALPHABET) & set("01OILUAE")
    shown = grouped_access_code(code)
    assert shown[4] == "-"
    assert normalise_access_code(f"  {shown.lower()} ") == code


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", CodeFault.LENGTH),
        ("RK7M-2TX", CodeFault.LENGTH),
        ("X" * 10_000, CodeFault.LENGTH),
        ("RK7M-2TX0", CodeFault.CHARACTERS),
        ("RK7M-2TXÉ", CodeFault.CHARACTERS),
    ],
)
def test_bad_access_codes(typed: str, reason: CodeFault) -> None:
    with pytest.raises(BadAccessCode) as caught:
        normalise_access_code(typed)
    assert caught.value.reason is reason
