"""Counts an attempt, so that codes and passwords can't be guessed and doors can't be flooded."""

from datetime import datetime

from django.db import connection

from lapor.queries.accounts.attempts import attempt_key
from lapor.rules.access import Actor
from lapor.rules.attempts import Allowance

_SQL = """
INSERT INTO lapor_attempt (key, "window", count) VALUES (%s, %s, 1)
ON CONFLICT (key, "window") DO UPDATE SET count = lapor_attempt.count + 1 RETURNING count
"""


def count_attempt(*, actor: Actor, allowance: Allowance, place: str, now: datetime) -> bool:
    """True while `place` (an address, an account) stays within the allowance of this window.

    Where it came from is stored as `attempt_key` says, with the window only.
    """
    with connection.cursor() as cursor:
        cursor.execute(_SQL, [attempt_key(allowance, place, now), allowance.starts_at(now)])
        row = cursor.fetchone()
    return bool(row[0] <= allowance.times)
