"""Where a report may be sent."""

from collections.abc import Iterable

from lapor.queries.agencies.above import above
from lapor.queries.agencies.seat import seat_of
from lapor.records.agencies.agency import Agency
from lapor.records.reports.report import Report
from lapor.rules.access import Desk
from lapor.rules.agencies import NATIONAL_DESK_CODE, AgencyKind
from lapor.rules.destinations import may_receive, why_not_there
from lapor.rules.lifecycle import Move
from lapor.rules.refusals import Refused


def destination(agency_id: int | None, *, is_supervisory: bool) -> Agency:
    """The active agency `agency_id`, with its root loaded.

    Raises Refused: unknown, or the office a supervisory complaint may accuse.
    """
    agency, _ = destination_and_copies(agency_id, (), is_supervisory=is_supervisory)
    return agency


def destination_by(move: Move, agency_id: int | None, report: Report) -> Agency:
    """The same, where `move` may hand this report there from its holder. Raises Refused, too, where not."""
    to = destination(agency_id, is_supervisory=report.is_supervisory)
    holder = seat_of(report.held_by, report.holder_root)
    if refusal := why_not_there(move, seat_of(to), holder, is_supervisory=report.is_supervisory):
        raise Refused(refusal, "to_agency")
    return to


def destination_and_copies(
    agency_id: int | None, copy_ids: Iterable[int], *, is_supervisory: bool
) -> tuple[Agency, list[Agency]]:
    """The destination and the active agencies that get a copy (tembusan), in one statement.

    Raises Refused as `destination` does; an agency that was closed meanwhile gets no copy.
    """
    wanted = {*copy_ids, agency_id} - {None}
    found = Agency.objects.select_related("root").in_bulk(wanted) if wanted else {}
    active = {pk: agency for pk, agency in found.items() if agency.is_active}
    to = active.pop(agency_id, None)
    if to is None:
        raise Refused("agency_unknown", "to_agency")
    if is_supervisory and active:
        raise Refused("supervisory_no_copies", "copies")
    if not may_receive(AgencyKind(to.kind), is_supervisory=is_supervisory):
        raise Refused("supervisory_to_inspectorate", "to_agency")
    return to, list(active.values())


def arbiter(report: Report) -> Agency:
    """Who decides with binding effect whose it is: the coordinator of the holder's tree.

    Over a supervisory complaint the national desk: coordinators don't see it.
    """
    if report.is_supervisory:
        return national_desk()
    return above(report.holder_root) or report.holder_root


def agency_of(desk: Desk) -> Agency:
    return Agency.objects.select_related("root").get(pk=desk.agency_id)


def national_desk() -> Agency:
    return Agency.objects.get(code=NATIONAL_DESK_CODE)
