"""What the pages of this room share: the way back up, and the lists' rows in words."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lapor.queries.agencies.agency_line import AgencyLine
from lapor.queries.agencies.desk_agencies import ManagedLine
from lapor.queries.agencies.desk_agency import ManagedAgency

HERE = "desk-agencies"


def crumbs(agency: ManagedAgency, *, itself: bool = False) -> list[tuple[str, str]]:
    """The managed agencies above, from the top; with `itself` for the pages below an agency's own."""
    lines: tuple[AgencyLine, ...] = agency.above + ((agency.line,) if itself else ())
    links = [(reverse("desk-agency", args=[line.code]), line.name) for line in lines]
    return [(reverse(HERE), _("Unit dan tim")), *links]


def row(managed: ManagedLine) -> dict[str, Any]:
    """A line of a list: what it is, who works there, what it holds."""
    line = managed.line
    parts = []
    if managed.units:
        parts.append(ngettext("%(count)s unit", "%(count)s unit", managed.units) % {"count": managed.units})
    if managed.officers:
        words = ngettext("%(count)s petugas", "%(count)s petugas", managed.officers)
        parts.append(words % {"count": managed.officers})
    if managed.reports:
        words = ngettext("%(count)s laporan terbuka", "%(count)s laporan terbuka", managed.reports)
        parts.append(words % {"count": managed.reports})
    return {
        "code": line.code,
        "name": line.name,
        "kind": line.kind,
        "detail": ", ".join(parts),
        "is_active": line.is_active,
        "is_muted": not line.is_active,
        "is_waiting": line.is_active and line.is_generated,
        "is_generated": line.is_generated,
        "is_unstaffed": line.is_active and not managed.officers and bool(managed.reports),
    }
