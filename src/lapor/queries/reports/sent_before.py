"""Whether something was sent already: asked before it is shown for review again."""

from dataclasses import dataclass
from uuid import UUID

from lapor.records.reports.report import Report


@dataclass(frozen=True, slots=True)
class SentBefore:
    """The report that came of an earlier sending under the same key."""

    code: str
    text: str


def sent_before(key: UUID) -> SentBefore | None:
    """The key is a secret of the browser that sent, so whoever knows it may know what it sent."""
    row = (
        Report.objects.scoped("was this sending received before")
        .filter(idempotency_key=key)
        .values_list("code", "text")
        .first()
    )
    return SentBefore(*row) if row else None
