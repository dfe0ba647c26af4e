"""Categories and ready texts."""

import pytest

from lapor.queries.catalogue.categories import (
    category_by_code,
    find_categories,
    top_categories,
)
from lapor.queries.catalogue.follow_up_templates import follow_up_texts_for
from lapor.records.agencies.agency import Agency
from lapor.records.catalogue.category import Category
from lapor.records.catalogue.follow_up_template import FollowUpTemplate

pytestmark = pytest.mark.usefixtures("reference")
ROADS = "pekerjaan-umum-dan-penataan-ruang"


def test_main_categories_the_most_used_first() -> None:
    lines = top_categories()
    assert len(lines) == 38
    assert lines[0].code == ROADS
    assert lines[-1].name == "Topik khusus"
    Category.objects.filter(code=ROADS).update(is_active=False)
    assert ROADS not in {line.code for line in top_categories()}


def test_by_code() -> None:
    main = category_by_code(ROADS)
    assert main is not None
    assert main.label == "Pekerjaan umum dan penataan ruang"
    assert category_by_code("none") is None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("jalan berlubang", "Pekerjaan umum dan penataan ruang › Jalan berlubang"),
        ("lampu jalan", "Perhubungan › Lampu penerangan jalan umum"),
        ("ktp", "Kependudukan › KTP (kartu tanda penduduk)"),
        ("kesehatan", "Kesehatan"),
        ("jalan rusak", "Pekerjaan umum dan penataan ruang › Infrastruktur jalan"),
        ("pungutn liar", "Politik dan hukum › Pungutan liar"),
    ],
)
def test_the_likeliest_category_comes_first(text: str, label: str) -> None:
    assert find_categories(text)[0].label == label


@pytest.mark.parametrize("text", ["", " ", "%", "zzqqxx", "q z", "x" * 5000])
def test_odd_text_finds_nothing(text: str) -> None:
    assert find_categories(text) == ()


def test_ready_texts_of_the_agency_come_before_those_for_all() -> None:
    city, office = Agency.objects.get(code="1372"), Agency.objects.get(code="1372-1.03")
    FollowUpTemplate.objects.create(agency=city, title="Kota", body="…")
    FollowUpTemplate.objects.create(agency=office, title="Dinas", body="…", is_active=False)
    FollowUpTemplate.objects.create(agency=Agency.objects.get(code="1371"), title="Padang", body="…")
    texts = follow_up_texts_for(office.pk)
    assert texts[0].title == "Kota"
    assert texts[0].is_own
    assert len(texts) == 9
    assert not {"Dinas", "Padang"} & {text.title for text in texts}
