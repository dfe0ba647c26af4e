"""Somebody has read his notices."""

from datetime import datetime

from lapor.records.messages.notice import Notice
from lapor.rules.access import Actor
from lapor.rules.notices import NoticeChannel
from lapor.rules.refusals import NotFound


def read_notices(*, actor: Actor, up_to: int | None = None, only: int | None = None, now: datetime) -> int:
    """Marks the actor's own notices as read: one, or all up to the newest one he saw. Returns how many.

    Raises NotFound for a notice of somebody else.
    """
    if actor.account_id is None:
        raise NotFound(only)
    mine = Notice.objects.filter(account_id=actor.account_id, channel=NoticeChannel.PAGE)
    if only is not None:
        if not mine.filter(pk=only).exists():
            raise NotFound(only)
        mine = mine.filter(pk=only)
    elif up_to is not None:
        mine = mine.filter(pk__lte=up_to)
    return mine.filter(read_at=None).update(read_at=now)
