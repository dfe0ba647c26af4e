"""Where a person is reached. Read only at the moment of sending; a notice itself holds no address."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import OuterRef

from lapor.records.messages.notice import Notice
from lapor.records.reports.identity import ReporterIdentity
from lapor.rules.notices import Recipient


@dataclass(frozen=True, slots=True)
class Addressee:
    """The addresses of one person; empty where there is none."""

    email: str = ""
    phone: str = ""


def addressees_of(notice_ids: Iterable[int]) -> dict[int, Addressee]:
    """The addressee of each of these notices, by id. One statement."""
    told = ReporterIdentity.objects.scoped("send the reporter what he is to be told")
    reporter = told.filter(report_id=OuterRef("report_id"))
    rows = (
        Notice.objects.filter(pk__in=list(notice_ids))
        .annotate(own_email=reporter.values("email")[:1], own_phone=reporter.values("phone")[:1])
        .values_list(
            "pk",
            "recipient",
            "own_email",
            "own_phone",
            "account__email",
            "account__phone",
            "account__is_active",
        )
    )
    found = {}
    for notice_id, recipient, own_email, own_phone, email, phone, is_active in rows:
        if recipient == Recipient.REPORTER:
            found[notice_id] = Addressee(own_email or "", own_phone or "")
        else:
            found[notice_id] = Addressee(email or "", phone or "") if is_active else Addressee()
    return found
