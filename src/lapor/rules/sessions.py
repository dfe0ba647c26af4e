"""How long a browser is believed without being used, and how fresh a proof has to be. All in seconds.

A reporter's session lasts `SESSION_COOKIE_AGE` (two weeks) from its last use. An officer reads what others
confided, often at a desk that others use too: his ends after eight hours of rest, so that nobody finds him
still signed in the next morning.
"""

from datetime import datetime, timedelta

_HOUR = 60 * 60
OFFICER_RESTS = 8 * _HOUR
#: Use is written down no more often than this.
_RENEWED_EVERY, _OFFICER_RENEWED_EVERY = 24 * _HOUR, _HOUR // 4
#: Whoever came by a one-time link a moment ago has shown whose account it is.
PROOF_LASTS = timedelta(minutes=15)


def is_asleep(idle: int, *, is_officer: bool) -> bool:
    """Whether the session is over because nobody used it."""
    return is_officer and idle >= OFFICER_RESTS


def is_to_renew(idle: int, *, is_officer: bool) -> bool:
    """Whether it is time to write down that the session is in use."""
    return idle >= (_OFFICER_RENEWED_EVERY if is_officer else _RENEWED_EVERY)


def is_proof_fresh(proved_at: datetime | None, now: datetime) -> bool:
    """Whether the one-time link of `proved_at` still stands for the present password."""
    return proved_at is not None and now - proved_at < PROOF_LASTS
