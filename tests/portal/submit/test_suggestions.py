"""Suggestions and places over the real lists, for script and for a plain visit."""

import pytest
from django.test import Client

JSON = {"accept": "application/json"}
pytestmark = pytest.mark.usefixtures("reference")


def test_places_agencies_and_categories() -> None:
    browser = Client(headers={"accept-language": "id"})
    places = browser.get("/lapor/tempat/", {"q": "tanjung paku solok"}, headers=JSON).json()["results"]
    assert (places[0]["value"], places[0]["label"][:12]) == ("13.72.02.1003", "Tanjung Paku")
    agencies = browser.get(
        "/lapor/instansi/", {"q": "pekerjaan umum", "dekat": "13.72"}, headers=JSON
    ).json()["results"]
    assert "Kota Solok" in agencies[0]["label"]
    categories = browser.get("/lapor/kategori/", {"q": "jalan"}, headers=JSON).json()["results"]
    assert categories
    page = browser.get("/lapor/tempat/", {"q": "tanjung paku solok"}).content.decode()
    assert "Tanjung Paku" in page
    assert "Tidak ada yang cocok" in browser.get("/lapor/tempat/", {"q": "qqqq"}).content.decode()


def test_the_place_of_a_point() -> None:
    found = Client().get("/lapor/lokasi/", {"lat": "-0.79", "lng": "100.66"}).json()
    assert found["value"] == "13.72.02"
    assert found["village"]["value"].startswith("13.72.02.")
    assert Client().get("/lapor/lokasi/", {"lat": "51.5", "lng": "0"}).status_code == 404
    assert Client().get("/lapor/lokasi/", {"lat": "nan", "lng": "x"}).status_code == 404


def test_outlines_are_named_and_as_fine_as_the_view() -> None:
    box = {"barat": "100.6", "selatan": "-0.85", "timur": "100.7", "utara": "-0.75"}
    districts = Client().get("/lapor/batas/", box).json()["features"]
    assert "Tanjung Harapan" in {area["properties"]["name"] for area in districts}
    wide = Client().get("/lapor/batas/", box | {"barat": "95", "timur": "141"}).json()["features"]
    assert {len(area["properties"]["code"]) for area in wide} == {2}
    assert Client().get("/lapor/batas/", {"barat": "x"}).status_code == 400
    (one,) = Client().get("/lapor/batas/", {"kode": "13.72.02.1003"}).json()["features"]
    assert one["properties"]["code"] == "13.72.02"
    assert Client().get("/lapor/batas/", {"kode": "99"}).json()["features"] == []


def test_an_agency_is_taken_by_its_name_without_script() -> None:
    from tests.builders.portal import typed

    words = typed(
        place="13.72", place_text="Kota Solok", agency_text="Pemerintah Kota Solok", category_text="jalan"
    )
    page = (
        Client(headers={"accept-language": "id"}).post("/lapor/", words | {"do": "review"}).content.decode()
    )
    assert "Pemerintah Kota Solok" in page
