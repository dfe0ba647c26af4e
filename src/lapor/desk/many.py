"""Many chosen reports at once: what would happen to each, then what did."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _

from lapor.queries.reports.desk_bulk import BulkLine
from lapor.rules.access import Role
from lapor.rules.status_line import StatusLine
from lapor.rules.tracking_code import is_valid
from lapor.steps.reports.bulk_route import BulkResult
from lapor.ui.labels import label

#: Whoever holds reports or may transfer them.
ROUTING = (Role.NATIONAL_DESK, Role.AGENCY_DESK, Role.LIAISON, Role.INSPECTORATE, Role.COORDINATOR)
#: Whoever archives what he holds himself.
ARCHIVING = (Role.NATIONAL_DESK, Role.AGENCY_DESK, Role.INSPECTORATE, Role.COORDINATOR)


@dataclass(frozen=True, slots=True)
class ChosenRow:
    """One chosen report and the words beside it; `is_open` where it is done or would be."""

    code: str
    title: str
    holder: str
    line: StatusLine | None
    zone: str
    is_open: bool
    words: str


def chosen_codes(request: HttpRequest) -> tuple[str, ...]:
    """The codes that were ticked; what is no code is dropped."""
    given = request.POST if request.method == "POST" else request.GET
    return tuple(dict.fromkeys(code for code in given.getlist("code") if is_valid(code)))


def expected(lines: Iterable[BulkLine], words: str) -> list[ChosenRow]:
    """Before: `words` for what would be done, the reason for what would be refused."""
    return [_row(line, line.move is not None, words or label(line.move), line.refusal) for line in lines]


def happened(lines: Sequence[BulkLine], results: Iterable[BulkResult], words: str) -> list[ChosenRow]:
    """After: row by row what came of it."""
    by_code = {line.code: line for line in lines}
    return [
        _row(by_code[result.code], result.is_done, words, result.refusal)
        for result in results
        if result.code in by_code
    ]


def _row(line: BulkLine, is_open: bool, words: str, refusal: str) -> ChosenRow:
    said = words if is_open else refusal_words(refusal)
    return ChosenRow(line.code, line.title, line.holder, line.line, line.zone, is_open, said)


def refusal_words(code: str) -> str:
    """The text of a refusal, whether a step or a condition gave it."""
    words = label(code, "refusal")
    return words if words != code else label(code, "hindrance") or _("Tidak dapat dilakukan.")
