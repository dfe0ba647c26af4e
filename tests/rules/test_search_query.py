"""Words worth looking for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapor.rules.search_query import MOST_TERMS, STOP_WORDS, as_tracking_code, search_terms


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("Jalan yang rusak di Kota Solok", ("jalan", "rusak", "kota", "solok")),
        ("mohon segera, tolong pak", ()),
        ("RT 5 RW 3", ("rt", "5", "rw", "3")),
        ("air, AIR; Air!", ("air",)),
        ("anak-anak", ("anak",)),
        ("a b c", ()),
        ("'; DROP TABLE laporan; --", ("drop", "table", "laporan")),
        ("x & y | !z:*", ()),
        ("satu dua tiga empat lima enam tujuh delapan sembilan", None),
        ("", ()),
    ],
)
def test_search_terms(typed: str, terms: tuple[str, ...] | None) -> None:
    found = search_terms(typed)
    if terms is None:
        assert len(found) == MOST_TERMS
    else:
        assert found == terms


def test_the_stop_list_is_about_that_long() -> None:
    assert 120 <= len(STOP_WORDS) <= 200


@pytest.mark.parametrize(
    ("typed", "code"),
    [("583 720 464", "583720464"), ("#583720464", "583720464"), ("583720461", None), ("jalan", None)],
)
def test_as_tracking_code(typed: str, code: str | None) -> None:
    assert as_tracking_code(typed) == code


@given(st.text(max_size=300))
def test_terms_are_few_plain_and_different(typed: str) -> None:
    terms = search_terms(typed)
    assert len(terms) <= MOST_TERMS
    assert len(set(terms)) == len(terms)
    assert all(term and not STOP_WORDS & {term} and " " not in term for term in terms)
