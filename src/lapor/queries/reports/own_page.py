"""What somebody with an account finds on his own page."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from lapor.queries.accounts.contact import own_contact
from lapor.queries.messages.page_notices import PageNotice, page_notices
from lapor.queries.reports.drafts import drafts_of
from lapor.queries.reports.facts import with_facts
from lapor.queries.reports.line import line_of
from lapor.queries.reports.public_list import Cursor, cursor_from
from lapor.records.reports.identity import ReporterIdentity
from lapor.records.reports.report import Report
from lapor.rules.access import Actor
from lapor.rules.refusals import NotFound
from lapor.rules.status_line import StatusLine

REPORTS = 25
_NOTICES = 10


@dataclass(frozen=True, slots=True)
class OwnDraft:
    key: UUID
    title: str
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class OwnReport:
    code: str
    title: str
    line: StatusLine


@dataclass(frozen=True, slots=True)
class OwnPage:
    """Everything an account has here: drafts, a page of reports from the newest on, the newest notices.

    `next_cursor` are the values for the following page, None on the last one.
    """

    name: str
    has_password: bool
    drafts: tuple[OwnDraft, ...]
    reports: tuple[OwnReport, ...]
    notices: tuple[PageNotice, ...]
    next_cursor: tuple[str, str] | None

    @property
    def has_unread(self) -> bool:
        return any(not notice.is_read for notice in self.notices)


def own_page(actor: Actor, now: datetime, *, after: tuple[Any, ...] | None = None) -> OwnPage:
    """`after` is where the page before ended. Raises NotFound for an account that is no longer active."""
    own = own_contact(actor)
    if own is None or actor.account_id is None:
        raise NotFound("account")
    drafts = tuple(OwnDraft(line.key, line.excerpt, line.updated_at) for line in drafts_of(actor))
    notices = page_notices(actor, limit=_NOTICES)
    rows = _own_reports(actor, actor.account_id, cursor_from(after))
    reports = tuple(
        OwnReport(row.code, row.public_title or row.title, line_of(row, now=now, viewer_is_reporter=True))
        for row in rows[:REPORTS]
    )
    last = rows[REPORTS - 1] if len(rows) > REPORTS else None
    next_cursor = (last.received_at.isoformat(), last.code) if last else None
    return OwnPage(own.name, own.has_password, drafts, reports, notices, next_cursor)


def _own_reports(actor: Actor, account_id: int, after: Cursor | None) -> list[Report]:
    """One more than a page, the newest first."""
    mine = ReporterIdentity.objects.scoped("the account's own reports").filter(account_id=account_id)
    rows = Report.objects.visible_to(actor).filter(pk__in=mine.values("report_id"))
    if after is not None:
        earlier = Q(received_at__lt=after.received_at)
        rows = rows.filter(earlier | Q(received_at=after.received_at, code__lt=after.code))
    return list(with_facts(rows, actor).order_by("-received_at", "-code")[: REPORTS + 1])
