"""Attempts are counted by place, and what is stored of a place can't be found out by trying all of them."""

import hashlib
from datetime import timedelta

from lapor.records.accounts.attempt import Attempt
from lapor.rules.access import STRANGER
from lapor.rules.attempts import Allowance
from lapor.steps.accounts.count_attempt import count_attempt
from tests.builders.world import START

TWICE = Allowance("twice", 2, timedelta(minutes=10))


def tried(place: str, minutes: int = 0) -> bool:
    now = START + timedelta(minutes=minutes)
    return count_attempt(actor=STRANGER, allowance=TWICE, place=place, now=now)


def test_each_place_has_its_own_count_in_each_window(db: None) -> None:
    assert [tried("a"), tried("a"), tried("a")] == [True, True, False]
    assert tried("b")
    assert tried("a", minutes=10)


def test_what_is_stored_is_worth_nothing_without_the_secret_key(db: None, settings: object) -> None:
    tried("198.51.100.7")
    row = Attempt.objects.get()
    plain = f"twice|198.51.100.7|{row.window.isoformat()}"
    assert hashlib.sha256(plain.encode()).hexdigest() != row.key
    settings.SECRET_KEY = "lain"  # type: ignore[attr-defined]
    tried("198.51.100.7")
    assert Attempt.objects.exclude(key=row.key).get().window == row.window
