"""A worker takes notices that are due, so that no other worker sends them too."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from lapor.rules.deliveries import CLAIM_LASTS
from lapor.rules.notices import MAX_ATTEMPTS, NoticeChannel, NoticeState

# The claim is a lease: until `send_after` nobody else takes the notice; a dead worker's comes up again then.
# A notice whose workers died on every attempt has failed. The condition on the state is written as in the
# partial index `notice_due`.
_SQL = """
WITH due AS MATERIALIZED (
    SELECT id FROM lapor_notice
    WHERE state IN ('pending', 'sending') AND send_after <= %(now)s AND channel = ANY(%(channels)s)
    ORDER BY send_after, id LIMIT %(limit)s FOR UPDATE SKIP LOCKED
)
UPDATE lapor_notice SET claimed_at = %(now)s, send_after = %(until)s,
    state = CASE WHEN attempts >= %(most)s THEN 'failed' ELSE 'sending' END,
    attempts = least(attempts + 1, %(most)s)
FROM due
WHERE lapor_notice.id = due.id
RETURNING lapor_notice.id, attempts, channel, state
"""


@dataclass(frozen=True, slots=True)
class ClaimedNotice:
    """A notice in this worker's hands; `attempt` counts from 1."""

    notice_id: int
    attempt: int
    channel: NoticeChannel


def claim_notices(
    *, channels: Iterable[NoticeChannel], limit: int, now: datetime
) -> tuple[ClaimedNotice, ...]:
    """At most `limit` due notices of these channels, oldest first, claimed for CLAIM_LASTS."""
    values: dict[str, Any] = {
        "now": now,
        "until": now + CLAIM_LASTS,
        "channels": [channel.value for channel in channels],
        "limit": limit,
        "most": MAX_ATTEMPTS,
    }
    with connection.cursor() as cursor:
        cursor.execute(_SQL, values)
        rows = cursor.fetchall()
    return tuple(
        ClaimedNotice(notice_id, attempt, NoticeChannel(channel))
        for notice_id, attempt, channel, state in sorted(rows)
        if state == NoticeState.SENDING
    )
