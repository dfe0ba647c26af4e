"""Counts an attempt, so that codes and passwords can't be guessed and doors can't be flooded."""

from datetime import datetime, timedelta

from django.db import connection
from django.utils.crypto import salted_hmac

from lapor.rules.access import Actor
from lapor.rules.attempts import Allowance

_SQL = """
INSERT INTO lapor_attempt (key, "window", count) VALUES (%s, %s, 1)
ON CONFLICT (key, "window") DO UPDATE SET count = lapor_attempt.count + 1 RETURNING count
"""


def count_attempt(*, actor: Actor, allowance: Allowance, place: str, now: datetime) -> bool:
    """True while `place` (an address, an account) stays within the allowance of this window.

    Where it came from is stored under the secret key, with the window only: whoever has the rows alone can't
    find out whose address it was by trying them all.
    """
    seconds = int(allowance.window.total_seconds())
    start = now - timedelta(seconds=now.timestamp() % seconds)
    what = f"{allowance.name}|{place}|{start.isoformat()}"
    key = salted_hmac("lapor.attempt", what, algorithm="sha256").hexdigest()
    with connection.cursor() as cursor:
        cursor.execute(_SQL, [key, start.replace(microsecond=0)])
        row = cursor.fetchone()
    return bool(row[0] <= allowance.times)
