"""How often something may be tried."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta


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

    def key(self, place: str, now: datetime) -> str:
        """Names one place in one window, hashed, so that no trace of people is kept."""
        return hashlib.sha256(f"{self.name}|{place}|{self.starts_at(now).isoformat()}".encode()).hexdigest()


# Of the ways into a report only what failed is counted. Numbers of published reports are known to everybody,
# so the bound on a number alone must be out of reach of whoever wants to keep its reporter out; with codes of
# 38 bits it is still tight: at this rate, finding one takes tens of thousands of years.
UNLOCK_BY_PLACE = Allowance("unlock-place", 30, timedelta(minutes=10))
UNLOCK_BY_PLACE_AND_CODE = Allowance("unlock-place-code", 10, timedelta(minutes=30))
UNLOCK_BY_CODE = Allowance("unlock-code", 10_000, timedelta(days=1))
SIGN_IN_BY_PLACE = Allowance("sign-in-place", 30, timedelta(minutes=10))
SIGN_IN_BY_LOGIN = Allowance("sign-in-login", 10, timedelta(minutes=30))
LOGIN_LINK_BY_LOGIN = Allowance("login-link", 5, timedelta(hours=1))
REPORT_LINK_BY_PLACE = Allowance("report-link-place", 20, timedelta(hours=1))
REPORT_LINK_BY_EMAIL = Allowance("report-link-email", 5, timedelta(hours=1))
SUBMIT_BY_PLACE = Allowance("submit", 60, timedelta(hours=1))
UPLOAD_BY_PLACE = Allowance("upload", 120, timedelta(hours=1))
SUPPORT_BY_PLACE = Allowance("support", 60, timedelta(hours=1))
