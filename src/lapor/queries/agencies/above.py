"""Who stands above an agency, and above the holder of a report."""

from django.db.models import F, Q

from lapor.records.agencies.agency import Agency
from lapor.records.reports.report import Report
from lapor.rules.agencies import NATIONAL_DESK_CODE, AgencyKind


def above(agency: Agency) -> Agency | None:
    """The parent; at the top of a tree whoever coordinates it, else the national desk; above that nobody."""
    if agency.code == NATIONAL_DESK_CODE:
        return None
    return agency.parent or agency.coordinated_by or Agency.objects.get(code=NATIONAL_DESK_CODE)


def above_holder(report: Report) -> Agency:
    """The level above whoever holds the report, at the very top itself.

    A supervisory complaint goes past the government or body it may accuse, to the inspectorate of the level
    above.
    """
    if report.is_supervisory:
        return _inspectorate_above(report.holder_root)
    return above(report.held_by) or report.held_by


def inspectorate_of(agency: Agency) -> Agency | None:
    """The active inspectorate in the agency's tree, to which its supervisory complaints go, if it has one."""
    found = Agency.objects.filter(root=agency.root_id, kind=AgencyKind.INSPECTORATE, is_active=True)
    return found.order_by("path").first()


def _inspectorate_above(root: Agency) -> Agency:
    """The inspectorate of whoever coordinates the tree of `root`, else the national desk; one statement."""
    national = Q(code=NATIONAL_DESK_CODE)
    higher = Q(parent=root.coordinated_by_id, kind=AgencyKind.INSPECTORATE, is_active=True)
    found = Agency.objects.select_related("root").filter(higher | national)
    # The national desk has no parent and comes last.
    return found.order_by(F("parent").asc(nulls_last=True), "pk")[:1].get()
