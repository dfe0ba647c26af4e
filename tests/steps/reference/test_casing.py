"""Names that their source shouts."""

import re

import pytest

from lapor.records.reference.files import rows_of
from lapor.steps.reference.casing import sentence_case


@pytest.mark.parametrize(
    ("shouted", "said"),
    [
        ("PEKERJAAN UMUM DAN PENATAAN RUANG", "Pekerjaan umum dan penataan ruang"),
        ("KTP (KARTU TANDA PENDUDUK)", "KTP (kartu tanda penduduk)"),
        ("SP4N-LAPOR!", "SP4N-LAPOR!"),
        ("PELAYANAN OBAT BPJS KESEHATAN", "Pelayanan obat BPJS Kesehatan"),
        ("KETENAGAKERJAAN", "Ketenagakerjaan"),
        ("REKRUTMEN TENAGAKERJA", "Rekrutmen tenaga kerja"),
        ("LAIINYA TERKAIT BLOKIR WEBSITE", "Lainnya terkait blokir website"),
        ("PENGIRIMAN BARANG/ LOGISTIK", "Pengiriman barang/logistik"),
        ("INFORMASI COVID-19", "Informasi COVID-19"),
        ("KETENTERAMAN, KETERTIBAN UMUM", "Ketenteraman, ketertiban umum"),
        ("", ""),
    ],
)
def test_examples(shouted: str, said: str) -> None:
    assert sentence_case(shouted) == said


def test_no_category_keeps_shouting() -> None:
    for row in rows_of("categories.csv"):
        name = sentence_case(row["sub_category"] or row["main_category"])
        assert not [word for word in re.findall(r"[A-Z]+", name) if len(word) > 6], name
