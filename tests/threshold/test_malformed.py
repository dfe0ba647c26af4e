"""What comes broken or far too large: no fault of ours, and no words lost that could be kept."""

import pytest
from django.conf import settings
from django.test import Client

from lapor.threshold.pages import decode_cursor

pytestmark = pytest.mark.django_db


def test_a_cookie_with_a_nul_character_is_none(client: Client) -> None:
    # Quoted, as only somebody who means harm sends it; newer Pythons would not write it down themselves.
    cookies = f'{settings.SESSION_COOKIE_NAME}="\\000aaaaaaaa"; bahasa="\\000"'
    assert client.get("/lacak/", HTTP_COOKIE=cookies).status_code == 200


def test_a_nul_character_in_the_address_is_refused(client: Client) -> None:
    assert client.get("/laporan/%00/").status_code == 400
    assert client.get("/laporan/?q=%00").status_code == 400


@pytest.mark.parametrize("text", ["[" * 8000, "W" * 30_000, "W1tb", "!", "é"])
def test_a_cursor_that_somebody_made_up_is_none(text: str) -> None:
    assert decode_cursor(text, 2) is None


def test_a_cursor_deep_enough_to_fall_over_is_none(client: Client) -> None:
    deep = "W1tb" * 5000
    assert decode_cursor(deep, 1) is None
    assert client.get("/laporan/", {"sesudah": deep}).status_code == 200


def test_far_too_many_fields_are_told_so(client: Client) -> None:
    fields = {f"isian{number}": "x" for number in range(500)}
    assert client.post("/lapor/", fields).status_code == 413
