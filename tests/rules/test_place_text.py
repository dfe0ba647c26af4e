"""Typed place names without their level words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapor.rules.place_text import fold


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Kota Solok", "solok"),
        ("Kab. Solok", "solok"),
        ("Kec. Lubuk Sikarah, Kota Solok", "lubuk sikarah solok"),
        ("Kel.Tanah Garam", "tanah garam"),
        ("desa Ma'rang", "marang"),
        ("D.I. Yogyakarta", "yogyakarta"),
        ("Daerah Khusus Ibukota Jakarta", "jakarta"),
        ("DKI Jakarta", "jakarta"),
        ("Prov. Kep. Riau", "kepulauan riau"),
        ("Kota Administrasi Jakarta Barat", "jakarta barat"),
        ("Té-bet", "te bet"),
        ("Kota", "kota"),
        ("Desa Kota", "desa kota"),
        ("", ""),
        ("!!!", ""),
    ],
)
def test_fold(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@given(st.text(max_size=60))
def test_folded_text_is_plain(typed: str) -> None:
    folded = fold(typed)
    assert set(folded) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")
    assert folded == " ".join(folded.split())
