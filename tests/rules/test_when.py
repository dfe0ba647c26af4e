"""When it happened, as people say it on Sunday, 22 November 2026."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapor.rules.when import NotYet, When, understand

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "on", "is_approximate"),
    [
        ("hari ini", date(2026, 11, 22), False),
        ("tadi pagi", date(2026, 11, 22), False),
        ("barusan jam 10", date(2026, 11, 22), False),
        ("kemarin", date(2026, 11, 21), False),
        ("Kemarin sore", date(2026, 11, 21), False),
        ("tadi malam", date(2026, 11, 21), False),
        ("semalam", date(2026, 11, 21), False),
        ("kemarin lusa", date(2026, 11, 20), False),
        ("senin lalu", date(2026, 11, 16), False),
        ("hari Jum'at kemarin", date(2026, 11, 20), False),
        ("hari minggu", date(2026, 11, 22), False),
        ("hari minggu lalu", date(2026, 11, 15), False),
        ("senin minggu lalu", date(2026, 11, 9), False),
        ("12/11/2026", date(2026, 11, 12), False),
        ("12-11-26", date(2026, 11, 12), False),
        ("12.11.2026 pukul 10.30", date(2026, 11, 12), False),
        ("2026-11-12", date(2026, 11, 12), False),
        ("12/11", date(2026, 11, 12), False),
        ("12/12", date(2025, 12, 12), False),
        ("12 November 2026", date(2026, 11, 12), False),
        ("Kamis, 12 Nov 2026", date(2026, 11, 12), False),
        ("12 nopember", date(2026, 11, 12), False),
        ("12 Nov 26", date(2026, 11, 12), False),
        ("12 november 10 orang", date(2026, 11, 12), False),
        ("24 Desember", date(2025, 12, 24), False),
        ("tanggal 12", date(2026, 11, 12), False),
        ("tgl 25", date(2026, 10, 25), False),
        ("dua hari lalu", date(2026, 11, 20), False),
        ("3 hari yang lalu", date(2026, 11, 19), False),
        ("dua minggu lalu", date(2026, 11, 8), True),
        ("sudah seminggu", date(2026, 11, 15), True),
        ("minggu lalu", date(2026, 11, 15), True),
        ("tiga bulan yang lalu", date(2026, 8, 22), True),
        ("lima belas hari lalu", date(2026, 11, 7), False),
        ("setahun lalu", date(2025, 11, 22), True),
        ("beberapa hari lalu", date(2026, 11, 19), True),
        ("bulan lalu", date(2026, 10, 1), True),
        ("akhir bulan lalu", date(2026, 10, 25), True),
        ("awal bulan ini", date(2026, 11, 1), True),
        ("awal November 2026", date(2026, 11, 1), True),
        ("akhir November 2026", date(2026, 11, 22), True),
        ("pertengahan maret", date(2026, 3, 15), True),
        ("desember", date(2025, 12, 1), True),
        ("sejak 2023", date(2023, 1, 1), True),
        ("akhir tahun 2025", date(2025, 11, 1), True),
        ("tahun lalu", date(2025, 1, 1), True),
        ("sejak 12 November 2026", date(2026, 11, 12), True),
        ("31/02/2026", None, True),
        ("12/13/2026", None, True),
        ("2026-02-31", None, True),
        ("12/11/1212", None, True),
        ("9999 tahun lalu", None, True),
        ("waktu lebaran", None, True),
        ("entah", None, True),
        ("", None, True),
    ],
)
def test_understand(text: str, on: date | None, is_approximate: bool) -> None:
    assert understand(text, TODAY) == When(on, is_approximate, text)


@pytest.mark.parametrize(
    "text",
    [
        "besok",
        "lusa",
        "minggu depan",
        "senin depan",
        "23/11/2026",
        "23 November 2026",
        "2027-01-01",
        "Desember 2026",
        "2030",
        "nanti malam",
        "12-11-27",
    ],
)
def test_not_yet(text: str) -> None:
    with pytest.raises(NotYet):
        understand(text, TODAY)


PIECES = (
    "sejak awal akhir pertengahan senin minggu lalu kemarin lusa depan ini hari bulan tahun dua se beberapa",
    "31 29 2 0 99 9999 / - . , februari feb november tanggal yang 2023 12/11 ' 2026-02-29",
)
pieces = st.sampled_from(" ".join(PIECES).split())
days = st.dates(date(1946, 1, 1), date(2200, 1, 1))


@given(
    st.text(max_size=120) | st.lists(pieces, max_size=7).map(" ".join),
    days,
)
def test_any_text_is_understood_or_kept(text: str, today: date) -> None:
    try:
        when = understand(text, today)
    except NotYet:
        return
    assert when.on is None or when.on <= today
    assert when.text == " ".join(text.split())


@given(days, st.integers(0, 20_000))
def test_every_written_date_is_understood(today: date, back: int) -> None:
    day = today - timedelta(days=back)
    if day.year < 1945:
        return
    for written in (day.isoformat(), f"{day:%d/%m/%Y}", f"{day.day}-{day.month}-{day.year}"):
        assert understand(written, today).on == day
