"""What would happen to each of many chosen reports: seen before anything is done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from lapor.queries.reports.desk_opened import DeskOpened, opened_for_desk_by_code
from lapor.queries.reports.inbox_row import desk_line
from lapor.records.agencies.agency import Agency
from lapor.rules.access import Actor, Permission, may
from lapor.rules.conditions import hindrance
from lapor.rules.lifecycle import MOVES, Move
from lapor.rules.status_line import StatusLine

MOST_AT_ONCE = 100


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
    return _lines(actor, codes, now, lambda opened: Move.ARCHIVE)


def bulk_route_lines(
    actor: Actor, codes: Sequence[str], to_agency_id: int | None, now: datetime
) -> tuple[BulkLine, ...]:
    """Two statements. Without a destination: what could be routed down at all, or else transferred."""
    to = Agency.objects.select_related("root").filter(pk=to_agency_id).first() if to_agency_id else None
    return _lines(actor, codes, now, lambda opened: _routing(opened, to))


def _routing(opened: DeskOpened, to: Agency | None) -> Move:
    """Down where the destination lies below the holder, else across; mirrors the step `bulk_route`."""
    if to is None:
        is_across = Move.TRANSFER in opened.moves and Move.ROUTE_DOWN not in opened.moves
        return Move.TRANSFER if is_across else Move.ROUTE_DOWN
    is_below = _is_below(to, opened.report.held_by)
    return Move.ROUTE_DOWN if is_below or Move.TRANSFER not in opened.moves else Move.TRANSFER


def _is_below(agency: Agency, top: Agency) -> bool:
    if agency.pk == top.pk:
        return False
    return agency.path.startswith(top.path) or (agency.root or agency).coordinated_by_id == top.pk


def _lines(
    actor: Actor, codes: Sequence[str], now: datetime, wanted: Callable[[DeskOpened], Move]
) -> tuple[BulkLine, ...]:
    chosen = tuple(dict.fromkeys(codes))[:MOST_AT_ONCE]
    found = opened_for_desk_by_code(actor, chosen, now)
    return tuple(_line(code, found.get(code), wanted, now) for code in chosen)


def _line(
    code: str, opened: DeskOpened | None, wanted: Callable[[DeskOpened], Move], now: datetime
) -> BulkLine:
    if opened is None:
        return BulkLine(code, "", "", None, "", None, "not_found")
    report, move = opened.report, wanted(opened)
    refusal = _refusal(opened, move)
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
    if not may(Permission(move.value), opened.having):
        return "not_allowed"
    if opened.situation.state not in MOVES[move].sources:
        return "moved_on"
    return hindrance(move, opened.situation) or ""
