"""Kinds of public bodies that hold reports."""

from enum import StrEnum


class AgencyKind(StrEnum):
    """What an agency is; governments and central bodies head a tree, the last three hang below one."""

    NATIONAL_DESK = "national_desk"
    MINISTRY = "ministry"
    INSTITUTION = "institution"
    STATE_COMPANY = "state_company"
    UNIVERSITY = "university"
    PROVINCE = "province"
    REGENCY = "regency"
    CITY = "city"
    OFFICE = "office"
    INSPECTORATE = "inspectorate"
    UNIT = "unit"


#: The code of the one desk that verifies what has no clear holder and decides disputes of authority.
NATIONAL_DESK_CODE = "NASIONAL"

GOVERNMENTS = frozenset({AgencyKind.PROVINCE, AgencyKind.REGENCY, AgencyKind.CITY})
#: Who may decide the disputes of others: the desk of the nation, a province, the head of a ministry's group.
COORDINATORS = frozenset({AgencyKind.NATIONAL_DESK, AgencyKind.PROVINCE, AgencyKind.MINISTRY})
CENTRAL_BODIES = frozenset(
    {AgencyKind.MINISTRY, AgencyKind.INSTITUTION, AgencyKind.STATE_COMPANY, AgencyKind.UNIVERSITY}
)
#: A supervisory complaint goes to an inspectorate, or to the top of a body that has none of its own here.
MAY_SUPERVISE = CENTRAL_BODIES | {AgencyKind.INSPECTORATE, AgencyKind.NATIONAL_DESK}
