"""Whether somebody tried too often."""

from collections.abc import Iterable
from datetime import datetime

from lapor.records.accounts.attempt import Attempt
from lapor.rules.attempts import Allowance


def used_up(counted: Iterable[tuple[Allowance, str]], now: datetime) -> Allowance | None:
    """The allowance, each with its place, that leaves no further try in its window. Counts nothing."""
    by_key = {allowance.key(place, now): allowance for allowance, place in counted}
    tried = Attempt.objects.filter(key__in=by_key).values_list("key", "count")
    spent = [by_key[key] for key, count in tried if count >= by_key[key].times]
    return max(spent, key=lambda allowance: allowance.ends_at(now), default=None)
