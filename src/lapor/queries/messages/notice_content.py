"""A notice in words: what happened to which report, until when something happens next, and where to read on.

Nothing of a reporter's identity goes in. An officer's notice carries no content but the title that everybody
may read, since the report may have left his desk when he reads it. An e-mail about a secret report carries
its number and the link. One about what the reporter did himself repeats nothing of what he wrote: whether
the address he left is his nobody knows, and nobody shall have us send his words to somebody else.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lapor.queries.messages.templates import SOURCE_LANGUAGE, TemplateWords, newest_templates
from lapor.records.messages.notice import Notice
from lapor.records.reports.identity import ReporterIdentity
from lapor.records.reports.report import Report
from lapor.rules.access import ActorKind
from lapor.rules.kinds import Audience
from lapor.rules.notice_text import Placeholder, fill, fill_line
from lapor.rules.notices import SECRET_TEMPLATE, NoticeChannel, Recipient
from lapor.rules.tracking_code import grouped

_LONGEST_WORDS = 2000


@dataclass(frozen=True, slots=True)
class NoticeContent:
    """The words for one person. `path` leads to the report; `link` is the same with the site's address."""

    notice_id: int
    code: str
    template: str
    template_version: int
    language: str
    subject: str
    body: str
    path: str
    is_own_move: bool

    @property
    def link(self) -> str:
        return f"{settings.BASE_URL}{self.path}"


def notice_contents(notice_ids: Iterable[int]) -> dict[int, NoticeContent]:
    """The words of these notices by id. Two statements.

    A notice is missing where no text is stored for it; load the reference data then.
    """
    return contents_of(Notice.objects.filter(pk__in=list(notice_ids)))


def contents_of(notices: QuerySet[Notice]) -> dict[int, NoticeContent]:
    """The words of the notices that the query set finds, in its order."""
    told = ReporterIdentity.objects.scoped("the language the reporter wants to be told in")
    language = told.filter(report_id=OuterRef("report_id")).values("language")[:1]
    rows = list(
        notices.select_related("report__held_by", "event__agency").annotate(
            language=Coalesce(F("account__language"), Subquery(language))
        )
    )
    texts = newest_templates({_template(row) for row in rows})
    found = {}
    for row in rows:
        words = texts.get((_template(row), row.language)) or texts.get((_template(row), SOURCE_LANGUAGE))
        if words is not None:
            found[row.pk] = _content(row, words)
    return found


def _template(row: Notice) -> str:
    return SECRET_TEMPLATE if _is_guarded(row) else row.template


def _is_guarded(row: Notice) -> bool:
    """Whether it leaves the house and speaks of a secret report."""
    return row.channel != NoticeChannel.PAGE and row.report.is_secret


def _content(row: Notice, words: TemplateWords) -> NoticeContent:
    values = _values(row, words.language)
    return NoticeContent(
        notice_id=row.pk,
        code=row.report.code,
        template=words.code,
        template_version=words.version,
        language=words.language,
        subject=fill_line(words.subject, values),
        body=fill(words.body, values),
        path=_path(row),
        is_own_move=_is_own_move(row),
    )


def _path(row: Notice) -> str:
    room = "lacak" if row.recipient == Recipient.REPORTER else "meja/laporan"
    return f"/{room}/{row.report.code}/"


def _values(row: Notice, language: str) -> Mapping[Placeholder, str]:
    # On a page the notice itself is the link.
    link = "" if row.channel == NoticeChannel.PAGE else f"{settings.BASE_URL}{_path(row)}"
    values = {Placeholder.NUMBER: grouped(row.report.code), Placeholder.LINK: link}
    if _is_guarded(row):
        return values
    report, event = row.report, row.event
    happened = (event.at if event else row.created_at).astimezone(ZoneInfo(report.held_by.time_zone))
    with translation.override(language):
        return values | {
            Placeholder.TITLE: _title(row, report),
            Placeholder.HOLDER: row.context.get("holder") or report.held_by.name,
            Placeholder.BY: event.agency.name if event and event.agency else "",
            Placeholder.DATE: _day(happened.date()),
            Placeholder.DUE: _due(row.context.get("due_on", "")),
            Placeholder.WORDS: _words(row),
        }


def _is_own_move(row: Notice) -> bool:
    """Whether it leaves the house and tells the reporter of what he has just done himself."""
    by = row.event.actor_kind if row.event else ""
    is_letter = row.channel != NoticeChannel.PAGE and row.recipient == Recipient.REPORTER
    return is_letter and by == ActorKind.REPORTER


def _title(row: Notice, report: Report) -> str:
    if row.recipient == Recipient.REPORTER:
        return "" if _is_own_move(row) else report.title
    return report.public_title if report.is_published else ""


def _words(row: Notice) -> str:
    """What was written for the reporter, with who can help instead and why there is no proof."""
    event = row.event
    if event is None or row.recipient != Recipient.REPORTER or event.audience == Audience.OFFICERS:
        return ""
    if _is_own_move(row):
        return ""
    body, why = (str(event.details.get(name, "")) for name in ("competent_body", "no_evidence_reason"))
    parts = (
        _shortened(event.note),
        _("Yang berwenang: %(body)s") % {"body": body} if body else "",
        _("Tanpa bukti, karena: %(why)s") % {"why": why} if why else "",
    )
    return "\n\n".join(part for part in parts if part)


def _shortened(note: str) -> str:
    return note if len(note) <= _LONGEST_WORDS else note[: _LONGEST_WORDS - 1].rstrip() + "…"


def _due(due_on: str) -> str:
    return _day(date.fromisoformat(due_on)) if due_on else ""


def _day(day: date) -> str:
    return date_format(day, "l, j F Y")
