"""Where a report may be sent."""

from collections.abc import Iterable

from lapor.queries.agencies.above import above
from lapor.records.agencies.agency import Agency
from lapor.records.reports.report import Report
from lapor.rules.access import Desk
from lapor.rules.agencies import MAY_SUPERVISE, NATIONAL_DESK_CODE, AgencyKind
from lapor.rules.refusals import Refused


def destination(agency_id: int | None, *, is_supervisory: bool, below: Agency | None = None) -> Agency:
    """The active agency `agency_id`, with its root loaded.

    With `below`, it has to lie under that agency: in its own tree, or among those it coordinates.
    Raises Refused: unknown, the office a supervisory complaint may accuse, or not below.
    """
    agency, _ = destination_and_copies(agency_id, (), is_supervisory=is_supervisory)
    if below is not None and not _is_below(agency, below):
        raise Refused("agency_not_below", "to_agency")
    return agency


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
    if is_supervisory and to.kind not in MAY_SUPERVISE:
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


def _is_below(agency: Agency, top: Agency) -> bool:
    if agency.pk == top.pk:
        return False
    return agency.path.startswith(top.path) or _coordinates(top, agency)


def _coordinates(top: Agency, agency: Agency) -> bool:
    """A province has its cities and their offices below it, its inspectorate their inspectorates."""
    root = agency.root or agency
    if top.kind != AgencyKind.INSPECTORATE:
        return root.coordinated_by_id == top.pk
    return agency.kind == AgencyKind.INSPECTORATE and root.coordinated_by_id == top.root_id
