"""How often something may be tried."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, IPv6Network, ip_address


@dataclass(frozen=True, slots=True)
class Allowance:
    """At most `times` in each `window`."""

    name: str
    times: int
    window: timedelta

    def starts_at(self, now: datetime) -> datetime:
        """When the window that holds `now` began."""
        seconds = int(self.window.total_seconds())
        return datetime.fromtimestamp(int(now.timestamp()) // seconds * seconds, now.tzinfo)

    def ends_at(self, now: datetime) -> datetime:
        """When the next window begins, and with it the next try."""
        return self.starts_at(now) + self.window


# Of the ways into a report only what failed is counted. Numbers of published reports are known to everybody,
# so the bound on a number alone must be out of reach of whoever wants to keep its reporter out; with codes of
# 38 bits it is still tight: at this rate, finding one takes tens of thousands of years.
UNLOCK_BY_PLACE = Allowance("unlock-place", 30, timedelta(minutes=10))
UNLOCK_BY_PLACE_AND_CODE = Allowance("unlock-place-code", 10, timedelta(minutes=30))
UNLOCK_BY_CODE = Allowance("unlock-code", 10_000, timedelta(days=1))
SIGN_IN_BY_PLACE = Allowance("sign-in-place", 30, timedelta(minutes=10))
# Tight for one login from one place, generous for the login from everywhere: guessing ends, and yet nobody
# keeps an account's owner out by guessing in his name.
SIGN_IN_HERE = Allowance("sign-in-here", 10, timedelta(minutes=30))
SIGN_IN_BY_LOGIN = Allowance("sign-in-login", 200, timedelta(hours=1))
# As many letters as one address gets, whoever asks; the owner finds his links among them.
LOGIN_LINK_HERE = Allowance("login-link-here", 5, timedelta(hours=1))
LOGIN_LINK_BY_LOGIN = Allowance("login-link", 15, timedelta(hours=1))
REPORT_LINK_BY_PLACE = Allowance("report-link-place", 20, timedelta(hours=1))
REPORT_LINK_BY_EMAIL = Allowance("report-link-email", 5, timedelta(hours=1))
REGISTER_BY_PLACE = Allowance("register", 30, timedelta(hours=1))
PASSWORD_BY_ACCOUNT = Allowance("password", 10, timedelta(minutes=30))
CONTACT_BY_ACCOUNT = Allowance("contact", 10, timedelta(hours=1))
# Letters about what a reporter did himself; whether the address is his nobody knows.
OWN_MOVE_LETTERS = Allowance("own-move-letters", 30, timedelta(days=1))
SUBMIT_BY_PLACE = Allowance("submit", 60, timedelta(hours=1))
UPLOAD_BY_PLACE = Allowance("upload", 120, timedelta(hours=1))
SUPPORT_BY_PLACE = Allowance("support", 60, timedelta(hours=1))

_ONE_SUBSCRIBER = 64


def network_of(address: str) -> str:
    """What counts as one place: an IPv4 address, or the /64 that one IPv6 subscriber has to himself."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if not isinstance(found, IPv6Address):
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(IPv6Network((int(found), _ONE_SUBSCRIBER), strict=False))
