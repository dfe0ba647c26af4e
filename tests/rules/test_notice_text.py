"""Texts with placeholders: filled in one pass, unknown ones refused, empty lines left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapor.rules.notice_text import (
    SUBJECT_LIMIT,
    Placeholder,
    UnknownPlaceholder,
    fill,
    fill_line,
    placeholders_in,
)

P = Placeholder


def test_values_stand_where_their_names_stood() -> None:
    values = {P.NUMBER: "583 720 461", P.HOLDER: "Dinas PUPR"}
    assert fill("Laporan {nomor} di { instansi }.", values) == "Laporan 583 720 461 di Dinas PUPR."
    assert placeholders_in("{nomor} {tautan} {nomor}") == {P.NUMBER, P.LINK}


@pytest.mark.parametrize(
    "text", ["{nama}", "{nomor", "nomor}", "{}", "{{nomor}}", "{nomor!r}", "{nomor.x}", "{\n}"]
)
def test_what_nobody_knows_is_refused(text: str) -> None:
    with pytest.raises(UnknownPlaceholder):
        fill(text, {P.NUMBER: "1"})


def test_a_line_of_empty_values_is_left_out() -> None:
    text = "Nomor {nomor}.\nAlasannya: {pesan}\n\n{judul}\n\n\nSelesai."
    assert fill(text, {P.NUMBER: "1"}) == "Nomor 1.\n\nSelesai."
    assert fill("{nomor} {pesan}", {P.NUMBER: "1"}) == "1"


@given(st.text())
def test_values_are_never_read_as_texts(value: str) -> None:
    assert (
        fill("a{pesan}b", {P.WORDS: value + "{nomor}", P.NUMBER: "1"}).replace("\n", "").endswith("{nomor}b")
    )


@given(st.text(max_size=400))
def test_a_subject_is_one_line_of_bounded_length(value: str) -> None:
    line = fill_line("Laporan {judul}", {P.TITLE: value})
    assert len(line) <= SUBJECT_LIMIT
    assert len(line.splitlines()) <= 1


@given(st.text())
def test_any_text_is_filled_or_refused(text: str) -> None:
    try:
        fill(text, {})
    except UnknownPlaceholder:
        assert "{" in text or "}" in text
