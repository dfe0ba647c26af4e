"""Where a request comes from, and what a forged header is worth."""

import pytest
from django.http import HttpRequest

from lapor.threshold.rate import place_of


def request_from(address: str, forwarded: str | None) -> HttpRequest:
    request = HttpRequest()
    request.META["REMOTE_ADDR"] = address
    if forwarded is not None:
        request.META["HTTP_X_FORWARDED_FOR"] = forwarded
    return request


@pytest.mark.parametrize(
    ("trusts", "address", "forwarded", "place"),
    [
        (False, "198.51.100.7", None, "198.51.100.7"),
        (False, "198.51.100.7", "203.0.113.5", "198.51.100.7"),
        (True, "127.0.0.1", "203.0.113.5", "203.0.113.5"),
        # Whatever somebody wrote himself stands before the proxy's own word.
        (True, "127.0.0.1", "1.2.3.4, 203.0.113.5", "203.0.113.5"),
        (True, "127.0.0.1", "1.2.3.4,,203.0.113.5", "203.0.113.5"),
        (True, "127.0.0.1", "", "127.0.0.1"),
        (True, "127.0.0.1", None, "127.0.0.1"),
        # One subscriber has a /64 to himself.
        (False, "2001:db8:1:2:aaaa::1", None, "2001:db8:1:2::/64"),
        (False, "2001:db8:1:2:bbbb:1:2:3", None, "2001:db8:1:2::/64"),
        (False, "2001:db8:1:3::1", None, "2001:db8:1:3::/64"),
        (False, "::ffff:198.51.100.7", None, "198.51.100.7"),
        (False, "", None, ""),
        (True, "127.0.0.1", "bukan alamat", "bukan alamat"),
    ],
)
def test_place_of(settings: object, trusts: bool, address: str, forwarded: str | None, place: str) -> None:
    settings.TRUST_PROXY = trusts  # type: ignore[attr-defined]
    assert place_of(request_from(address, forwarded)) == place
