"""All models, gathered for Django. The code lies in small files by topic."""

from lapor.records.accounts.account import Account
from lapor.records.accounts.amendment import Amendment
from lapor.records.accounts.attempt import Attempt
from lapor.records.accounts.login_link import LoginLink
from lapor.records.accounts.membership import Membership
from lapor.records.agencies.agency import Agency
from lapor.records.agencies.decree import Decree
from lapor.records.agencies.team_member import TeamMember
from lapor.records.calendar.day_limit import DayLimit
from lapor.records.calendar.holiday import Holiday
from lapor.records.calendar.reference_version import ReferenceVersion
from lapor.records.catalogue.category import Category
from lapor.records.catalogue.follow_up_template import FollowUpTemplate
from lapor.records.messages.notice import Notice, NoticeReceipt
from lapor.records.messages.template import NoticeTemplate
from lapor.records.places.region import Region
from lapor.records.reports.attachment import Attachment
from lapor.records.reports.copy import Copy
from lapor.records.reports.deadline import Deadline
from lapor.records.reports.draft import Draft
from lapor.records.reports.event import Event
from lapor.records.reports.identity import Disclosure, ReporterIdentity
from lapor.records.reports.proposal import Proposal
from lapor.records.reports.report import Report
from lapor.records.reports.report_link import ReportLink
from lapor.records.reports.saved_view import SavedView
from lapor.records.reports.support import Support
from lapor.records.statistics.statistics import Statistics

__all__ = [
    "Account",
    "Agency",
    "Amendment",
    "Attachment",
    "Attempt",
    "Category",
    "Copy",
    "DayLimit",
    "Deadline",
    "Decree",
    "Disclosure",
    "Draft",
    "Event",
    "FollowUpTemplate",
    "Holiday",
    "LoginLink",
    "Membership",
    "Notice",
    "NoticeReceipt",
    "NoticeTemplate",
    "Proposal",
    "ReferenceVersion",
    "Region",
    "Report",
    "ReportLink",
    "ReporterIdentity",
    "SavedView",
    "Statistics",
    "Support",
    "TeamMember",
]
