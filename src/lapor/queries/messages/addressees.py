"""Where a person is reached. Read only at the moment of sending; a notice itself holds no address."""

from collections.abc import Iterable
from dataclasses import dataclass

from lapor.records.messages.notice import Notice
from lapor.records.reports.identity import ReporterIdentity
from lapor.rules.notices import Recipient


@dataclass(frozen=True, slots=True)
class Addressee:
    """The addresses of one person; empty where there is none."""

    email: str = ""
    phone: str = ""


def addressees_of(notice_ids: Iterable[int]) -> dict[int, Addressee]:
    """The addressee of each of these notices, by id. Two statements."""
    rows = list(
        Notice.objects.filter(pk__in=list(notice_ids)).values_list(
            "pk", "recipient", "report_id", "account__email", "account__phone", "account__is_active"
        )
    )
    reporters = _reporters({report_id for _, recipient, report_id, *_rest in rows if _is_reporter(recipient)})
    found = {}
    for notice_id, recipient, report_id, email, phone, is_active in rows:
        if _is_reporter(recipient):
            found[notice_id] = reporters.get(report_id, Addressee())
        else:
            found[notice_id] = Addressee(email or "", phone or "") if is_active else Addressee()
    return found


def _is_reporter(recipient: str) -> bool:
    return recipient == Recipient.REPORTER


def _reporters(report_ids: set[int]) -> dict[int, Addressee]:
    rows = ReporterIdentity.objects.scoped("send the reporter what he is to be told")
    told = rows.filter(report_id__in=report_ids).values_list("report_id", "email", "phone")
    return {report_id: Addressee(email, phone) for report_id, email, phone in told}
