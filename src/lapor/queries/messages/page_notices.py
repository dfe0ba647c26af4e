"""Notices that somebody reads on his own pages."""

from dataclasses import dataclass
from datetime import datetime

from lapor.queries.messages.notice_content import NoticeContent, contents_of
from lapor.records.messages.notice import Notice
from lapor.rules.access import Actor
from lapor.rules.notices import NoticeChannel

_MOST_COUNTED = 99


@dataclass(frozen=True, slots=True)
class PageNotice:
    """One notice on a page: its words, when it came, whether it was read."""

    content: NoticeContent
    at: datetime
    is_read: bool

    @property
    def notice_id(self) -> int:
        return self.content.notice_id


def unread_count(actor: Actor) -> int:
    """How many notices wait for this account, at most 99; 0 for whoever has none."""
    if actor.account_id is None:
        return 0
    unread = Notice.objects.filter(account_id=actor.account_id, channel=NoticeChannel.PAGE, read_at=None)
    return unread[:_MOST_COUNTED].count()


def page_notices(actor: Actor, *, before: int | None = None, limit: int = 25) -> tuple[PageNotice, ...]:
    """The newest notices of this account, or those older than the id `before`. Three statements."""
    if actor.account_id is None:
        return ()
    rows = Notice.objects.filter(account_id=actor.account_id, channel=NoticeChannel.PAGE)
    if before is not None:
        rows = rows.filter(pk__lt=before)
    shown = {row.pk: row for row in rows.order_by("-pk")[:limit]}
    contents = contents_of(Notice.objects.filter(pk__in=list(shown)))
    return tuple(
        PageNotice(contents[pk], row.created_at, row.read_at is not None)
        for pk, row in shown.items()
        if pk in contents
    )
