"""What would happen to each of many chosen reports: seen before anything is done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from lapor.queries.agencies.seat import seat_of
from lapor.queries.reports.desk_opened import DeskOpened, opened_for_desk_by_code
from lapor.queries.reports.inbox_row import desk_line
from lapor.records.agencies.agency import Agency
from lapor.rules.access import Actor, may
from lapor.rules.conditions import hindrance
from lapor.rules.destinations import Seat, is_below, why_not_there
from lapor.rules.lifecycle import MOVES, Move
from lapor.rules.status_line import StatusLine

MOST_AT_ONCE = 100
#: The move that would be made, and why not where the report or the destination forbids it ("" where not).
Expected = tuple[Move, str]


@dataclass(frozen=True, slots=True)
class BulkLine:
    """One chosen report. `move` is what would be done, None where it is refused for `refusal`."""

    code: str
    title: str
    holder: str
    line: StatusLine | None
    zone: str
    move: Move | None
    refusal: str


def bulk_archive_lines(actor: Actor, codes: Sequence[str], now: datetime) -> tuple[BulkLine, ...]:
    """One statement."""
    return _lines(actor, codes, now, _archiving)


def bulk_route_lines(
    actor: Actor, codes: Sequence[str], to_agency_id: int | None, now: datetime
) -> tuple[BulkLine, ...]:
    """Two statements. Without a destination: what could be routed down at all, or else transferred."""
    to = Agency.objects.select_related("root").filter(pk=to_agency_id).first() if to_agency_id else None
    seat = seat_of(to) if to else None
    return _lines(actor, codes, now, lambda opened: _routing(opened, seat))


def _archiving(opened: DeskOpened) -> Expected:
    # The reasons that stand for many are not those of what its reporter has left.
    return Move.ARCHIVE, "left_by_reporter" if opened.situation.is_withdrawn else ""


def _routing(opened: DeskOpened, to: Seat | None) -> Expected:
    """Down where he may and the destination lies below the holder, else across; as `bulk_route` does."""
    report = opened.report
    may_down, may_across = (may(move, opened.having) for move in (Move.ROUTE_DOWN, Move.TRANSFER))
    if to is None:
        return (Move.ROUTE_DOWN if may_down or not may_across else Move.TRANSFER), ""
    holder = seat_of(report.held_by, report.holder_root)
    is_across = may_across and not (may_down and is_below(to, holder))
    move = Move.TRANSFER if is_across else Move.ROUTE_DOWN
    return move, why_not_there(move, to, holder, is_supervisory=report.is_supervisory)


def _lines(
    actor: Actor, codes: Sequence[str], now: datetime, wanted: Callable[[DeskOpened], Expected]
) -> tuple[BulkLine, ...]:
    chosen = tuple(dict.fromkeys(codes))[:MOST_AT_ONCE]
    found = opened_for_desk_by_code(actor, chosen, now)
    return tuple(_line(code, found.get(code), wanted, now) for code in chosen)


def _line(
    code: str, opened: DeskOpened | None, wanted: Callable[[DeskOpened], Expected], now: datetime
) -> BulkLine:
    if opened is None:
        return BulkLine(code, "", "", None, "", None, "not_found")
    report, (move, why_not) = opened.report, wanted(opened)
    refusal = _refusal(opened, move) or why_not
    return BulkLine(
        code=code,
        title=report.public_title or report.title,
        holder=report.held_by.name,
        line=desk_line(report, is_mine=opened.is_mine, now=now),
        zone=report.held_by.time_zone,
        move=None if refusal else move,
        refusal=refusal,
    )


def _refusal(opened: DeskOpened, move: Move) -> str:
    if not may(move, opened.having):
        return "not_allowed"
    if opened.situation.state not in MOVES[move].sources:
        return "moved_on"
    return hindrance(move, opened.situation) or ""
