"""An agency's page for everybody: who it is, who works there, what hangs below it."""

from dataclasses import dataclass
from datetime import date

from lapor.queries.agencies.agency_line import AgencyLine
from lapor.queries.agencies.browse import governments_below
from lapor.queries.agencies.profile import AgencyProfile, Team, agency_profile, team_of
from lapor.queries.agencies.tree import chain_above, children_of
from lapor.records.accounts.membership import Membership
from lapor.rules.access import Role
from lapor.rules.agencies import AgencyKind

# Who reads and answers; an overseer or an administrator alone leaves reports lying.
_WORKING = (
    Role.NATIONAL_DESK,
    Role.AGENCY_DESK,
    Role.COORDINATOR,
    Role.LIAISON,
    Role.APPROVER,
    Role.INSPECTORATE,
)


@dataclass(frozen=True, slots=True)
class AgencyPage:
    """`above` runs from the top of the tree to the parent; `governments` are those a province coordinates.

    `has_officer` tells whether anybody works there on reports today.
    """

    profile: AgencyProfile
    above: tuple[AgencyLine, ...]
    offices: tuple[AgencyLine, ...]
    units: tuple[AgencyLine, ...]
    governments: tuple[AgencyLine, ...]
    team: Team | None
    has_officer: bool


def agency_page(code: str, *, today: date) -> AgencyPage | None:
    """None if there is no such agency; a retired one keeps its page."""
    profile = agency_profile(code)
    if profile is None:
        return None
    line = profile.line
    below = children_of(line.id)
    is_province = line.kind is AgencyKind.PROVINCE
    return AgencyPage(
        profile=profile,
        above=chain_above(line),
        offices=tuple(one for one in below if one.kind is not AgencyKind.UNIT),
        units=tuple(one for one in below if one.kind is AgencyKind.UNIT),
        governments=governments_below(line.id) if is_province else (),
        team=team_of(line.id, today=today),
        has_officer=_has_officer(line.id, today),
    )


def _has_officer(agency_id: int, today: date) -> bool:
    return Membership.objects.at_work(today).filter(agency_id=agency_id, role__in=_WORKING).exists()
