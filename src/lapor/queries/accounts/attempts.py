"""Whether somebody tried too often, and under which key that is counted."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.crypto import salted_hmac

from lapor.records.accounts.attempt import Attempt
from lapor.rules.attempts import Allowance


def attempt_key(allowance: Allowance, place: str, now: datetime) -> str:
    """Names one place in one window, under the secret key.

    Whoever has the rows alone can't find out whose address it was by trying them all.
    """
    what = f"{allowance.name}|{place}|{allowance.starts_at(now).isoformat()}"
    return salted_hmac("lapor.attempt", what, algorithm="sha256").hexdigest()


def used_up(counted: Iterable[tuple[Allowance, str]], now: datetime) -> Allowance | None:
    """The allowance, each with its place, that leaves no further try in its window. Counts nothing."""
    by_key = {attempt_key(allowance, place, now): allowance for allowance, place in counted}
    tried = Attempt.objects.filter(key__in=by_key).values_list("key", "count")
    spent = [by_key[key] for key, count in tried if count >= by_key[key].times]
    return max(spent, key=lambda allowance: allowance.ends_at(now), default=None)
