"""Many reports, each through its own step and its own transaction: one refusal stops no other."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lapor.queries.reports.desk_bulk import MOST_AT_ONCE
from lapor.rules.conditions import MoveHindered
from lapor.rules.lifecycle import MoveNotAllowed
from lapor.rules.refusals import Forbidden, NotFound, Refused


@dataclass(frozen=True, slots=True)
class BulkResult:
    """What became of one report; `refusal` is a code with a text in `ui/labels`, "" where it was done."""

    code: str
    refusal: str = ""

    @property
    def is_done(self) -> bool:
        return not self.refusal


def each(codes: Iterable[str], act: Callable[[str], None]) -> tuple[BulkResult, ...]:
    """Does `act` for every code once, and tells row by row what came of it."""
    return tuple(BulkResult(code, _refusal(code, act)) for code in tuple(dict.fromkeys(codes))[:MOST_AT_ONCE])


def _refusal(code: str, act: Callable[[str], None]) -> str:
    try:
        act(code)
    except Refused as refused:
        return refused.reason
    except MoveHindered as hindered:
        return hindered.hindrance.value
    except MoveNotAllowed:
        return "moved_on"
    except Forbidden:
        return "not_allowed"
    except NotFound:
        return "not_found"
    return ""
