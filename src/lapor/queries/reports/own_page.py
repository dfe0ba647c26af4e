"""What somebody with an account finds on his own page."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lapor.queries.accounts.contact import own_contact
from lapor.queries.messages.page_notices import page_notices
from lapor.queries.reports.drafts import drafts_of
from lapor.queries.reports.line import line_of
from lapor.records.reports.identity import ReporterIdentity
from lapor.records.reports.report import Report
from lapor.rules.access import Actor
from lapor.rules.refusals import NotFound
from lapor.rules.status_line import StatusLine

REPORTS = 50


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
class OwnNotice:
    code: str
    subject: str
    created_at: datetime
    is_read: bool


@dataclass(frozen=True, slots=True)
class OwnPage:
    """Everything an account has here: drafts, the newest reports, the newest notices."""

    name: str
    has_password: bool
    drafts: tuple[OwnDraft, ...]
    reports: tuple[OwnReport, ...]
    notices: tuple[OwnNotice, ...]


def own_page(actor: Actor, now: datetime) -> OwnPage:
    """Raises NotFound for an account that is no longer active."""
    own = own_contact(actor)
    if own is None or actor.account_id is None:
        raise NotFound("account")
    drafts = tuple(OwnDraft(line.key, line.excerpt, line.updated_at) for line in drafts_of(actor))
    notices = tuple(
        OwnNotice(one.content.code, one.content.subject, one.at, one.is_read)
        for one in page_notices(actor, limit=10)
    )
    return OwnPage(own.name, own.has_password, drafts, _own_reports(actor, actor.account_id, now), notices)


def _own_reports(actor: Actor, account_id: int, now: datetime) -> tuple[OwnReport, ...]:
    mine = ReporterIdentity.objects.scoped("the account's own reports").filter(account_id=account_id)
    rows = (
        Report.objects.visible_to(actor)
        .filter(pk__in=mine.values("report_id"))
        .select_related("held_by")
        .order_by("-received_at", "-id")[:REPORTS]
    )
    return tuple(
        OwnReport(row.code, row.public_title or row.title, line_of(row, now=now, viewer_is_reporter=True))
        for row in rows
    )
