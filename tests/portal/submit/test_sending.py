"""From the form over the review to the receipt, without script."""

from uuid import uuid4

import pytest
from django.test import Client
from tests.builders.world import World, row

PLACE = {"place": "13.72.02.1003", "place_text": "Tanjung Paku"}


def typed(**changes: str) -> dict[str, str]:
    words = {
        "key": str(uuid4()),
        "text": "Jalan Pandan Ujung di depan SD berlubang besar. Sudah dua minggu.",
        "kind": "complaint",
        "privacy": "ordinary",
        **PLACE,
    }
    return words | changes


@pytest.fixture
def browser(world: World) -> Client:
    return Client(headers={"accept-language": "id"})


def test_review_then_send_then_receipt(browser: Client) -> None:
    words = typed()
    review = browser.post("/lapor/", words | {"do": "review"})
    assert review.status_code == 200
    assert b"Periksa, lalu kirim" in review.content
    assert "Meja Nasional" in review.content.decode()
    sent = browser.post("/lapor/", words | {"do": "send"})
    assert sent.status_code == 302, sent.content.decode()[:3000]
    receipt = browser.get(sent.url)
    assert receipt.status_code == 200
    code = sent.url.split("/")[2]
    assert row(code).text.startswith("Jalan Pandan")
    page = browser.get(f"/lacak/{code}/")
    assert page.status_code == 200
    assert b"Riwayat" in page.content
