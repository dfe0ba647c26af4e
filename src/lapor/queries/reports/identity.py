"""The reporter's identity, for the one officer who opened it with a reason, for as long as that lasts."""

from dataclasses import dataclass
from datetime import datetime

from lapor.queries.reports.desk_opened import DeskOpened
from lapor.records.reports.identity import Disclosure, ReporterIdentity
from lapor.records.reports.report import Report
from lapor.rules.access import Actor
from lapor.rules.disclosure import may_reveal


@dataclass(frozen=True, slots=True)
class Identity:
    """Who reported. `until` is when the page closes again; `told_to` names the officer who wrote it down."""

    name: str
    email: str
    phone: str
    address: str
    told_to: str
    reason: str
    until: datetime

    @property
    def is_empty(self) -> bool:
        """The reporter left nothing by which he could be known."""
        return not (self.name or self.email or self.phone or self.address)


def hears_of_news(actor: Actor, code: str) -> bool:
    """Whether notices reach the reporter; else he learns of them only when he opens his report."""
    reports = Report.objects.visible_to(actor).filter(code=code).values("pk")
    told = ReporterIdentity.objects.scoped("whether the reporter can be told anything")
    return told.filter(report_id__in=reports).exclude(email="", account=None).exists()


def disclosed_identity(actor: Actor, opened: DeskOpened, now: datetime) -> Identity | None:
    """Only with a disclosure of this very account that has not ended, and while the report is still his.

    One statement, a second one if it is open.
    """
    if actor.account_id is None or not may_reveal(opened.having, is_anonymous=opened.report.is_anonymous):
        return None
    disclosure = (
        Disclosure.objects.filter(report=opened.report, account_id=actor.account_id, until__gt=now)
        .order_by("-until")
        .first()
    )
    if disclosure is None:
        return None
    row = (
        ReporterIdentity.objects.scoped("opened by this officer with a reason, see Disclosure")
        .filter(report=opened.report)
        .values_list("name", "email", "phone", "address", "told_to__name")
        .first()
    )
    name, email, phone, address, told_to = row or ("", "", "", "", None)
    return Identity(name, email, phone, address, told_to or "", disclosure.reason, disclosure.until)
