"""What is wrong is said at its field, and everything typed stays."""

import pytest
from django.test import Client

from lapor.records.places.region import Region
from lapor.records.reports.report import Report
from tests.builders.portal import TEXT, browser_of, standing_clock, typed
from tests.builders.world import START, World

TOO_LONG = "a" * 8001


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"text": ""}, "id_text", "Tulis apa yang terjadi."),
        ({"text": " \n "}, "id_text", "Tulis apa yang terjadi."),
        ({"text": "Rusak"}, "id_text", "Tulis sedikit lebih banyak"),
        ({"text": TOO_LONG}, "id_text", "8001 huruf; paling banyak 8000"),
        ({"place": "", "place_text": ""}, "id_place", "Tulis tempat kejadian, atau tandai di peta."),
        ({"place": "", "place_text": "Atlantis"}, "id_place", "Tempat ini belum kami kenal."),
        ({"place": "99.99", "place_text": "Atlantis"}, "id_place", "Tempat ini belum kami kenal."),
        ({"street": "j" * 201}, "id_street", "Terlalu panjang."),
        ({"when": "besok pagi"}, "id_when", "Tanggal ini belum terjadi."),
        ({"when": "k" * 81}, "id_when", "Terlalu panjang."),
        ({"kind": ""}, "id_kind", "Pilih salah satu."),
        ({"kind": "keluhan"}, "id_kind", "Pilih salah satu."),
        ({"privacy": "terbuka"}, "id_privacy", "Pilih salah satu."),
        ({"agency_text": "Kementerian Sihir"}, "id_agency", "Instansi ini tidak kami temukan."),
        ({"agency": "999999"}, "", ""),
        ({"category_text": "Naga terbang"}, "id_category", "Topik ini tidak kami temukan."),
        ({"email": "siti@"}, "id_email", "Alamat surel ini belum lengkap."),
        ({"email": "a@" + "b" * 60 + ".c" * 100 + ".id"}, "id_email", "Alamat surel ini terlalu panjang."),
        ({"phone": "0812 34"}, "id_phone", "Nomor ini tidak dikenal."),
        ({"phone": "nol delapan"}, "id_phone", "Nomor ini tidak dikenal."),
        ({"name": "S" * 121}, "id_name", "Nama ini terlalu panjang."),
    ],
)
def test_each_field_says_what_is_wrong(world: World, changes: dict[str, str], field: str, words: str) -> None:
    with standing_clock(START):
        answer = browser_of().post("/lapor/", typed() | changes | {"do": "send"})
    if not field:  # an agency that is gone is no obstacle where nobody named one
        assert answer.status_code == 302
        return
    page = answer.content.decode()
    assert answer.status_code == 422
    assert f'href="#{field}"' in page
    assert page.count(words) == 2
    assert "Laporan belum terkirim." in page
    assert not Report.everything.exists()


def test_what_was_right_stays(world: World) -> None:
    words = typed(
        phone="0812 34", street="Jalan Pandan Ujung", when="kemarin", privacy="anonymous", name="Siti"
    )
    page = browser_of().post("/lapor/", words | {"do": "review"}).content.decode()
    assert TEXT in page
    for value in ("Jalan Pandan Ujung", "kemarin", "Siti", "0812 34", words["key"], "13.72.02.1003"):
        assert f'value="{value}"' in page
    assert 'value="anonymous" checked' in page


def test_two_places_of_one_name_are_asked_about(world: World) -> None:
    Region.objects.filter(code="13.72.02").update(label="Tanjung Harapan, Kota Solok")
    Region.objects.create(
        code="13.71.01",
        name="Tanjung Harapan",
        level="district",
        parent_id="13.71",
        label="Tanjung Harapan, Kota Padang",
        search="tanjung harapan, kota padang",
    )
    words = typed(place="", place_text="Tanjung Harapan")
    page = browser_of().post("/lapor/", words | {"do": "review"}).content.decode()
    assert "Ada beberapa tempat yang cocok." in page
    assert 'type="radio" name="place" value="13.71.01"' in page
    # What comes back then: the empty hidden code, then the picked one.
    picked = words | {"place": ["", "13.71.01"], "do": "review"}
    assert "Tanjung Harapan, Kota Padang" in browser_of().post("/lapor/", picked).content.decode()


def test_a_street_before_the_place_is_understood(world: World) -> None:
    words = typed(place="", place_text="Jalan Pandan Ujung, Tanjung Paku")
    page = browser_of().post("/lapor/", words | {"do": "review"}).content.decode()
    assert 'name="street" value="Jalan Pandan Ujung"' in page
    assert 'name="place" value="13.72.02.1003"' in page


def test_words_win_over_a_code_that_no_longer_fits_them(world: World) -> None:
    words = typed(place="13.72.02.1003", place_text="Kota Padang")
    page = browser_of().post("/lapor/", words | {"do": "review"}).content.decode()
    assert 'name="place" value="13.71"' in page


def test_a_pin_outside_indonesia_is_left_out(world: World) -> None:
    words = typed(place_latitude="51.5", place_longitude="-0.1")
    with standing_clock(START):
        assert browser_of().post("/lapor/", words | {"do": "send"}).status_code == 302
    report = Report.everything.get()
    assert (report.latitude, report.longitude) == (None, None)


def test_a_pin_that_lies_in_another_place_than_the_words_is_left_out(world: World) -> None:
    for place, text, is_kept in (
        ("13.72.02.1003", "Tanjung Paku", True),
        ("13.71", "Kota Padang", False),
    ):
        words = typed(place=place, place_text=text, place_latitude="-0.79", place_longitude="100.66")
        page = browser_of().post("/lapor/", words | {"do": "review"}).content.decode()
        assert f'name="place" value="{place}"' in page
        assert ('name="place_latitude" value="-0.79"' in page) is is_kept


@pytest.mark.parametrize("privacy", ["ordinary", "anonymous", "secret", "anonymous_secret"])
def test_anonymous_and_secret_are_chosen_each_for_itself(world: World, privacy: str) -> None:
    with standing_clock(START):
        assert f'value="{privacy}"' in browser_of().get("/lapor/").content.decode()
        browser_of().post("/lapor/", typed(privacy=privacy) | {"do": "send"})
    report = Report.everything.get()
    assert (report.is_anonymous, report.is_secret) == ("anonymous" in privacy, "secret" in privacy)


@pytest.mark.parametrize("junk", ["nan", "1e999", "-inf", "x", "0x10"])
def test_a_pin_that_is_no_number_is_left_out(world: World, junk: str) -> None:
    words = typed(place_latitude=junk, place_longitude=junk)
    assert browser_of().post("/lapor/", words | {"do": "review"}).status_code == 200


def test_enormous_words_are_told_what_to_do(world: World) -> None:
    answer = browser_of().post("/lapor/", typed(text="a" * 2_000_000) | {"do": "send"})
    assert answer.status_code == 413
    assert "tulisan Anda belum hilang" in answer.content.decode()
    assert not Report.everything.exists()


def test_a_nul_character_takes_no_words_along(client: Client, world: World) -> None:
    with standing_clock(START):
        answer = client.post("/lapor/", typed(text="Jalan\x00 rusak sekali") | {"do": "send"})
    assert answer.status_code == 302
    assert Report.everything.get().text == "Jalan rusak sekali"
