"""How often something may be tried."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Allowance:
    """At most `times` in each `window`."""

    name: str
    times: int
    window: timedelta


UNLOCK_BY_PLACE = Allowance("unlock-place", 30, timedelta(minutes=10))
UNLOCK_BY_CODE = Allowance("unlock-code", 10, timedelta(minutes=30))
SIGN_IN_BY_PLACE = Allowance("sign-in-place", 30, timedelta(minutes=10))
SIGN_IN_BY_LOGIN = Allowance("sign-in-login", 10, timedelta(minutes=30))
LOGIN_LINK_BY_LOGIN = Allowance("login-link", 5, timedelta(hours=1))
SUBMIT_BY_PLACE = Allowance("submit", 60, timedelta(hours=1))
UPLOAD_BY_PLACE = Allowance("upload", 120, timedelta(hours=1))
SUPPORT_BY_PLACE = Allowance("support", 60, timedelta(hours=1))
